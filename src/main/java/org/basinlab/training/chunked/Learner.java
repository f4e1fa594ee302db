package org.basinlab.training.chunked;

import org.basinlab.network.Parameters;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.UpdateTally;

/** One network on its way through a stream, chunk by chunk. */
final class Learner {
    private final TrainingJob job;
    private final ChunkedStream stream;
    private final FirstLayer first;
    private final Watched watched;
    private final SmallSteps steps;
    private final Rows z;
    private final Rows moves;

    Learner(TrainingJob job, ChunkedStream stream, FirstLayer first, Kernels kernels) {
        this.job = job;
        this.stream = stream;
        this.first = first;
        watched = new Watched(job, kernels);
        steps = new SmallSteps(job, stream, watched, kernels);
        var units = job.start().spec().units(0);
        z = Rows.of(job.precision(), stream.size, units, kernels);
        moves = Rows.of(job.precision(), stream.size + 1, units, kernels);
    }

    /** Takes a chunk. */
    void take(int chunk) {
        moves.clear();
        first.preactivations(chunk, z);
        steps.take(chunk, z, moves);
        first.update(chunk, moves);
        if (job.watch().tallies()) {
            tally(chunk);
        }
    }

    /** The moves have done their work: their sizes take their place. */
    private void tally(int chunk) {
        var rows = stream.end(chunk) - stream.begin(chunk);
        var early = Math.max(0, Math.min(rows, job.watch().late() - stream.begin(chunk)));
        if (early > 0) {
            z.clear();
            z.sizes(moves, 0, early);
            first.tally(chunk, z, 0);
        }
        if (early < rows) {
            z.clear();
            z.sizes(moves, early, rows);
            first.tally(chunk, z, 1);
        }
    }

    boolean diverged() {
        return steps.divergedAt() > 0;
    }

    private Parameters parameters() {
        var spec = job.start().spec();
        var values = new double[spec.parameterCount()];
        first.weights(values, spec.weightOffset(0));
        steps.parameters(spec, values);
        return new Parameters(spec, values);
    }

    Trained trained() {
        var parameters = parameters();
        var divergedAt =
                steps.divergedAt() == 0 && !parameters.finite() ? job.stream().length() : steps.divergedAt();
        return new Trained(
                parameters, steps.losses(), steps.guesses(), updates(0), updates(1), watched.stepSizes(), divergedAt);
    }

    private UpdateTally updates(int half) {
        if (watched.tallies == null) {
            return null;
        }
        var byGroup = watched.tallies[half];
        for (var g = 0; g < stream.groups; g++) {
            first.tally(half, g, byGroup[g], job.start().spec().weightOffset(0));
        }
        return new UpdateTally(byGroup);
    }
}
