package org.basinlab.current;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.SgdStep;
import org.basinlab.operator.Density;
import org.basinlab.operator.Grid;
import org.basinlab.operator.TransitionOperator;
import org.basinlab.walkers.Start;

/**
 * SGD's own law of W, without chance and without an equation: what every equation is an approximation of. By the
 * {@link TransitionOperator}; where a step draws nothing, by moving the middles of cells, which smears nothing.
 */
final class ExactLaw {
    /** More of the law outside, and the grid is widened. */
    private static final double OUTSIDE = 1e-9;

    private static final int TRIES = 20;
    private static final int COARSE = 400;
    private static final int POINTS = 4_000;
    private static final double FAR = 8;

    private final SgdStep step;
    private final Start.Normal start;
    private final int[] steps;
    private final double barrier;

    /**
     * A law's numbers.
     *
     * @param outside mass beyond the grid's ends, not in mean and sd
     */
    record At(int steps, double mean, double sd, double escaped, double outside) {}

    /**
     * The law on two grids.
     *
     * @param fine   its numbers on the finer one
     * @param coarse and on one of half as many cells
     * @param end    the density at the last step; null where nothing is drawn
     */
    record Laws(List<At> fine, List<At> coarse, Density end) {}

    /**
     * The law of SGD's W.
     *
     * @param steps   after how many it is wanted, ascending
     * @param barrier beyond it W has escaped
     */
    ExactLaw(SgdStep step, Start.Normal start, int[] steps, double barrier) {
        this.step = step;
        this.start = start;
        this.steps = steps.clone();
        this.barrier = barrier;
    }

    /** From a mesh that the law is expected on, and one of twice its cells. */
    Laws on(Mesh mesh, boolean widen, Progress progress) {
        if (step.batches().count() == 1) {
            return new Laws(moved(POINTS), moved(POINTS / 2), null);
        }
        var coarse = new Grid((widen ? widened(mesh) : mesh).faces());
        var first = evolve(coarse, Progress.NONE);
        var second = evolve(coarse.halved(), progress);
        return new Laws(
                numbers(second), numbers(first), second.get(second.size() - 1).law());
    }

    private List<TransitionOperator.Later> evolve(Grid grid, Progress progress) {
        var law = Density.normal(grid, start.mean(), start.sd(), start.low());
        return new TransitionOperator(step, grid).evolve(law, steps, progress);
    }

    private List<At> numbers(List<TransitionOperator.Later> laters) {
        return laters.stream()
                .map(later -> new At(
                        later.steps(),
                        later.law().mean(),
                        later.law().sd(),
                        later.escaped(barrier),
                        later.below() + later.above()))
                .toList();
    }

    /** The mesh, with cells like its outermost ones added where SGD, whose steps are longer than an equation's, leaves it. */
    private Mesh widened(Mesh mesh) {
        var low = mesh.low();
        var high = mesh.high();
        for (var tries = 0; tries < TRIES; tries++) {
            var laters = evolve(Grid.uniform(low, high, COARSE), Progress.NONE);
            var last = laters.get(laters.size() - 1);
            if (last.below() <= OUTSIDE && last.above() <= OUTSIDE) {
                break;
            }
            var more = 0.25 * (high - low);
            low -= last.below() > OUTSIDE ? more : 0;
            high += last.above() > OUTSIDE ? more : 0;
        }
        var faces = new ArrayList<Double>();
        addEven(faces, low, mesh.low(), 2 * mesh.width(0));
        for (var face : mesh.faces()) {
            faces.add(face);
        }
        addEven(faces, mesh.high(), high, 2 * mesh.width(mesh.cells() - 1));
        return new Mesh(faces.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray());
    }

    private static void addEven(List<Double> faces, double from, double to, double width) {
        var count = (int) Math.ceil((to - from) / width);
        for (var i = 0; i <= count && count > 0; i++) {
            faces.add(from + (to - from) * i / count);
        }
    }

    private List<At> moved(int points) {
        var low = Math.max(start.low(), start.mean() - FAR * start.sd());
        var mesh = Mesh.uniform(low, start.mean() + FAR * start.sd(), points);
        var mass = Beginning.masses(start, mesh);
        var w = new double[points];
        for (var i = 0; i < points; i++) {
            w[i] = mesh.centre(i);
        }
        var batch = step.batches().batch(0);
        var looks = new ArrayList<At>();
        var done = 0;
        for (var until : steps) {
            for (; done < until; done++) {
                for (var i = 0; i < points; i++) {
                    w[i] = step.from(w[i], batch);
                }
            }
            looks.add(look(until, w, mass));
        }
        return looks;
    }

    private At look(int after, double[] w, double[] mass) {
        var mean = 0.0;
        var escaped = 0.0;
        for (var i = 0; i < w.length; i++) {
            mean += mass[i] * w[i];
            escaped += w[i] > barrier ? mass[i] : 0;
        }
        var squares = 0.0;
        for (var i = 0; i < w.length; i++) {
            squares += mass[i] * (w[i] - mean) * (w[i] - mean);
        }
        return new At(after, mean, Math.sqrt(squares), escaped, 0);
    }
}
