package org.basinlab.landscape;

import static org.basinlab.experiment.InputException.require;

/**
 * One step of SGD on a landscape: a batch is drawn, all C(m, b) equally likely, and W moves by T down the mean gradient
 * of its datapoints, {@code W <- W - T g(W)}; by P2's remedy in r smaller steps of T / r, the gradient taken anew at each
 * and the batch kept.
 *
 * @param landscape   of m datapoints
 * @param temperature T, the learning rate, in units of W^2 / loss
 * @param batch       b
 * @param innerSteps  r, 1 for plain SGD
 */
public record SgdStep(Landscape landscape, double temperature, int batch, int innerSteps) {
    public SgdStep {
        require(temperature > 0 && Double.isFinite(temperature), "--temperature must be positive, got %s", temperature);
        require(innerSteps >= 1, "--inner-steps must be at least 1, got %s", innerSteps);
        new Batches(landscape.datapoints(), batch);
    }

    /** Plain SGD: one datapoint a step. */
    public SgdStep(Landscape landscape, double temperature) {
        this(landscape, temperature, 1, 1);
    }

    /** The batches it draws from. */
    public Batches batches() {
        return new Batches(landscape.datapoints(), batch);
    }

    /** Where W is after a step with a batch. */
    public double from(double w, int... datapoints) {
        var at = w;
        for (var i = 0; i < innerSteps; i++) {
            var sum = 0.0;
            for (var j : datapoints) {
                sum += landscape.losses().get(j).gradient(at);
            }
            at -= temperature / innerSteps * (sum / datapoints.length);
        }
        return at;
    }

    /** The variance of a step's gradient: S2(W), times what batches leave of it. */
    public double variance(double w) {
        return landscape.variance(w) * batches().varianceShare();
    }
}
