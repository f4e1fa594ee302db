package org.basinlab.cuda.ptx;

/** Numbers of 16 bits: IEEE's half precision, and bfloat16, the upper half of a float. */
final class Half {
    private static final int BFLOAT_NAN = 0x7fff;

    private Half() {}

    static float toFloat(int half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >> 10 & 0x1f;
        int mantissa = half & 0x3ff;
        if (exponent == 0x1f) {
            return Float.intBitsToFloat(sign | 0x7f80_0000 | mantissa << 13);
        }
        float magnitude =
                exponent == 0 ? mantissa * 0x1p-24f : Float.intBitsToFloat(exponent + 112 << 23 | mantissa << 13);
        return Float.intBitsToFloat(sign | Float.floatToRawIntBits(magnitude));
    }

    /** The nearest half, of two equally near ones the even one. */
    static int ofFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        if (Float.isNaN(value)) {
            return 0x7fff;
        }
        if (magnitude >= 65520f) {
            return sign | 0x7c00;
        }
        if (magnitude < 0x1p-14f) {
            return sign | (int) Math.rint((double) magnitude * 0x1p24);
        }
        int rest = bits & 0x7fff_ffff;
        int rounded = rest + 0xfff + (rest >> 13 & 1);
        return sign | (rounded >> 13) - (112 << 10);
    }

    static float ofBfloat(int bfloat) {
        return Float.intBitsToFloat(bfloat << 16);
    }

    /** The nearest bfloat16, of two equally near ones the even one. */
    static int toBfloat(float value) {
        if (Float.isNaN(value)) {
            return BFLOAT_NAN;
        }
        int bits = Float.floatToRawIntBits(value);
        return bits + 0x7fff + (bits >>> 16 & 1) >>> 16;
    }

    /** TF32's nearest number, of two equally near ones the greater in magnitude ({@code cvt.rna.tf32}). */
    static int toTf32(float value) {
        if (Float.isNaN(value)) {
            return 0x7fff_ffff;
        }
        int bits = Float.floatToRawIntBits(value);
        return Float.isInfinite(value) ? bits : bits + 0x1000 & 0xffff_e000;
    }
}
