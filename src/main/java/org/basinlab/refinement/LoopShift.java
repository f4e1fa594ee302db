package org.basinlab.refinement;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.causal.MechanismOp;
import org.basinlab.causal.OpSample;

/**
 * What becomes of a change of a loop's start at its end, case by case.
 *
 * <p>The causal network has the iterates x_t and the corrections u_t = D(x_t) - x_t as variables, x_(t+1) = x_t + a u_t. n is
 * how far x_0 lies along a direction d of length 1, A all the corrections. With A frozen the u_t keep world W's values,
 * so x_T moves by what x_0 moved by, and the change stays as it is. With A free its derivative is M d, M the product of the
 * I + a (J_t - I). Two m: how far x_T lies along d, for which Comp is d . M d, and the size of the whole change, |M d|.
 * Op = -log |Comp|: positive where the loop takes a change of its start back, the error with the rest.
 *
 * <p>Op measures what is forgotten of the start, not what is reached: a denoiser that ignores its input leaves (1 - a)^T of any
 * change, hence Op = -T log |1 - a|, more than one that keeps what it saw of a digit. So Op above zero does not tell a loop
 * that refines from one that erases; the loop with shuffled weights stands beside it for that.
 *
 * @param along        d . (change of x_T), a number a case, as a derivative
 * @param size         its length, as a derivative
 * @param alongFinite  with a change of length delta
 * @param sizeFinite   its length
 */
record LoopShift(double[] along, double[] size, double[] alongFinite, double[] sizeFinite) {
    /** The loop's differences carry rounding of numbers of about 10. */
    private static final double ROUNDING = 1e-12;

    /** Of several sets of directions. */
    static List<LoopShift> of(
            RefinementLoop loop, double[] start, List<double[]> directions, int iterations, double delta) {
        var pixels = loop.denoiser().pixels();
        var exact = loop.tangents(start, directions, iterations);
        var shifts = new ArrayList<LoopShift>();
        for (var k = 0; k < directions.size(); k++) {
            var direction = directions.get(k);
            var shifted = loop.end(Rows.sum(start, delta, direction), iterations);
            var change = Rows.sum(shifted, -1, exact.end());
            shifts.add(new LoopShift(
                    Rows.dot(direction, exact.tangents().get(k), pixels),
                    Rows.norms(exact.tangents().get(k), pixels),
                    Rows.dot(direction, change, pixels),
                    Rows.norms(change, pixels)));
        }
        return shifts;
    }

    /**
     * The loop as it is against a broken one.
     *
     * @param direction in words
     */
    static List<MechanismOp> compared(
            String mechanism,
            String direction,
            double[] directions,
            int pixels,
            double delta,
            LoopShift intact,
            LoopShift broken) {
        var from = "the start along " + direction;
        var square = Rows.dot(directions, directions, pixels);
        var length = Rows.norms(directions, pixels);
        return List.of(
                op(mechanism, from, "the end along it", 0, intact.along, broken.along, square, 0),
                op(mechanism, from, "the size of the change", 0, intact.size, broken.size, length, 0),
                op(
                        mechanism,
                        from,
                        "the end along it",
                        delta,
                        intact.alongFinite,
                        broken.alongFinite,
                        times(square, delta),
                        ROUNDING),
                op(
                        mechanism,
                        from,
                        "the size of the change",
                        delta,
                        intact.sizeFinite,
                        broken.sizeFinite,
                        times(length, delta),
                        ROUNDING));
    }

    private static MechanismOp op(
            String mechanism,
            String from,
            String to,
            double delta,
            double[] intact,
            double[] broken,
            double[] frozen,
            double zero) {
        return new MechanismOp(
                mechanism,
                from,
                to,
                "the corrections D(x) - x of every pass",
                delta,
                OpSample.of(intact, frozen, zero),
                OpSample.of(broken, frozen, zero),
                "the weights shuffled within each matrix");
    }

    private static double[] times(double[] values, double factor) {
        var product = values.clone();
        for (var k = 0; k < product.length; k++) {
            product[k] *= factor;
        }
        return product;
    }
}
