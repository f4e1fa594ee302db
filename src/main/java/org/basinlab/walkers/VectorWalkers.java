package org.basinlab.walkers;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;

/**
 * Walkers on all cores, a block of them at a time in a core's cache, by the Vector API where it is there. What comes out
 * does not depend on the number of threads, to the last bit, nor on the Vector API.
 */
public final class VectorWalkers implements Walkers {
    /** Walkers of one task: what a thread does before it looks for more. */
    private static final int TASK = 64 * Block.SIZE;

    private final int threads;

    /** On so many threads. */
    public VectorWalkers(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Walked run(Walk walk, Progress progress) {
        return tasks(walk, null, progress).walked();
    }

    @Override
    public double[] ends(Walk walk) {
        var ends = walk.places();
        tasks(walk, ends, Progress.NONE);
        return ends;
    }

    private Tally tasks(Walk walk, double[] ends, Progress progress) {
        var tasks = new ArrayList<Callable<Tally>>();
        for (var first = 0L; first < walk.walkers(); first += TASK) {
            var from = first;
            var to = Math.min(walk.walkers(), first + TASK);
            tasks.add(() -> tally(walk, from, to, ends, progress));
        }
        var all = new Tally(walk);
        Threads.each(threads, tasks, all::add);
        return all;
    }

    private static Tally tally(Walk walk, long from, long to, double[] ends, Progress progress) {
        var course = new Course(walk);
        var tally = new Tally(walk);
        var steps = walk.steps()[walk.steps().length - 1];
        for (var first = from; first < to; first += Block.SIZE) {
            var n = (int) Math.min(Block.SIZE, to - first);
            course.run(first, n, tally);
            if (ends != null) {
                course.ends(ends, (int) first, n);
            }
            progress.advance((long) n * steps);
        }
        return tally;
    }
}
