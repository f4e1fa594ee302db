package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.landscape.SgdStep;
import org.basinlab.landscape.block.Exponentials;

/** Walkers one at a time and step by step: what every engine must come to. */
final class OneByOne {
    /** Where a walker at w is after a step with a batch. */
    interface Step {
        double from(double w, long batch);
    }

    private OneByOne() {}

    /** In double precision, by the losses themselves. */
    static Step plain(SgdStep step) {
        var batches = step.batches();
        return (w, batch) -> step.from(w, batches.batch(batch));
    }

    /** By the engine's own arithmetic without the Vector API, each walker alone. */
    static Step alone(Walk walk) {
        var draws = new Draws(walk.seed(), walk.step().batches().count());
        var block =
                Block.of(walk.step(), walk.barrier(), walk.precision(), draws, new PlainBells(), Exponentials.plain());
        return (w, batch) -> {
            block.place(0, w);
            block.advance(draws.first(batch), 0, 1, 1);
            return block.at(0);
        };
    }

    static double start(Walk walk, long walker) {
        var w = walk.start().of(walk.seed(), walker);
        return walk.precision().isSingle() ? (float) w : w;
    }

    static Walked run(Walk walk, Step step) {
        var looks = walk.steps();
        var last = looks[looks.length - 1];
        var barrier = walk.precision().isSingle() ? (float) walk.barrier() : walk.barrier();
        var draws = new Draws(walk.seed(), walk.step().batches().count());
        var at = new double[looks.length][(int) walk.walkers()];
        var passages = new long[looks.length];
        var atRisk = 0.0;
        for (var walker = 0; walker < walk.walkers(); walker++) {
            var w = start(walk, walker);
            var passed = w > barrier ? 0 : -1;
            for (var s = 0; s <= last; s++) {
                var look = Arrays.binarySearch(looks, s);
                if (look >= 0) {
                    at[look][walker] = w;
                }
                if (s < last) {
                    w = step.from(w, draws.batch((long) walker, s));
                    passed = passed < 0 && w > barrier ? s + 1 : passed;
                }
            }
            if (passed >= 0) {
                var look = Arrays.binarySearch(looks, passed);
                passages[look < 0 ? -look - 1 : look]++;
            }
            atRisk += passed < 0 ? last : passed;
        }
        var result = new ArrayList<Walked.Look>();
        var ever = 0L;
        for (var k = 0; k < looks.length; k++) {
            ever += passages[k];
            result.add(look(walk, looks[k], at[k], barrier, ever));
        }
        return new Walked(walk.walkers(), result, passages, atRisk);
    }

    private static Walked.Look look(Walk walk, int steps, double[] at, double barrier, long ever) {
        var finite = Arrays.stream(at).filter(Double::isFinite).toArray();
        var mean = Arrays.stream(finite).average().orElse(Double.NaN);
        var square = Arrays.stream(finite).map(w -> (w - mean) * (w - mean)).average();
        var bins = walk.bins();
        var histogram = new long[bins == null ? 0 : bins.count()];
        for (var bin = 0; bin < histogram.length; bin++) {
            var width = (bins.high() - bins.low()) / bins.count();
            var low = bins.low() + bin * width;
            histogram[bin] = Arrays.stream(finite)
                    .filter(w -> w >= low && w < low + width)
                    .count();
        }
        return new Walked.Look(
                steps,
                Arrays.stream(finite).filter(w -> w > barrier).count(),
                ever,
                at.length - finite.length,
                mean,
                Math.sqrt(square.orElse(Double.NaN)),
                histogram);
    }

    /** The same counts, and the same means and deviations to the rounding of sums of that many numbers of this size. */
    static void assertSame(Walked found, Walked wanted, double rounding) {
        assertThat(found.walkers()).isEqualTo(wanted.walkers());
        assertThat(found.passages()).containsExactly(wanted.passages());
        assertThat(found.atRisk()).isEqualTo(wanted.atRisk());
        assertThat(found.looks()).hasSameSizeAs(wanted.looks());
        for (var k = 0; k < found.looks().size(); k++) {
            var one = found.looks().get(k);
            var other = wanted.looks().get(k);
            assertThat(List.of(one.steps(), one.atEnd(), one.ever(), one.overflowed()))
                    .isEqualTo(List.of(other.steps(), other.atEnd(), other.ever(), other.overflowed()));
            assertThat(one.histogram()).containsExactly(other.histogram());
            assertClose(one.mean(), other.mean(), rounding);
            assertClose(one.sd(), other.sd(), rounding);
        }
    }

    private static void assertClose(double found, double wanted, double rounding) {
        if (Double.isFinite(wanted)) {
            assertThat(found).isCloseTo(wanted, within(rounding));
        } else {
            assertThat(Double.isFinite(found)).isFalse();
        }
    }
}
