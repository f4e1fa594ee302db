package org.basinlab.registration;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Steps uphill by L-BFGS (J. Nocedal 1980) with eight pairs of memory; a step is halved until it gains at least a ten-thousandth of
 * what the slope promises, so that the objective never falls.
 */
final class Ascent {
    private static final int MEMORY = 8;
    private static final int MOST_HALVINGS = 30;
    private static final double GAIN = 1e-4;

    private Ascent() {}

    /**
     * An objective at a place.
     *
     * @param value    there
     * @param gradient there
     */
    record Height(double value, double[] gradient) {}

    /** An objective. */
    interface Hill {
        Height at(double[] place);
    }

    private record Pair(double[] moved, double[] turned, double product) {}

    /**
     * Climbs.
     *
     * @param start  where from
     * @param first  length of the first step
     * @param steps  at most
     * @param places told of every place, the start the first; fewer where no step uphill is found
     */
    static void climb(Hill hill, double[] start, double first, int steps, Consumer<double[]> places) {
        var place = start.clone();
        var here = hill.at(place);
        places.accept(place);
        Deque<Pair> memory = new ArrayDeque<>();
        for (var step = 0; step < steps; step++) {
            var direction = direction(memory, here.gradient(), first);
            var slope = dot(direction, here.gradient());
            if (!(slope > 0)) {
                return;
            }
            var share = 1.0;
            double[] next = null;
            Height there = null;
            for (var halving = 0; halving < MOST_HALVINGS && there == null; halving++) {
                next = plus(place, share, direction);
                var seen = hill.at(next);
                there = seen.value() >= here.value() + GAIN * share * slope ? seen : null;
                share /= 2;
            }
            if (there == null) {
                return;
            }
            remember(memory, plus(next, -1, place), plus(here.gradient(), -1, there.gradient()));
            place = next;
            here = there;
            places.accept(place);
        }
    }

    /** The gradient times an approximate inverse of the negative second derivatives. */
    private static double[] direction(Deque<Pair> memory, double[] gradient, double first) {
        var q = gradient.clone();
        var factors = new ArrayDeque<Double>();
        for (var pair : memory) {
            var a = dot(pair.moved, q) / pair.product;
            factors.addLast(a);
            q = plus(q, -a, pair.turned);
        }
        var size = Math.sqrt(dot(gradient, gradient));
        var newest = memory.peekFirst();
        var scale = newest == null ? (size > 0 ? first / size : 0) : newest.product / dot(newest.turned, newest.turned);
        q = Arrays.stream(q).map(v -> v * scale).toArray();
        for (var pairs = memory.descendingIterator(); pairs.hasNext(); ) {
            var pair = pairs.next();
            var b = dot(pair.turned, q) / pair.product;
            q = plus(q, factors.removeLast() - b, pair.moved);
        }
        return q;
    }

    private static void remember(Deque<Pair> memory, double[] moved, double[] turned) {
        var product = dot(moved, turned);
        // Where the hill is not concave along the step, the pair would turn the next one downhill.
        if (product > 0) {
            memory.addFirst(new Pair(moved, turned, product));
            if (memory.size() > MEMORY) {
                memory.removeLast();
            }
        }
    }

    private static double[] plus(double[] to, double factor, double[] more) {
        var sum = new double[to.length];
        for (var i = 0; i < sum.length; i++) {
            sum[i] = to[i] + factor * more[i];
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        var sum = 0.0;
        for (var i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
