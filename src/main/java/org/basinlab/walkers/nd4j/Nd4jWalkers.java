package org.basinlab.walkers.nd4j;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Batches;
import org.basinlab.landscape.Tape;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.basinlab.walkers.Draws;
import org.basinlab.walkers.Tally;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.Walked;
import org.basinlab.walkers.Walkers;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Walkers as arrays of ND4J, on whatever backend: the reference that the fused engines are held against. A step is a few
 * operations on an array of all W: the gradient of every datapoint by its formula's {@link Tape}, of which each walker takes
 * those it drew. It draws the same batches as the others, bit for bit; e^x and the rest are the backend's.
 */
public final class Nd4jWalkers implements Walkers {
    /** Walkers side by side. */
    private static final int SIDE = 1 << 18;

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String backend() {
        return Nd4jRuntime.start().backend();
    }

    @Override
    public Walked run(Walk walk, Progress progress) {
        return sides(walk, null, progress).walked();
    }

    @Override
    public double[] ends(Walk walk) {
        require(walk.walkers() <= SIDE, "--walkers must be at most %s to keep each, got %s", SIDE, walk.walkers());
        var ends = new double[(int) walk.walkers()];
        sides(walk, ends, Progress.NONE);
        return ends;
    }

    private static Tally sides(Walk walk, double[] ends, Progress progress) {
        var gradients = walk.step()
                .landscape()
                .gradients()
                .orElseThrow(() -> new InputException(
                        "--engine nd4j takes losses that are formulas; give --engine vector for others"));
        require(
                walk.step().batches().count() <= Integer.MAX_VALUE,
                "--engine nd4j draws from at most 2^31 batches, here there are %s: give --engine vector",
                walk.step().batches().count());
        Nd4jRuntime.start();
        var all = new Tally(walk);
        for (var first = 0L; first < walk.walkers(); first += SIDE) {
            var n = (int) Math.min(SIDE, walk.walkers() - first);
            all.add(new Side(walk, gradients, first, n).run(ends, progress));
        }
        return all;
    }

    /** Walkers {@code first .. first + n - 1}. */
    private static final class Side {
        private final Walk walk;
        private final Tape gradients;
        private final Draws draws;
        private final Batches batches;
        private final long first;
        private final int n;
        private final int[] member;
        private final int[][] words;
        private final int[] passed;

        Side(Walk walk, Tape gradients, long first, int n) {
            this.walk = walk;
            this.gradients = gradients;
            this.first = first;
            this.n = n;
            batches = walk.step().batches();
            draws = new Draws(walk.seed(), batches.count());
            member = IntStream.range(0, n).toArray();
            words = new int[Draws.WORDS][n];
            passed = new int[n];
            Arrays.fill(passed, Tally.NEVER);
        }

        Tally run(double[] ends, Progress progress) {
            var tally = new Tally(walk);
            try (var tape = new TapeArrays(gradients);
                    var w = array(i -> walk.start().of(walk.seed(), first + i))) {
                var step = 0;
                pass(w, 0);
                for (var look = 0; look < walk.steps().length; look++) {
                    for (; step < walk.steps()[look]; step++) {
                        if (step % draws.perBlock() == 0) {
                            draws.words(first, member, step / draws.perBlock(), words, n);
                        }
                        step(w, tape, step % draws.perBlock());
                        pass(w, step + 1);
                        progress.advance(n);
                    }
                    var at = w.data().asDouble();
                    tally.look(look, i -> at[i], passed, n);
                }
                if (ends != null) {
                    System.arraycopy(w.data().asDouble(), 0, ends, 0, n);
                }
            }
            tally.end(passed, n);
            return tally;
        }

        private void step(INDArray w, TapeArrays tape, int draw) {
            var shares = shares(draw);
            var inner = walk.step().innerSteps();
            for (var s = 0; s < inner; s++) {
                tape.run(w);
                try (var sum = w.like()) {
                    for (var j = 0; j < shares.length; j++) {
                        // A datapoint that was not drawn counts 0, also where its gradient is not finite.
                        try (var drawn = shares[j].gt(0);
                                var kept = where(drawn, tape.output(j), shares[j])) {
                            sum.addi(kept);
                        }
                    }
                    sum.divi(walk.step().batch()).muli(walk.step().temperature() / inner);
                    w.subi(sum);
                }
            }
            for (var share : shares) {
                share.close();
            }
        }

        /** Elements of one array where it is true, of the other elsewhere; Nd4j.where has them the other way round. */
        private static INDArray where(INDArray isTrue, INDArray one, INDArray other) {
            return Nd4j.exec(DynamicCustomOp.builder("select")
                    .addInputs(isTrue, one, other)
                    .build())[0];
        }

        /** For each datapoint 1 for the walkers that drew it, 0 for the others. */
        private INDArray[] shares(int draw) {
            var shares = new double[batches.datapoints()][n];
            for (var i = 0; i < n; i++) {
                for (var j : batches.batch(draws.batch(words, draw, i))) {
                    shares[j][i] = 1;
                }
            }
            return Arrays.stream(shares).map(share -> array(i -> share[i])).toArray(INDArray[]::new);
        }

        /** Notes who is beyond the barrier for the first time. */
        private void pass(INDArray w, int step) {
            try (var beyond = w.gt(walk.barrier())) {
                var now = beyond.data().asInt();
                for (var i = 0; i < n; i++) {
                    if (now[i] != 0 && passed[i] == Tally.NEVER) {
                        passed[i] = step;
                    }
                }
            }
        }

        private INDArray array(IntToDoubleFunction value) {
            var values = IntStream.range(0, n).mapToDouble(value).toArray();
            if (!walk.precision().isSingle()) {
                return Nd4j.createFromArray(values);
            }
            var floats = new float[n];
            for (var i = 0; i < n; i++) {
                floats[i] = (float) values[i];
            }
            return Nd4j.createFromArray(floats);
        }
    }
}
