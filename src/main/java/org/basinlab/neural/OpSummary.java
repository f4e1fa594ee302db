package org.basinlab.neural;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.causal.Comp;

/**
 * Comp and Op of one set A over a data set.
 *
 * <p>The median is over all points where Comp is not 0/0; Op is -infinite where Comp is infinite and +infinite where
 * Comp is 0, which a median can stand.
 *
 * @param medianOp      in nats; null where no point has an Op, or the median is infinite
 * @param medianSize    of |Op|, as {@code medianOp}
 * @param negativeShare of the points where Comp is a finite number, those with Comp &lt; 0; null where there is none
 * @param points        in all
 * @param undefined     of them, those where Comp is 0/0: n does not act on m with A free or frozen
 * @param infinite      of them, those where Comp is infinite: n acts on m through A alone
 * @param cancelled     of them, those where Comp is 0
 */
public record OpSummary(
        Double medianOp,
        Double medianSize,
        Double negativeShare,
        int points,
        int undefined,
        int infinite,
        int cancelled) {
    /** Over some points. */
    public static OpSummary of(List<Comp> points) {
        var ops = points.stream()
                .filter(c -> !isUndefined(c))
                .mapToDouble(Comp::op)
                .sorted()
                .toArray();
        var sizes = Arrays.stream(ops).map(Math::abs).sorted().toArray();
        var finite =
                points.stream().filter(c -> !isUndefined(c) && !isInfinite(c)).toList();
        return new OpSummary(
                median(ops),
                median(sizes),
                finite.isEmpty()
                        ? null
                        : (double) finite.stream().filter(c -> c.sign() < 0).count() / finite.size(),
                points.size(),
                points.size() - ops.length,
                (int) points.stream().filter(OpSummary::isInfinite).count(),
                (int) points.stream().filter(OpSummary::isCancelled).count());
    }

    private static boolean isUndefined(Comp c) {
        return c.signFree() == 0 && c.signFrozen() == 0;
    }

    private static boolean isInfinite(Comp c) {
        return c.signFree() != 0 && c.signFrozen() == 0;
    }

    private static boolean isCancelled(Comp c) {
        return c.signFree() == 0 && c.signFrozen() != 0;
    }

    /** Of sorted numbers, infinite ones among them; null where it is none. */
    private static Double median(double[] sorted) {
        if (sorted.length == 0) {
            return null;
        }
        var middle = StatUtils.mean(new double[] {sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2]});
        return Double.isFinite(middle) ? middle : null;
    }
}
