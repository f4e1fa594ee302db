package org.basinlab.trajectories;

import org.basinlab.dynamics.Law;

/**
 * Where trajectories are after a step: the values of all nodes, variables first, and their tangents.
 *
 * @param step   steps taken
 * @param first  the number of the first of these trajectories
 * @param count  how many these are
 * @param values a row a node, a column a trajectory, from {@code first} on
 * @param free   tangents with A free; null where none were asked for
 * @param frozen tangents with A frozen; null where none were asked for
 */
public record Flown(long step, int first, int count, double[][] values, ScaledRows free, ScaledRows frozen) {
    /** Room for some of an ensemble, from trajectory {@code first} on. */
    public static Flown of(Ensemble ensemble, long step, int first, int count) {
        var nodes = ensemble.stepping().system().nodes().size();
        return new Flown(
                step,
                first,
                count,
                new double[nodes][count],
                ensemble.tangents().laws().contains(Law.FREE)
                        ? new ScaledRows(nodes, count, ensemble.precision())
                        : null,
                ensemble.tangents().laws().contains(Law.FROZEN)
                        ? new ScaledRows(nodes, count, ensemble.precision())
                        : null);
    }

    /** The same room after another step, or for others. */
    public Flown at(long otherStep, int otherFirst, int otherCount) {
        return new Flown(otherStep, otherFirst, otherCount, values, free, frozen);
    }

    /** Takes over what a part of these trajectories came to. */
    void take(Flown part) {
        var column = part.first - first;
        for (var node = 0; node < values.length; node++) {
            System.arraycopy(part.values[node], 0, values[node], column, part.count);
        }
        for (var law : Law.values()) {
            if (tangents(law) != null) {
                tangents(law).take(part.tangents(law), column, part.count);
            }
        }
    }

    /** The tangents of a law. */
    public ScaledRows tangents(Law law) {
        return law == Law.FREE ? free : frozen;
    }

    /**
     * Op = log |frozen| - log |free| of a node: minus the logarithm of Comp = free / frozen (P7), in nats.
     *
     * @param node       its place among the system's nodes
     * @param trajectory counted from the first of these
     */
    public double op(int node, int trajectory) {
        return frozen.log(node, trajectory) - free.log(node, trajectory);
    }

    /** The sign of Comp; 0 where a tangent is 0. */
    public int compSign(int node, int trajectory) {
        return free.sign(node, trajectory) * frozen.sign(node, trajectory);
    }
}
