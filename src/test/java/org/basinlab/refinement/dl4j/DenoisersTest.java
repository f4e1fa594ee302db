package org.basinlab.refinement.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.refinement.DenoisingNetwork;
import org.basinlab.refinement.DenoisingTask;
import org.basinlab.refinement.Digits;
import org.basinlab.refinement.RefinementConfig;
import org.basinlab.refinement.Toys;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class DenoisersTest {
    private static final int PIXELS = 7;
    private static final int UNITS = 5;

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    private static void close(double[] found, double[] expected, double tolerance) {
        assertThat(found).hasSameSizeAs(expected);
        for (var k = 0; k < found.length; k++) {
            assertThat(found[k]).isCloseTo(expected[k], within(tolerance));
        }
    }

    @Test
    void arraysAreThePlainNetwork() {
        var x = Toys.drawn(4 * PIXELS, 1, 10);
        var t = Toys.drawn(4 * PIXELS, 1, 11);
        for (var network : List.of(Toys.tied(PIXELS, UNITS, 1, 0), Toys.free(PIXELS, UNITS, 1, 0))) {
            for (var type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
                // Sums of a dozen numbers of about 1 to 3, in another order: some tens of ulps of the type.
                var tolerance = type == DataType.DOUBLE ? 1e-13 : 2e-5;
                var arrays = new Nd4jDenoiser(network, type);
                assertThat(arrays.pixels()).isEqualTo(PIXELS);
                close(arrays.apply(x), network.apply(x), tolerance);
                close(arrays.push(x, t), network.push(x, t), tolerance);
            }
        }
    }

    @Test
    void dl4jsNetworkIsTheSame() {
        var network = Toys.free(PIXELS, UNITS, 1, 0);
        var theirs = Dl4jDenoiserTraining.build(network);
        var x = Toys.drawn(4 * PIXELS, 1, 10);
        var found = theirs.output(Nd4j.createFromArray(x).castTo(DataType.FLOAT).reshape(4, PIXELS));
        // Single precision, as above.
        close(found.dup('c').data().asDouble(), network.apply(x), 2e-5);
        // And back, but for the rounding of each number to a single, half an ulp of numbers of at most 4.
        var back = Dl4jDenoiserTraining.plain(theirs);
        close(back.encode(), network.encode(), 2e-7);
        close(back.bias(), network.bias(), 2e-7);
        close(back.decode(), network.decode(), 2e-7);
        close(back.offset(), network.offset(), 2e-7);
    }

    private static double loss(DenoisingNetwork network, double[] x, double[] y) {
        var d = network.apply(x);
        var sum = 0.0;
        for (var k = 0; k < d.length; k++) {
            sum += (d[k] - y[k]) * (d[k] - y[k]);
        }
        return sum / 2 / (x.length / network.pixels());
    }

    @Test
    void theTiedGradientIsThatOfTheLoss() {
        var x = Toys.drawn(3 * PIXELS, 1, 10);
        var y = Toys.drawn(3 * PIXELS, 1, 11);
        var weights = TiedWeights.of(Toys.tied(PIXELS, UNITS, 1, 0), DataType.DOUBLE);
        var gradient = weights.gradient(
                Nd4j.createFromArray(x).reshape(3, PIXELS),
                Nd4j.createFromArray(y).reshape(3, PIXELS));
        var h = 1e-5;
        for (var p = 0; p < weights.row().length(); p++) {
            var at = weights.row().getDouble(p);
            weights.row().putScalar(p, at + h);
            var up = loss(weights.network(), x, y);
            weights.row().putScalar(p, at - h);
            var down = loss(weights.network(), x, y);
            weights.row().putScalar(p, at);
            // h^2 times a third derivative of about 100, and 1e-15 / h of rounding.
            assertThat(gradient.getDouble(p)).isCloseTo((up - down) / (2 * h), within(1e-7));
        }
    }

    private static DenoisingTask task(double rate) {
        var config = new RefinementConfig(60, 12, 150, 20, rate, List.of(0.2, 0.4), 0.3, 4, 10, 0.5, 1);
        return new DenoisingTask(Digits.of(Toys.bars(60), IntStream.range(0, 60).toArray()), config, 5);
    }

    private static double error(DenoisingNetwork network, DenoisingTask task) {
        var sum = 0.0;
        for (var s = 1000; s < 1010; s++) {
            var batch = task.at(s);
            sum += loss(network, widened(batch.noisy()), widened(batch.clean()));
        }
        return sum / 10;
    }

    private static double[] widened(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(k -> numbers[k]).toArray();
    }

    @Test
    void bothLearnToTakeNoiseAwayAndAlwaysTheSame() {
        var training = new Dl4jDenoiserTraining();
        var task = task(0.02);
        var steps = new AtomicLong();
        var progress = new Progress() {
            @Override
            public void begin(String what, long units) {}

            @Override
            public void advance(long units) {
                steps.addAndGet(units);
            }

            @Override
            public void note(String stage) {}
        };
        var tied = training.tied(task, progress);
        var free = training.free(task, progress);
        assertThat(steps.get()).isEqualTo(300);
        assertThat(tied.isTied()).isTrue();
        assertThat(free.isTied()).isFalse();
        // Half of what they began with and more, which no constant picture would reach: its error is that of black,
        // 1.7.
        assertThat(error(tied, task)).isLessThan(error(task.tiedStart(), task) / 2);
        assertThat(error(free, task)).isLessThan(error(task.freeStart(), task) / 2);
        assertThat(training.tied(task, Progress.NONE).encode()).containsExactly(tied.encode());
        assertThat(training.free(task, Progress.NONE).encode()).containsExactly(free.encode());
    }

    @Test
    void trainingThatRunsAwayIsAnErrorOfInput() {
        assertThatThrownBy(() -> new Dl4jDenoiserTraining().tied(task(1e38), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--refine-rate");
    }
}
