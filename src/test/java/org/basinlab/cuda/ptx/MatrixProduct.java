package org.basinlab.cuda.ptx;

/**
 * {@code mma.sync} of 16 x K by K x 8 to 16 x 8 floats. Products are exact, the sum of K of them and of C
 * is that of doubles, and it is rounded toward zero: no GPU's result is promised to be nearer.
 */
final class MatrixProduct extends WarpBarrier {
    private static final int ROWS = 16;
    private static final int COLUMNS = 8;

    /** What a register of A or B holds. */
    enum Format {
        /** One number, of which only the upper 19 bits count. */
        TF32,
        F16,
        BF16;

        int perRegister() {
            return this == TF32 ? 1 : 2;
        }

        double value(int bits, int index) {
            return switch (this) {
                case TF32 -> Float.intBitsToFloat(bits & 0xffff_e000);
                case F16 -> Half.toFloat(bits >>> 16 * index & 0xffff);
                case BF16 -> Half.ofBfloat(bits >>> 16 * index & 0xffff);
            };
        }
    }

    private final Format format;
    private final int depth;
    private final int[] d;
    private final int[] a;
    private final int[] b;
    private final int[] c;

    /**
     * A product.
     *
     * @param depth K
     * @param d     the registers of the result, as {@code a}, {@code b} and {@code c} are of the operands
     */
    MatrixProduct(Format format, int depth, int[] d, int[] a, int[] b, int[] c, int memberRow) {
        super(memberRow);
        this.format = format;
        this.depth = depth;
        this.d = d;
        this.a = a;
        this.b = b;
        this.c = c;
    }

    @Override
    void execute(Warp warp, int mask) {
        var left = new double[ROWS * depth];
        var right = new double[COLUMNS * depth];
        int per = format.perRegister();
        for (int lane = 0; lane < Warp.LANES; lane++) {
            int group = lane >> 2;
            int first = (lane & 3) * per;
            for (int i = 0; i < a.length; i++) {
                int row = group + (i & 1) * 8;
                int column = first + (i >> 1) * 4 * per;
                for (int j = 0; j < per; j++) {
                    left[row * depth + column + j] = format.value(warp.r[a[i]][lane], j);
                }
            }
            for (int i = 0; i < b.length; i++) {
                int row = first + i * 4 * per;
                for (int j = 0; j < per; j++) {
                    right[group * depth + row + j] = format.value(warp.r[b[i]][lane], j);
                }
            }
        }
        for (int lane = 0; lane < Warp.LANES; lane++) {
            accumulate(warp, lane, left, right);
        }
    }

    private void accumulate(Warp warp, int lane, double[] left, double[] right) {
        for (int i = 0; i < 4; i++) {
            int row = (lane >> 2) + (i >> 1) * 8;
            int column = (lane & 3) * 2 + (i & 1);
            double sum = 0;
            for (int k = 0; k < depth; k++) {
                sum += left[row * depth + k] * right[column * depth + k];
            }
            sum += Float.intBitsToFloat(warp.r[c[i]][lane]);
            warp.r[d[i]][lane] = Float.floatToRawIntBits(Rounding.ZERO.toFloat(sum, 0));
        }
    }
}
