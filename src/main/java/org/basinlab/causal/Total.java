package org.basinlab.causal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.basinlab.dynamics.Path;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;

/**
 * P8's amount of optimization: the integral of 1 - Comp(A; n, m) over where n starts, m one node at one time.
 *
 * <p>Comp of a system with kinks, such as a thermostat that saturates, jumps where a course just touches one. So the kinks are found
 * first, by bisection between starts whose courses take different pieces of the functions |x| and sign(x), and Gauss' rule
 * is used between them. The post takes a grid and differences; both are here. Where Comp passes infinity on the way there is no
 * such integral, and it is NaN.
 */
public final class Total {
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();
    private static final int POINTS = 5;
    private static final int CHUNK = 64;
    /** Starts so close, relative to the range, are not told apart. */
    private static final double NARROW = 1e-12;

    private final Question question;
    private final long steps;
    private final int n;

    private Total(Question question, long steps) {
        this.question = question;
        this.steps = steps;
        n = question.stepping().system().node(question.from());
    }

    /**
     * By exact derivatives, between kinks.
     *
     * @param question of one node m
     * @param steps    after which m is looked at
     * @param low      the least start of n
     * @param high     the greatest
     * @param points   of the grid on which kinks are looked for: those of an interval are all found, unless two or more of them
     *                 cancel
     */
    public static double betweenKinks(
            Question question, long steps, double low, double high, int points, int threads, Progress progress) {
        var total = new Total(question, steps);
        var grid = grid(low, high, points);
        var tasks = new ArrayList<Callable<Double>>();
        for (var from = 0; from + 1 < points; from += CHUNK) {
            var part = Arrays.copyOfRange(grid, from, Math.min(points, from + CHUNK + 1));
            tasks.add(() -> total.piecewise(part, NARROW * (high - low), progress));
        }
        return Threads.all(threads, tasks).stream().mapToDouble(s -> s).sum();
    }

    /**
     * As the post has it: forward differences at the points of a grid, and the trapezoid rule.
     *
     * @param delta of the differences
     */
    public static double onGrid(
            Question question,
            long steps,
            double low,
            double high,
            int points,
            double delta,
            int threads,
            Progress progress) {
        var total = new Total(question, steps);
        var grid = grid(low, high, points);
        var tasks = new ArrayList<Callable<double[]>>();
        for (var from = 0; from < points; from += CHUNK) {
            var part = Arrays.copyOfRange(grid, from, Math.min(points, from + CHUNK));
            tasks.add(() -> {
                var worlds = new Worlds(question, delta);
                var left = new double[part.length];
                for (var i = 0; i < part.length; i++) {
                    worlds.restart(total.start(part[i]));
                    left[i] = total.end(worlds);
                    progress.advance(1);
                }
                return left;
            });
        }
        var values = Threads.all(threads, tasks).stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
        var sum = 0.0;
        for (var i = 0; i + 1 < points; i++) {
            if (Comp.passesInfinity(values[i], values[i + 1])) {
                return Double.NaN;
            }
            sum += (grid[i + 1] - grid[i]) * (2 - values[i] - values[i + 1]) / 2;
        }
        return sum;
    }

    private static double[] grid(double low, double high, int points) {
        var grid = new double[points];
        for (var i = 0; i < points; i++) {
            grid[i] = low + (high - low) * i / (points - 1);
        }
        return grid;
    }

    private double[] start(double from) {
        var starts = question.stepping().system().start();
        starts[n] = from;
        return starts;
    }

    private double end(Compared worlds) {
        for (var k = 0L; k < steps; k++) {
            worlds.advance();
        }
        return worlds.comps().get(0).value();
    }

    private double piecewise(double[] grid, double narrow, Progress progress) {
        var path = new Path(question.stepping(), question.stepping().system().start());
        var worlds = new Tangents(question);
        DoubleUnaryOperator left = from -> {
            worlds.restart(start(from));
            return end(worlds);
        };
        var kinks = new ArrayList<Double>();
        for (var i = 0; i + 1 < grid.length; i++) {
            kinks.add(grid[i]);
            kinks(path, grid[i], piece(path, grid[i]), grid[i + 1], piece(path, grid[i + 1]), narrow, kinks);
            progress.advance(1);
        }
        kinks.add(grid[grid.length - 1]);
        var sum = 0.0;
        for (var i = 0; i + 1 < kinks.size(); i++) {
            var from = kinks.get(i);
            var to = kinks.get(i + 1);
            if (to > from) {
                sum += lost(from, to, left);
            }
        }
        return sum;
    }

    /** Between two kinks. */
    private static double lost(double from, double to, DoubleUnaryOperator left) {
        var rule = RULES.legendre(POINTS, from, to);
        var sum = to - from;
        var last = 0.0;
        for (var p = 0; p < POINTS; p++) {
            var comp = left.applyAsDouble(rule.getPoint(p));
            if (Comp.passesInfinity(last, comp)) {
                return Double.NaN;
            }
            sum -= rule.getWeight(p) * comp;
            last = comp;
        }
        return sum;
    }

    private void kinks(
            Path path, double low, long lowPiece, double high, long highPiece, double narrow, List<Double> kinks) {
        if (lowPiece == highPiece) {
            return;
        }
        var middle = low + (high - low) / 2;
        if (high - low <= narrow || middle <= low || middle >= high) {
            kinks.add(middle);
            return;
        }
        var middlePiece = piece(path, middle);
        kinks(path, low, lowPiece, middle, middlePiece, narrow, kinks);
        kinks(path, middle, middlePiece, high, highPiece, narrow, kinks);
    }

    /** Which pieces the course from a start is made of. */
    private long piece(Path path, double from) {
        path.restart(start(from));
        for (var k = 0L; k < steps; k++) {
            path.advance();
        }
        return path.piece();
    }
}
