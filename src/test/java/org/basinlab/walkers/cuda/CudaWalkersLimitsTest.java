package org.basinlab.walkers.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.LostDevice;
import org.basinlab.cuda.Stream;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.operator.EscapeOperator;
import org.basinlab.walkers.Bins;
import org.basinlab.walkers.Draws;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.Walked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cuda engine where work is cut in parts, the device has too little memory, or is lost. */
class CudaWalkersLimitsTest {
    private static final Landscape LINE =
            Landscape.of(Formulas.parse("w"), Formulas.parse("-w"), Formulas.parse("2*w"));

    private static EmulatedDriver driver(long memory) {
        return new EmulatedDriver(EmulatedGpu.gpu("9.0", memory));
    }

    private static Device device(EmulatedDriver driver, long memory) {
        return EmulatedGpu.open(driver, EmulatedGpu.gpu("9.0", memory));
    }

    private static Walk walk(SgdStep step, Precision precision, int walkers, int... steps) {
        var start = new Start.Normal(1.1, 0.1, 0.5);
        return new Walk(step, start, 1.2, steps, walkers, 3, precision, new Bins(0.5, 2.5, 16));
    }

    private static SgdStep pit() {
        return new SgdStep(Pit.PUBLISHED, 0.02);
    }

    private static void same(Walked found, Walked wanted) {
        assertThat(found).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(wanted);
    }

    /** What does not fit together is walked in parts, and comes out the same to the last bit. */
    @ParameterizedTest
    @CsvSource({"FLOAT32, 7000", "FLOAT64, 7000", "FLOAT32, 4500"})
    void memoryDoesNotMatter(Precision precision, long memory) {
        var walk = walk(pit(), precision, 1300, 0, 20, 40);
        var roomy = driver(1L << 30);
        Walked whole;
        double[] ends;
        try (var walkers = new CudaWalkers(device(roomy, 1L << 30), 0.8, 1)) {
            whole = walkers.run(walk, Progress.NONE);
            ends = walkers.ends(walk);
        }
        var tight = driver(memory);
        try (var walkers = new CudaWalkers(device(tight, memory), 1, 3)) {
            same(walkers.run(walk, Progress.NONE), whole);
            assertThat(walkers.ends(walk)).containsExactly(ends);
        }
        assertThat(tight.launches()).as("more parts").isGreaterThan(2 * roomy.launches());
        assertThat(tight.faults()).isEmpty();
        assertThat(tight.liveAllocations()).isZero();
        assertThat(tight.liveHandles()).isZero();
    }

    /** A share of the memory is all that is taken. */
    @Test
    void noMoreMemoryIsTakenThanIsAllowed() {
        var walk = walk(pit(), Precision.FLOAT32, 1300, 5);
        var many = driver(1 << 16);
        var few = driver(1 << 16);
        try (var all = new CudaWalkers(device(many, 1 << 16), 1, 1);
                var part = new CudaWalkers(device(few, 1 << 16), 0.05, 1)) {
            same(part.run(walk, Progress.NONE), all.run(walk, Progress.NONE));
        }
        assertThat(few.launches()).isGreaterThan(many.launches());
    }

    /** However many launches the steps are cut into, in the middle of a word of coins and of a block of draws too. */
    @ParameterizedTest
    @CsvSource({"FLOAT32", "FLOAT64"})
    void launchesDoNotMatter(Precision precision) {
        for (var step : List.of(pit(), new SgdStep(Pit.PUBLISHED, 0.02, 1, 2), new SgdStep(LINE, 0.1, 2, 1))) {
            var walk = walk(step, precision, 70, 33, 150);
            Walked whole = null;
            for (var operations : new long[] {1L << 40, 20_000_000, 300_000, 1}) {
                var driver = driver(1L << 30);
                try (var walkers = new CudaWalkers(device(driver, 1L << 30), 0.8, 1, operations)) {
                    var found = walkers.run(walk, Progress.NONE);
                    whole = whole == null ? found : whole;
                    same(found, whole);
                }
                // One to begin with, one for each look and its histogram, and the steps'.
                if (operations == 1) {
                    assertThat(driver.launches()).isEqualTo(1 + 2 * 2 + 150);
                }
                if (operations == 1L << 40) {
                    assertThat(driver.launches()).isEqualTo(1 + 2 * 2 + 2);
                }
                assertThat(driver.faults()).isEmpty();
            }
        }
    }

    /** Walkers' numbers have 64 bits, and all of them are in the counters. */
    @ParameterizedTest
    @CsvSource({"77", "4294967290", "1099511627776"})
    void walkersFarDownTheRowDrawTheirOwnBatches(long first) {
        for (var step : List.of(new SgdStep(Pit.PUBLISHED, 0.01), new SgdStep(LINE, 0.01))) {
            var walk = new Walk(
                    step,
                    new Start.Normal(1, 0.05, 0),
                    1.2,
                    new int[] {140},
                    Long.MAX_VALUE,
                    -6,
                    Precision.FLOAT64,
                    null);
            var ends = new double[20];
            var driver = driver(1 << 20);
            try (var device = device(driver, 1 << 20);
                    var stream = new Stream(device);
                    var kernels = new WalkKernels(device);
                    var steps = Steps.of(walk, device, kernels);
                    var crowd = new Crowd(device, stream, kernels, steps, walk, 2, 1L << 40, Crowd.GROUP)) {
                crowd.begin(first, ends.length);
                crowd.advance(0, 140, taken -> {});
                crowd.ends(ends, 0);
            }
            var draws = new Draws(walk.seed(), step.landscape().datapoints());
            for (var i = 0; i < ends.length; i++) {
                var w = walk.start().of(walk.seed(), first + i);
                for (var s = 0; s < 140; s++) {
                    w = step.from(w, (int) draws.batch(first + i, s));
                }
                // Steps contract: roundings stay a few.
                assertThat(ends[i]).as("walker %s", first + i).isCloseTo(w, within(1e-12));
            }
        }
    }

    /** More landscapes than are kept, and the first again. */
    @Test
    void landscapesComeAndGo() {
        var driver = driver(1L << 30);
        try (var walkers = new CudaWalkers(device(driver, 1L << 30), 0.8, 1)) {
            for (var k = 0; k < 21; k++) {
                var slope = k % 10 + 1;
                var step = new SgdStep(Landscape.of(Formulas.parse(slope + "*w")), 0.5);
                var walk = new Walk(step, new Start.Point(0), 1, new int[] {2}, 1, 1, Precision.FLOAT32, null);
                assertThat(walkers.ends(walk)).containsExactly(-slope);
            }
        }
        assertThat(driver.liveHandles()).isZero();
    }

    @Test
    void aDeviceThatHoldsNoGroupIsRefusedWithWhatItWouldTake() {
        var driver = driver(2300);
        try (var walkers = new CudaWalkers(device(driver, 2300), 1, 1)) {
            assertThatThrownBy(() -> walkers.run(walk(pit(), Precision.FLOAT32, 1300, 5), Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("emulated GPU 9.0 has too little free memory for 256 walkers at a time")
                    .hasMessageContaining("need 3 KiB")
                    .hasMessageContaining("--engine vector");
        }
        assertThat(driver.liveAllocations()).isZero();
    }

    @Test
    void aDeviceThatIsLostSaysSoAndStaysLost() {
        for (var launches : new int[] {0, 1, 2, 3}) {
            var driver = driver(1L << 30);
            var walkers = new CudaWalkers(device(driver, 1L << 30), 0.8, 1);
            driver.failAfter(launches, 719);
            LostDevice.saysSoAndStaysLost(
                    () -> walkers.run(walk(pit(), Precision.FLOAT32, 300, 5, 9), Progress.NONE), walkers::close);
        }
    }

    /** 10^5 walkers and 1000 steps against the exact operator. Minutes: {@code mvn verify -Pslow}. */
    @Tag("slow")
    @Test
    void manyEscapeAsTheOperatorSays() {
        var step = new SgdStep(Pit.PUBLISHED, 0.015);
        var looks = new int[] {100, 1000};
        var walk = new Walk(step, new Start.Point(1.0036974), 1.1959565, looks, 100_000, 1, Precision.FLOAT32, null);
        var driver = driver(1L << 30);
        try (var walkers = new CudaWalkers(device(driver, 1L << 30), 0.8, 1)) {
            var found = walkers.run(walk, Progress.NONE).looks();
            var exact = new EscapeOperator(step, 1.0036974, 1.1959565).escapes(looks);
            for (var k = 0; k < looks.length; k++) {
                var wanted = exact.get(k).atEnd();
                // Four standard errors of the walkers.
                assertThat(found.get(k).atEnd() / 1e5)
                        .isCloseTo(wanted, within(4 * Math.sqrt(wanted * (1 - wanted) / 1e5)));
            }
        }
        assertThat(driver.faults()).isEmpty();
    }
}
