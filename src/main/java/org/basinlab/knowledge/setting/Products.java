package org.basinlab.knowledge.setting;

/** Products of tall matrices, row by row, on the heap. */
public final class Products {
    private Products() {}

    /**
     * {@code A^T B} over some rows, in double precision: element (a, b) is the sum over rows r of A_ra B_rb.
     *
     * @param a      [row x wide]
     * @param wide   columns of {@code a}
     * @param b      [row x across]
     * @param across columns of {@code b}
     * @param rows   of both to sum over
     * @return [wide x across]
     */
    public static double[] transposed(float[] a, int wide, float[] b, int across, int[] rows) {
        var product = new double[Math.multiplyExact(wide, across)];
        var four = new double[4][across];
        for (var from = 0; from < rows.length; from += 4) {
            var many = Math.min(4, rows.length - from);
            for (var k = 0; k < 4; k++) {
                for (var j = 0; j < across; j++) {
                    four[k][j] = k < many ? b[rows[from + k] * across + j] : 0;
                }
            }
            for (var i = 0; i < wide; i++) {
                add(
                        product,
                        i * across,
                        four,
                        a[rows[from] * wide + i],
                        many > 1 ? a[rows[from + 1] * wide + i] : 0,
                        many > 2 ? a[rows[from + 2] * wide + i] : 0,
                        many > 3 ? a[rows[from + 3] * wide + i] : 0);
            }
        }
        return product;
    }

    private static void add(double[] sum, int at, double[][] four, double p, double q, double r, double s) {
        var one = four[0];
        var two = four[1];
        var three = four[2];
        var last = four[3];
        for (var j = 0; j < one.length; j++) {
            sum[at + j] += p * one[j] + q * two[j] + r * three[j] + s * last[j];
        }
    }
}
