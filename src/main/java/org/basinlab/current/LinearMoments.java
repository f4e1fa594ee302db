package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.SgdStep;

/**
 * Exact mean and variance of W where all gradients are linear, {@code g_j = a_j W - b_j}: of SGD itself and of each
 * equation for it, with no solver in between.
 *
 * <p>SGD with batch k takes W to {@code alpha_k W + beta_k}, {@code alpha = (1 - T a / r)^r}, so over a step
 *
 * <pre>  E W  -> mean(alpha) E W + mean(beta)
 *   E W^2 -> mean(alpha^2) E W^2 + 2 mean(alpha beta) E W + mean(beta^2)</pre>
 *
 * <p>In an equation G~ is linear and D of second degree, so {@code (1, E W, E W^2)} obeys three linear differential
 * equations, solved by the matrix exponential.
 *
 * @param mean     E W
 * @param variance of W
 */
public record LinearMoments(double mean, double variance) {
    private static final long MOST_BATCHES = 1_000_000;
    /** Of a gradient against its size, what a linear one may be off by rounding. */
    private static final double ROUNDING = 1e-9;

    /** The square root of the variance. */
    public double sd() {
        return Math.sqrt(variance);
    }

    /** Those of SGD some steps later. */
    public LinearMoments after(SgdStep step, long steps) {
        var batches = step.batches();
        require(
                batches.count() <= MOST_BATCHES,
                "exact moments go through every batch: %s of %s datapoints are too many",
                batches.size(),
                batches.datapoints());
        requireLinear(step.landscape());
        var means = new double[5];
        for (var k = 0L; k < batches.count(); k++) {
            var batch = batches.batch(k);
            var beta = step.from(0, batch);
            var alpha = step.from(1, batch) - beta;
            var products = new double[] {alpha, beta, alpha * alpha, alpha * beta, beta * beta};
            for (var i = 0; i < means.length; i++) {
                means[i] += products[i] / batches.count();
            }
        }
        // In deviations from the mean nothing cancels: Var' = mean(alpha^2) Var + Var_k(alpha_k E W + beta_k).
        var m = mean;
        var v = variance;
        var alphaSpread = means[2] - means[0] * means[0];
        var cross = means[3] - means[0] * means[1];
        var betaSpread = means[4] - means[1] * means[1];
        for (var n = 0L; n < steps; n++) {
            v = means[2] * v + alphaSpread * m * m + 2 * cross * m + betaSpread;
            m = means[0] * m + means[1];
        }
        return new LinearMoments(m, v);
    }

    /** Those under an equation for plain SGD, one datapoint a step, a time later. */
    public LinearMoments under(NoiseConvention convention, Landscape landscape, double temperature, double time) {
        return under(convention, new SgdStep(landscape, temperature), time);
    }

    /** Those under an equation for SGD, a time later. */
    public LinearMoments under(NoiseConvention convention, SgdStep step, double time) {
        var landscape = step.landscape();
        requireLinear(landscape);
        var t = step.temperature();
        var r = step.innerSteps();
        var a = landscape.gradient(1) - landscape.gradient(0);
        var drift = convention.driftFactor(a, t, r);
        var share = step.batches().varianceShare() * convention.diffusionFactor(a, t, r);
        // S2 = d0 + d1 W + d2 W^2, through three points.
        var d0 = share * landscape.variance(0);
        var above = share * landscape.variance(1);
        var below = share * landscape.variance(-1);
        var d1 = 0.5 * (above - below);
        var d2 = 0.5 * (above + below) - d0;
        var kept = 0.5 * t * t * (1 - convention.share(r));
        var m0 = -t * drift * landscape.gradient(0) + kept * d1;
        var m1 = -t * drift * a + 2 * kept * d2;
        var rates = new double[][] {
            {0, 0, 0},
            {m0, m1, 0},
            {t * t * d0, 2 * m0 + t * t * d1, 2 * m1 + t * t * d2}
        };
        var later = exponential(rates, time);
        var first = later[1][0] + later[1][1] * mean;
        var second = later[2][0] + later[2][1] * mean + later[2][2] * (variance + mean * mean);
        return new LinearMoments(first, second - first * first);
    }

    /** Whether there are such moments: all gradients are linear, and the batches not too many to go through. */
    public static boolean exist(SgdStep step) {
        return step.batches().count() <= MOST_BATCHES && isLinear(step.landscape());
    }

    private static void requireLinear(Landscape landscape) {
        require(isLinear(landscape), "exact moments need losses of at most second degree in W");
    }

    private static boolean isLinear(Landscape landscape) {
        for (var loss : landscape.losses()) {
            var b = loss.gradient(0);
            var a = loss.gradient(1) - b;
            for (var w : new double[] {-3, 0.4, 2.7, 11}) {
                if (!(Math.abs(loss.gradient(w) - (a * w + b)) <= ROUNDING * (Math.abs(a * w) + Math.abs(b)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** e^(time rates), by halving until a Taylor series of 18 terms is exact to rounding, and squaring back. */
    private static double[][] exponential(double[][] rates, double time) {
        var size = 0.0;
        for (var row : rates) {
            for (var rate : row) {
                size = Math.max(size, Math.abs(rate * time));
            }
        }
        var halvings = Math.max(0, Math.getExponent(size) + 3);
        var scale = Math.scalb(time, -halvings);
        double[][] sum = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        var term = sum;
        for (var k = 1; k <= 18; k++) {
            term = product(term, rates, scale / k);
            sum = sum(sum, term);
        }
        for (var k = 0; k < halvings; k++) {
            sum = product(sum, sum, 1);
        }
        return sum;
    }

    private static double[][] product(double[][] x, double[][] y, double scale) {
        var z = new double[3][3];
        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 3; j++) {
                for (var k = 0; k < 3; k++) {
                    z[i][j] += scale * x[i][k] * y[k][j];
                }
            }
        }
        return z;
    }

    private static double[][] sum(double[][] x, double[][] y) {
        var z = new double[3][3];
        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 3; j++) {
                z[i][j] = x[i][j] + y[i][j];
            }
        }
        return z;
    }
}
