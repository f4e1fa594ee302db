package org.basinlab.cuda.ptx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;

/** Single instructions against what their definition says, written another way. */
class InstructionsTest {
    private static final int[] A = ints(1);
    private static final int[] B = ints(2);
    private static final int[] C = ints(3);

    private static int[] ints(int seed) {
        var random = new Random(seed);
        var values = new int[256];
        int[] special = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 31, 32, 255, 65535, 0x7f800000, 0x80000000};
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 121
                    ? special[seed == 1 ? i / 11 : seed == 2 ? i % 11 : i * 7 % 11]
                    : random.nextInt() >> random.nextInt(32);
        }
        return values;
    }

    private static long[] longs(int seed) {
        var random = new Random(seed);
        var values = new long[256];
        long[] special = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 63, 64, 1L << 32};
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 64 ? special[seed == 1 ? i / 8 : i % 8] : random.nextLong() >> random.nextInt(64);
        }
        return values;
    }

    private static void is(String lines, IntBinaryOperator wanted) {
        var found = Lines.ints(lines, A, B, C);
        for (int i = 0; i < A.length; i++) {
            assertThat(found[i]).as("%s of %d and %d", lines, A[i], B[i]).isEqualTo(wanted.applyAsInt(A[i], B[i]));
        }
    }

    private static void isOf(String lines, int[] values, IntUnaryOperator wanted) {
        var found = Lines.ints(lines, values, values, values);
        for (int i = 0; i < values.length; i++) {
            assertThat(found[i]).as("%s of 0x%x", lines, values[i]).isEqualTo(wanted.applyAsInt(values[i]));
        }
    }

    private static void isLong(String lines, LongBinaryOperator wanted) {
        var a = longs(1);
        var b = longs(2);
        var found = Lines.longs(lines, a, b, new long[a.length]);
        for (int i = 0; i < a.length; i++) {
            assertThat(found[i]).as("%s of %d and %d", lines, a[i], b[i]).isEqualTo(wanted.applyAsLong(a[i], b[i]));
        }
    }

    private interface Int3 {
        int apply(int a, int b, int c);
    }

    private static void is3(String lines, Int3 wanted) {
        var found = Lines.ints(lines, A, B, C);
        for (int i = 0; i < A.length; i++) {
            assertThat(found[i])
                    .as("%s of %d, %d and %d", lines, A[i], B[i], C[i])
                    .isEqualTo(wanted.apply(A[i], B[i], C[i]));
        }
    }

    @Test
    void integers() {
        is("add.s32 %r0, %r1, %r2;", (a, b) -> a + b);
        is("sub.s32 %r0, %r1, %r2;", (a, b) -> a - b);
        is("mul.lo.s32 %r0, %r1, %r2;", (a, b) -> a * b);
        is("mul.hi.s32 %r0, %r1, %r2;", (a, b) -> (int) ((long) a * b >> 32));
        is("mul.hi.u32 %r0, %r1, %r2;", (a, b) -> (int) ((a & 0xffffffffL) * (b & 0xffffffffL) >>> 32));
        is("min.u32 %r0, %r1, %r2;", (a, b) -> Integer.compareUnsigned(a, b) < 0 ? a : b);
        is("max.s32 %r0, %r1, %r2;", Math::max);
        is("div.s32 %r0, %r1, %r2;", (a, b) -> b == 0 ? -1 : a / b);
        is("rem.u32 %r0, %r1, %r2;", (a, b) -> b == 0 ? a : Integer.remainderUnsigned(a, b));
        is(
                "add.sat.s32 %r0, %r1, %r2;",
                (a, b) -> (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, (long) a + b)));
        is3("mad.lo.s32 %r0, %r1, %r2, %r3;", (a, b, c) -> a * b + c);
        is3("mad.hi.u32 %r0, %r1, %r2, %r3;", (a, b, c) -> (int) ((a & 0xffffffffL) * (b & 0xffffffffL) >>> 32) + c);
        is3("sad.s32 %r0, %r1, %r2, %r3;", (a, b, c) -> (int) (c + Math.abs((long) a - b)));
    }

    @Test
    void bits() {
        is("shl.b32 %r0, %r1, %r2;", (a, b) -> b < 0 || b > 31 ? 0 : a << b);
        is("shr.u32 %r0, %r1, %r2;", (a, b) -> b < 0 || b > 31 ? 0 : a >>> b);
        is("shr.s32 %r0, %r1, %r2;", (a, b) -> b < 0 || b > 31 ? a >> 31 : a >> b);
        is("popc.b32 %r0, %r1;", (a, b) -> Integer.bitCount(a));
        is("clz.b32 %r0, %r1;", (a, b) -> Integer.numberOfLeadingZeros(a));
        is("brev.b32 %r0, %r1;", (a, b) -> Integer.reverse(a));
        is("bfind.u32 %r0, %r1;", (a, b) -> 31 - Integer.numberOfLeadingZeros(a));
        is3("lop3.b32 %r0, %r1, %r2, %r3, 0x96;", (a, b, c) -> a ^ b ^ c);
        is3("lop3.b32 %r0, %r1, %r2, %r3, 0xE8;", (a, b, c) -> a & b | a & c | b & c);
        is("prmt.b32 %r0, %r1, %r2, 0x3340;", (a, b) -> a & 0xff | b << 8 & 0xff00 | top(a));
        is3("shf.l.wrap.b32 %r0, %r1, %r2, %r3;", (a, b, c) -> (c & 31) == 0 ? b : b << c | a >>> 32 - (c & 31));
        is3("shf.r.wrap.b32 %r0, %r1, %r2, %r3;", (a, b, c) -> (c & 31) == 0 ? a : a >>> c | b << 32 - (c & 31));
        is3(
                "shf.r.clamp.b32 %r0, %r1, %r2, %r3;",
                (a, b, c) -> c < 0 || c > 31 ? b : c == 0 ? a : a >>> c | b << 32 - c);
        is("bfe.u32 %r0, %r1, 5, 9;", (a, b) -> a >>> 5 & 0x1ff);
        is("bfe.s32 %r0, %r1, 5, 9;", (a, b) -> a << 18 >> 23);
        is("bfi.b32 %r0, %r1, %r2, 7, 4;", (a, b) -> b & ~0x780 | a << 7 & 0x780);
    }

    /** Byte 3 of a, twice in the upper half: selectors 3 and 3. */
    private static int top(int a) {
        return a & 0xff000000 | a >>> 8 & 0xff0000;
    }

    @Test
    void comparisons() {
        is("setp.lt.s32 %p1, %r1, %r2;\nselp.b32 %r0, 1, 0, %p1;", (a, b) -> a < b ? 1 : 0);
        is(
                "setp.ge.u32 %p1, %r1, %r2;\nselp.b32 %r0, 1, 0, %p1;",
                (a, b) -> Integer.compareUnsigned(a, b) >= 0 ? 1 : 0);
        is(
                "setp.eq.s32 %p2, %r1, 0;\nsetp.gt.and.s32 %p1|%p3, %r1, %r2, %p2;\nselp.b32 %r0, 1, 0, %p3;",
                (a, b) -> !(a > b) && a == 0 ? 1 : 0);
        is(
                "setp.eq.s32 %p2, %r1, 0;\nsetp.gt.or.s32 %p1, %r1, %r2, !%p2;\nselp.b32 %r0, 1, 0, %p1;",
                (a, b) -> a > b || a != 0 ? 1 : 0);
        is("setp.lt.f32 %p1, %f1, %f2;\nselp.b32 %r0, 1, 0, %p1;", (a, b) -> f(a) < f(b) ? 1 : 0);
        is("setp.ltu.f32 %p1, %f1, %f2;\nselp.b32 %r0, 1, 0, %p1;", (a, b) -> !(f(a) >= f(b)) ? 1 : 0);
        is("setp.ne.f32 %p1, %f1, %f2;\nselp.b32 %r0, 1, 0, %p1;", (a, b) -> f(a) < f(b) || f(a) > f(b) ? 1 : 0);
        is("setp.neu.f32 %p1, %f1, %f2;\nselp.b32 %r0, 1, 0, %p1;", (a, b) -> f(a) != f(b) ? 1 : 0);
        is(
                "setp.nan.f32 %p1, %f1, %f2;\nselp.b32 %r0, 1, 0, %p1;",
                (a, b) -> Float.isNaN(f(a)) || Float.isNaN(f(b)) ? 1 : 0);
        is("slct.s32.s32 %r0, 5, 6, %r1;", (a, b) -> a >= 0 ? 5 : 6);
    }

    @Test
    void branchesByTable() {
        is(
                "and.b32 %r4, %r1, 3;\nT: .branchtargets L0, L1, L1, L3;\nbrx.idx %r4, T;\nL0: mov.u32 %r0, 10;\nbra E;\n"
                        + "L3: mov.u32 %r0, 13;\nbra E;\nL1: mov.u32 %r0, 11;\nE:",
                (a, b) -> (a & 3) == 0 ? 10 : (a & 3) == 3 ? 13 : 11);
    }

    private static float f(int bits) {
        return Float.intBitsToFloat(bits);
    }

    @Test
    void numbersOfSixteenBits() {
        var in = "cvt.u16.u32 %h1, %r1;\ncvt.u16.u32 %h2, %r2;\n";
        is(in + "add.s16 %h3, %h1, %h2;\ncvt.s32.s16 %r0, %h3;", (a, b) -> (short) (a + b));
        is(in + "mul.wide.s16 %r0, %h1, %h2;", (a, b) -> (short) a * (short) b);
        is(in + "shr.s16 %h3, %h1, 3;\ncvt.u32.u16 %r0, %h3;", (a, b) -> (short) a >> 3 & 0xffff);
        is(in + "not.b16 %h3, %h1;\ncvt.u32.u16 %r0, %h3;", (a, b) -> ~a & 0xffff);
        is(in + "setp.lt.s16 %p1, %h1, %h2;\nselp.b32 %r0, 1, 0, %p1;", (a, b) -> (short) a < (short) b ? 1 : 0);
        is(in + "mov.b32 %r0, {%h1, %h2};", (a, b) -> a & 0xffff | b << 16);
        is("mov.b32 {%h1, %h2}, %r1;\nmov.b32 %r0, {%h2, %h1};", (a, b) -> a << 16 | a >>> 16);
    }

    @Test
    void numbersOfSixtyFourBits() {
        isLong("add.s64 %d0, %d7, %d8;", Long::sum);
        isLong("mul.lo.s64 %d0, %d7, %d8;", (a, b) -> a * b);
        isLong("mul.hi.s64 %d0, %d7, %d8;", Math::multiplyHigh);
        isLong(
                "mul.hi.u64 %d0, %d7, %d8;",
                (a, b) -> new BigInteger(Long.toUnsignedString(a))
                        .multiply(new BigInteger(Long.toUnsignedString(b)))
                        .shiftRight(64)
                        .longValue());
        isLong("div.u64 %d0, %d7, %d8;", (a, b) -> b == 0 ? -1 : Long.divideUnsigned(a, b));
        isLong(
                "cvt.u32.u64 %r1, %d8;\nshr.s64 %d0, %d7, %r1;",
                (a, b) -> a >> ((int) b < 0 || (int) b > 63 ? 63 : (int) b));
        isLong(
                "setp.lt.u64 %p1, %d7, %d8;\nselp.b64 %d0, %d7, %d8, %p1;",
                (a, b) -> Long.compareUnsigned(a, b) < 0 ? a : b);
        isLong("clz.b64 %r1, %d7;\ncvt.u64.u32 %d0, %r1;", (a, b) -> Long.numberOfLeadingZeros(a));
        isLong("mov.b64 {%r1, %r2}, %d7;\nmov.b64 %d0, {%r2, %r1};", (a, b) -> Long.rotateLeft(a, 32));
    }

    /** A sum and a product of 64 bits from instructions of 32 with carries. */
    @Test
    void carries() {
        var halves = "mov.b64 {%r1, %r2}, %d7;\nmov.b64 {%r3, %r4}, %d8;\n";
        isLong(halves + "add.cc.u32 %r5, %r1, %r3;\naddc.u32 %r6, %r2, %r4;\nmov.b64 %d0, {%r5, %r6};", Long::sum);
        isLong(
                halves + "sub.cc.u32 %r5, %r1, %r3;\nsubc.u32 %r6, %r2, %r4;\nmov.b64 %d0, {%r5, %r6};",
                (a, b) -> a - b);
        isLong(
                halves
                        + "mul.lo.u32 %r5, %r1, %r3;\nmul.hi.u32 %r6, %r1, %r3;\nmad.lo.u32 %r6, %r1, %r4, %r6;\nmad.lo.u32 %r6, %r2, %r3, %r6;\nmov.b64 %d0, {%r5, %r6};",
                (a, b) -> a * b);
        isLong("add.cc.u64 %d1, %d7, %d8;\naddc.u64 %d0, 0, 0;", (a, b) -> Long.compareUnsigned(a + b, a) < 0 ? 1 : 0);
        isLong(
                "mad.lo.cc.u64 %d1, %d7, %d8, %d7;\nmadc.hi.u64 %d0, %d7, %d8, 0;",
                (a, b) -> new BigInteger(Long.toUnsignedString(a))
                        .multiply(new BigInteger(Long.toUnsignedString(b)))
                        .add(new BigInteger(Long.toUnsignedString(a)))
                        .shiftRight(64)
                        .longValue());
    }

    /** Floats of all magnitudes, and special ones. */
    private static int[] floats() {
        var random = new Random(17);
        var bits = new int[1000];
        float[] special = {0f, -0f, 1, -1, 0.5f, 1.5f, 2.5f, -2.5f, 1e10f, -1e10f, 3e38f, 1e-45f, 1e-40f, 4294967040f};
        for (int i = 0; i < bits.length; i++) {
            bits[i] = i < special.length
                    ? Float.floatToRawIntBits(special[i])
                    : i < 300 ? Float.floatToRawIntBits((float) random.nextGaussian() * 1000) : random.nextInt();
        }
        bits[20] = 0x7f800000;
        bits[21] = 0xff800000;
        bits[22] = 0x7fc00000;
        return bits;
    }

    @Test
    void floatsToIntegers() {
        var x = floats();
        isOf("cvt.rzi.s32.f32 %r0, %f1;", x, a -> (int) f(a));
        isOf("cvt.rni.s32.f32 %r0, %f1;", x, a -> (int) Math.rint(f(a)));
        isOf("cvt.rmi.s32.f32 %r0, %f1;", x, a -> (int) Math.floor(f(a)));
        isOf("cvt.rzi.u32.f32 %r0, %f1;", x, a -> (int) (long) Math.max(0, Math.min(4294967295.0, f(a))));
        isOf("cvt.rpi.f32.f32 %f4, %f1;\nmov.b32 %r0, %f4;", x, a -> Float.floatToRawIntBits((float) Math.ceil(f(a))));
        isOf("cvt.rn.f32.s32 %f4, %r1;\nmov.b32 %r0, %f4;", A, a -> Float.floatToRawIntBits((float) a));
        isOf("cvt.rn.f32.u32 %f4, %r1;\nmov.b32 %r0, %f4;", A, a -> Float.floatToRawIntBits((float) (a & 0xffffffffL)));
        isOf("cvt.s32.s8 %r0, %r1;", A, a -> (byte) a);
        isOf("cvt.u32.u16 %r0, %r1;", A, a -> a & 0xffff);
        isOf("cvt.sat.s8.s32 %r0, %r1;", A, a -> Math.max(-128, Math.min(127, a)));
    }

    @Test
    void floatsWithFlushingAndSaturation() {
        var x = floats();
        isOf("mul.ftz.f32 %f4, %f1, 0f3F000000;\nmov.b32 %r0, %f4;", x, a -> flushed(f(flushed(f(a))) * 0.5f));
        isOf(
                "add.sat.f32 %f4, %f1, 0f3E800000;\nmov.b32 %r0, %f4;",
                x, a -> {
                    float sum = f(a) + 0.25f;
                    return Float.floatToRawIntBits(Float.isNaN(sum) || sum <= 0 ? 0 : Math.min(1, sum));
                });
        isOf(
                "cvt.rna.tf32.f32 %r0, %f1;",
                x, a -> {
                    if (Float.isNaN(f(a))) {
                        return 0x7fffffff;
                    }
                    return Float.isInfinite(f(a)) ? a : a + 0x1000 & ~0x1fff;
                });
        isOf(
                "min.f32 %f4, %f1, 0f3F800000;\nmov.b32 %r0, %f4;",
                x, a -> Float.floatToRawIntBits(Float.isNaN(f(a)) ? 1 : Math.min(f(a), 1)));
        isOf("neg.f32 %f4, %f1;\nmov.b32 %r0, %f4;", x, a -> a ^ 0x80000000);
    }

    private static int flushed(float value) {
        return Math.abs(value) < Float.MIN_NORMAL
                ? Float.floatToRawIntBits(value) & 0x80000000
                : Float.floatToRawIntBits(value);
    }

    /** Directed rounding brackets the exact number with neighbors. */
    @Test
    void floatsAreRoundedInEveryDirection() {
        var random = new Random(19);
        for (int i = 0; i < 20_000; i++) {
            float a = Float.intBitsToFloat(random.nextInt() & 0xbfff_ffff);
            float b = Float.intBitsToFloat(random.nextInt() & 0xbfff_ffff);
            float c = i % 2 == 0
                    ? Float.intBitsToFloat(random.nextInt() & 0xbfff_ffff)
                    : -a * b * (1 + random.nextFloat() / 99);
            if (!Float.isFinite(a) || !Float.isFinite(b) || !Float.isFinite(c)) {
                continue;
            }
            var exact = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
            bracketed(exact, Rounding.DOWN.fma(a, b, c), Rounding.ZERO.fma(a, b, c), Rounding.UP.fma(a, b, c));
            exact = new BigDecimal(a).add(new BigDecimal(b));
            bracketed(exact, Rounding.DOWN.add(a, b), Rounding.ZERO.add(a, b), Rounding.UP.add(a, b));
            exact = new BigDecimal(a).multiply(new BigDecimal(b));
            bracketed(exact, Rounding.DOWN.multiply(a, b), Rounding.ZERO.multiply(a, b), Rounding.UP.multiply(a, b));
        }
    }

    private static void bracketed(BigDecimal exact, float down, float zero, float up) {
        assertThat(compare(down, exact)).isNotPositive();
        assertThat(compare(up, exact)).isNotNegative();
        if (down == up) {
            assertThat(compare(down, exact)).isZero();
        } else {
            assertThat(Math.nextUp(down)).isEqualTo(up);
        }
        assertThat(zero).isEqualTo(exact.signum() > 0 ? down : up);
    }

    private static int compare(float value, BigDecimal exact) {
        if (Float.isInfinite(value)) {
            return value > 0 ? 1 : -1;
        }
        return new BigDecimal(value).compareTo(exact);
    }

    @Test
    void halvesAreTheNearest() {
        for (int half = 0; half < 0x7c00; half++) {
            float value = Half.toFloat(half);
            float next = half + 1 == 0x7c00 ? 65536f : Half.toFloat(half + 1);
            assertThat(Half.ofFloat(value)).isEqualTo(half);
            float middle = (value + next) / 2;
            assertThat(Half.ofFloat(middle)).isEqualTo(half % 2 == 0 ? half : half + 1);
            assertThat(Half.ofFloat(Math.nextDown(middle))).isEqualTo(half);
            assertThat(Half.ofFloat(Math.nextUp(middle))).isEqualTo(half + 1);
            assertThat(Half.ofFloat(-value)).isEqualTo(half | 0x8000);
        }
    }
}
