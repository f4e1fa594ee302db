package org.basinlab.trajectories;

/** {@link LorenzKernels} in single precision, one by one: the reference, and what runs without the Vector API. */
final class PlainLorenzFloats implements LorenzKernels<float[]> {
    private static final int NOBODY = -1;

    @Override
    public void state(float[][] y, int n, float[] k) {
        step(y, n, k, k, VA, NOBODY);
    }

    @Override
    public void free(float[][] y, int n, float[] k) {
        step(y, n, k, k, WB, NOBODY);
    }

    @Override
    public void driven(float[][] y, int n, float[] k) {
        step(y, n, k, k, VA + 2, VA);
    }

    @Override
    public void both(float[][] y, int n, float[] k) {
        step(y, n, k, k, WC + 1, WB);
    }

    @Override
    public void held(float[][] y, int n, float[] k, float[] held) {
        step(y, n, k, held, WB, NOBODY);
    }

    /** Moves rows A, ..., end - 1; from row driven on they are a tangent without its first component. */
    private static void step(float[][] y, int n, float[] k, float[] held, int end, int driven) {
        var start = new float[end];
        var at = new float[end];
        var slope = new float[end];
        for (var i = 0; i < n; i++) {
            for (var row = A; row < end; row++) {
                start[row] = y[row][i];
                at[row] = y[row][i];
            }
            for (var s = 0; s < LorenzStep.FACTORS; s += LorenzStep.STAGE) {
                slopes(y[RHO][i], at, slope, driven);
                for (var row = A; row < end; row++) {
                    var factors = row < VA ? k : held;
                    var column = s + (row == driven || row == driven + 1 ? row - driven + 1 : (row - A) % 3);
                    at[row] = Math.fma(slope[row], factors[column], start[row]);
                    y[row][i] = Math.fma(slope[row], factors[column + 3], y[row][i]);
                }
            }
        }
    }

    private static void slopes(float rho, float[] at, float[] slope, int driven) {
        var r = rho - at[C];
        slope[A] = at[B] + at[A];
        slope[B] = Math.fma(at[A], r, at[B]);
        slope[C] = Math.fma(at[A], at[B], at[C]);
        if (slope.length >= WB) {
            slope[VA] = at[VB] + at[VA];
            slope[VB] = Math.fma(r, at[VA], Math.fma(-at[A], at[VC], at[VB]));
            slope[VC] = Math.fma(at[B], at[VA], Math.fma(at[A], at[VB], at[VC]));
        }
        if (driven != NOBODY) {
            slope[driven] = Math.fma(-at[A], at[driven + 1], at[driven]);
            slope[driven + 1] = Math.fma(at[A], at[driven], at[driven + 1]);
        }
    }
}
