package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.causal.Comp;

/**
 * Training itself as the causal network: n a parameter at the start, m a parameter at a later step or the loss then, A
 * all parameters of a layer at steps 1, 2, ....
 *
 * <p>A change of the start moves with SGD as v_(s+1) = v_s - eta H_s v_s, H_s the Hessian of batch s at theta_s. In
 * world Y the layer's parameters are replayed from W, so the frozen run sets their v to 0 after each step. All tangents
 * run beside one training; Comp is the quotient of their entry m.
 *
 * <p>Source: P7 for the worlds; the tangent of SGD by Hessian-vector products, see {@link BatchLoss}.
 */
public final class TrainingTangents {
    private final SgdTraining training;
    private final List<Integer> layers;
    private final List<double[]> tangents = new ArrayList<>();
    private double[] theta;
    /** Of all datapoints at theta; null until asked for. */
    private BatchLoss whole;

    private long step;

    /**
     * At the start.
     *
     * @param n      the parameter whose start is changed, by its place in {@link org.basinlab.network.Parameters}
     * @param layers each alone as A, a run each
     * @throws org.basinlab.experiment.InputException if there is no such parameter or layer
     */
    public TrainingTangents(SgdTraining training, int n, List<Integer> layers) {
        var spec = training.spec();
        require(
                n >= 0 && n < spec.parameterCount(),
                "the network has no parameter %s: its parameters are 0 to %s",
                n,
                spec.parameterCount() - 1);
        for (var layer : layers) {
            require(
                    layer >= 0 && layer < spec.depth(),
                    "the network has no layer %s: its layers are 0 to %s",
                    layer,
                    spec.depth() - 1);
        }
        this.training = training;
        this.layers = List.copyOf(layers);
        theta = training.start().values().clone();
        for (var k = 0; k <= layers.size(); k++) {
            var v = new double[theta.length];
            v[n] = 1;
            tangents.add(v);
        }
    }

    /** Takes a step of training. */
    public void advance() {
        var loss = new BatchLoss(training, theta, training.first(step), training.batch());
        var spec = training.spec();
        for (var k = 0; k < tangents.size(); k++) {
            var v = tangents.get(k);
            subtract(v, loss.hessianTimes(v));
            if (k > 0) {
                var layer = layers.get(k - 1);
                var from = spec.weightOffset(layer);
                Arrays.fill(v, from, from + spec.layers().get(layer).parameterCount(), 0);
            }
        }
        var next = theta.clone();
        subtract(next, loss.gradient());
        theta = next;
        whole = null;
        step++;
    }

    private void subtract(double[] from, double[] direction) {
        for (var i = 0; i < from.length; i++) {
            from[i] -= training.rate() * direction[i];
        }
    }

    /** Steps taken. */
    public long step() {
        return step;
    }

    /** The parameters now; a copy. */
    public double[] parameters() {
        return theta.clone();
    }

    /** dtheta/dn with everything free; a copy. */
    public double[] free() {
        return tangents.get(0).clone();
    }

    /** dtheta/dn with the k-th of the layers asked for frozen; a copy. */
    public double[] frozen(int k) {
        return tangents.get(k + 1).clone();
    }

    /**
     * Comp of the k-th layer for a parameter now.
     *
     * @throws org.basinlab.experiment.InputException if that parameter is in the layer, so that m never moves
     */
    public Comp of(int k, int m) {
        var spec = training.spec();
        var layer = layers.get(k);
        var from = spec.weightOffset(layer);
        require(
                m < from || m >= from + spec.layers().get(layer).parameterCount(),
                "parameter %s is in layer %s, which is frozen: take m from another layer",
                m,
                layer);
        return Comp.of(tangents.get(0)[m], tangents.get(k + 1)[m]);
    }

    /** Comp of the k-th layer for the mean loss of all datapoints now. */
    public Comp ofLoss(int k) {
        if (whole == null) {
            whole = new BatchLoss(training, theta, 0, training.points());
        }
        return Comp.of(whole.along(tangents.get(0)), whole.along(tangents.get(k + 1)));
    }
}
