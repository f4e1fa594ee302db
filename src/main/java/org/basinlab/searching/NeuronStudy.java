package org.basinlab.searching;

import org.basinlab.experiment.Progress;

/**
 * A neuron that searches (P9): how near it comes to the maximum, whether its gradients are right, whether a network
 * learns with it, and whether Op sees it.
 *
 * <p>Repeatable from its seed, whatever the number of threads.
 */
public final class NeuronStudy {
    private NeuronStudy() {}

    /**
     * Runs it.
     *
     * @param seed    of everything
     * @param threads side by side
     * @param library whose layers are tried
     */
    public static NeuronResult run(
            NeuronConfig config, long seed, int threads, SearchLibrary library, Progress progress) {
        progress.begin(
                "search neurons",
                (long) SearchGaps.DIMENSIONS * config.networks()
                        + GradientErrors.count()
                        + Learning.count(config)
                        + SearchOp.mechanisms(seed).size());
        progress.note("gaps");
        var gaps = new SearchGaps(library, config, seed).run(threads, progress);
        progress.note("gradients");
        var gradients = new GradientErrors(library, config, seed).run(threads, progress);
        progress.note("learning");
        var learning = new Learning(library, config, seed).run(threads, progress);
        progress.note("Op");
        var op = new SearchOp(config, seed).run(threads, progress);
        return new NeuronResult(
                gaps.gaps(),
                gradients,
                gaps.single(),
                gaps.survives(),
                learning.learned(),
                learning.compared(),
                op.gains(),
                op.ops());
    }
}
