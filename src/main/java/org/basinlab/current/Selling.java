package org.basinlab.current;

/**
 * A positive definite matrix as a sum over three directions with whole components,
 * {@code D = sum_k weight_k e_k e_k^T}, no weight negative (E. Selling 1874). On a grid this is diffusion by jumps along
 * e_k, whatever D's cross term; J. Fehrenbach and J.-M. Mirebeau (2014) use it so.
 *
 * @param weights three of them
 * @param right   of e_k, in columns
 * @param up      of e_k, in rows
 */
record Selling(double[] weights, int[] right, int[] up) {
    static Selling of(Covariance d) {
        int[][] e = {{1, 0}, {0, 1}, {-1, -1}};
        // Each exchange lowers the sum of <e, D e>; of finitely many values below any bound, one is the least.
        for (var obtuse = false; !obtuse; ) {
            obtuse = true;
            for (var k = 0; k < 3 && obtuse; k++) {
                var a = e[(k + 1) % 3];
                var b = e[(k + 2) % 3];
                if (product(a, d, b) > 1e-14 * d.largest()) {
                    e = new int[][] {{-a[0], -a[1]}, b, {a[0] - b[0], a[1] - b[1]}};
                    obtuse = false;
                }
            }
        }
        var weights = new double[3];
        var right = new int[3];
        var up = new int[3];
        for (var k = 0; k < 3; k++) {
            weights[k] = Math.max(0, -product(e[(k + 1) % 3], d, e[(k + 2) % 3]));
            right[k] = -e[k][1];
            up[k] = e[k][0];
        }
        return new Selling(weights, right, up);
    }

    /** The most cells that a jump spans along either axis. */
    int longest() {
        var most = 0;
        for (var k = 0; k < 3; k++) {
            most = weights[k] > 0 ? Math.max(most, Math.max(Math.abs(right[k]), Math.abs(up[k]))) : most;
        }
        return most;
    }

    private static double product(int[] a, Covariance d, int[] b) {
        return a[0] * (d.xx() * b[0] + d.xy() * b[1]) + a[1] * (d.xy() * b[0] + d.yy() * b[1]);
    }
}
