package org.basinlab.causal;

import org.basinlab.dynamics.Scaled;

/**
 * How much of a change of node n is left in node m when A is free to respond, relative to what is left when A is frozen:
 *
 * <pre>
 *   Comp(A; n, m) = (ds_m/ds_n, A free) / (ds_m/ds_n, A frozen),    Op(A; n, m) = -log |Comp(A; n, m)|
 * </pre>
 *
 * Op in nats, positive where A removes some of the change, negative where A adds to it. Kept as logarithms, for both derivatives
 * may be beyond the range of numbers. P7 and P8 ("Defining Optimization in a Deeper Way", Parts 3 and 4, 2022), which take the
 * logarithm of Comp itself and so meet complex numbers where it is negative; here its sign is kept apart.
 *
 * @param logFree    log |ds_m/ds_n| with A free; minus infinity for 0
 * @param signFree   its sign
 * @param logFrozen  log |ds_m/ds_n| with A frozen
 * @param signFrozen its sign
 */
public record Comp(double logFree, int signFree, double logFrozen, int signFrozen) {
    /** Of one node, by the tangents of all. */
    public static Comp of(Scaled free, Scaled frozen, int node) {
        return new Comp(free.log(node), free.sign(node), frozen.log(node), frozen.sign(node));
    }

    /** Of two derivatives or differences. */
    public static Comp of(double free, double frozen) {
        return new Comp(Math.log(Math.abs(free)), (int) Math.signum(free), Math.log(Math.abs(frozen)), (int)
                Math.signum(frozen));
    }

    /** Op in nats: infinite where one of the derivatives is 0, NaN where both are. */
    public double op() {
        return logFrozen - logFree;
    }

    /** The sign of Comp: 0 where Comp is 0, infinite or 0/0. */
    public int sign() {
        return signFree * signFrozen;
    }

    /**
     * Whether Comp passes infinity between two neighbouring points of a course or a plane: one of them is infinite, or its sign
     * changes and it is not small on both sides.
     *
     * @param one     Comp at a point
     * @param another at the next
     */
    public static boolean passesInfinity(double one, double another) {
        return Double.isInfinite(one)
                || Double.isInfinite(another)
                || one * another < 0 && Math.max(Math.abs(one), Math.abs(another)) > 1;
    }

    /** Comp itself: infinite or 0 where out of range, NaN for 0/0. */
    public double value() {
        return signFrozen == 0 && signFree != 0
                ? signFree * Double.POSITIVE_INFINITY
                : signFree * (signFrozen == 0 ? Double.NaN : signFrozen) * Math.exp(-op());
    }
}
