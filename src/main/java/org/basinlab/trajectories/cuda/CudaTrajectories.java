package org.basinlab.trajectories.cuda;

import static org.basinlab.experiment.InputException.require;

import java.util.function.LongConsumer;
import org.basinlab.cuda.CudaException;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Event;
import org.basinlab.cuda.KernelModule;
import org.basinlab.cuda.Owned;
import org.basinlab.cuda.Stream;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Flown;
import org.basinlab.trajectories.Looks;
import org.basinlab.trajectories.LorenzStep;
import org.basinlab.trajectories.StepPrograms;
import org.basinlab.trajectories.Trajectories;

/**
 * Trajectories on an NVIDIA GPU, one a thread: states and tangents stay in registers from a launch's first step to its last,
 * and a launch ends only where the window begins or ends, where there is a look, and after so much work that a display would
 * wait. Lorenz's system by RK4 has kernels of its own; kernels of any other system are written for it, as PTX.
 *
 * <p>What comes out is what the engines {@code vector} and {@code blocks} give, bit for bit, but for logarithms, sines, cosines
 * and hyperbolic tangents, which are CUDA's, within 2 units in the last place. It does not depend on how the device's memory has the
 * trajectories split.
 */
public final class CudaTrajectories implements Trajectories, AutoCloseable {
    /** Trajectories in the device's memory at a time, at most and at least. */
    private static final int MOST = 1 << 26;

    private static final int LEAST = 256;

    /** Trajectories that are read at a time, at most, and the numbers of nodes and tangents with them. */
    private static final int PART = 1 << 16;

    private static final int PART_NUMBERS = 1 << 22;

    /** Instructions of a launch, of all threads: two seconds of the slowest GPUs, a thirtieth of one on the fastest. */
    private static final double LAUNCH = 0x1p40;

    /** So many times faster are most GPUs in single precision. */
    private static final double SINGLE = 32;

    /** Of a step: the driver's compiler takes seconds for so many, and for twice as many four times as long. */
    private static final int MOST_INSTRUCTIONS = 10_000;

    private final Device device;
    private final double memoryFraction;
    private final Owned owned = new Owned();
    private final Stream stream;
    private KernelModule lorenz;

    /**
     * The engine.
     *
     * @param device         closed with it
     * @param memoryFraction of the device's memory that may be taken
     */
    public CudaTrajectories(Device device, double memoryFraction) {
        this.device = owned.add(device);
        this.memoryFraction = memoryFraction;
        try {
            stream = owned.add(new Stream(device));
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    /** Why it cannot run an ensemble, in words that go on after its name; null if it can. */
    public static String refusal(Ensemble ensemble) {
        if (ensemble.stepping().noise().size() > 0) {
            return "adds no noise";
        }
        if (LorenzStep.refusal(ensemble) == null) {
            return null;
        }
        var programs = StepPrograms.of(ensemble);
        var longest = Math.max(length(programs, false), length(programs, true));
        return longest <= MOST_INSTRUCTIONS
                ? null
                : "takes steps of at most " + MOST_INSTRUCTIONS + " operations, and one of "
                        + ensemble.stepping().system().name() + " has " + longest;
    }

    private static int length(StepPrograms programs, boolean frozen) {
        return Math.max(
                programs.step(frozen).instructions().size(),
                programs.nodes(frozen).instructions().size());
    }

    @Override
    public String engine() {
        return "cuda";
    }

    @Override
    public String gpu() {
        return device.gpu().name();
    }

    @Override
    public synchronized void run(Ensemble ensemble, Looks looks, Progress progress) {
        try (var steps = steps(ensemble)) {
            for (var first = 0L; first < ensemble.trajectories(); first += steps.room()) {
                var from = (int) first;
                var n = (int) Math.min(steps.room(), ensemble.trajectories() - first);
                steps.begin(from, n);
                var told = new long[1];
                fly(ensemble, steps, n, stop -> {
                    stream.await();
                    var done = (long) (n * ((double) stop / ensemble.steps()));
                    progress.advance(done - told[0]);
                    told[0] = done;
                    if (ensemble.looksAfter(stop)) {
                        look(ensemble, steps, stop, from, n, looks);
                    }
                });
            }
        }
    }

    /**
     * Seconds that the device takes to run an ensemble, by its own clock, without the way of the starts there and of the ends
     * back: of so many repeats, after one that does not count. For benchmarks.
     *
     * @throws InputException if it cannot run the ensemble
     */
    public synchronized double[] deviceSeconds(Ensemble ensemble, int repeats) {
        try (var steps = steps(ensemble);
                var start = new Event(device);
                var end = new Event(device)) {
            var seconds = new double[repeats];
            for (var repeat = -1; repeat < repeats; repeat++) {
                var sum = 0.0;
                for (var first = 0L; first < ensemble.trajectories(); first += steps.room()) {
                    var n = (int) Math.min(steps.room(), ensemble.trajectories() - first);
                    steps.begin((int) first, n);
                    start.record(stream);
                    fly(ensemble, steps, n, stop -> {});
                    end.record(stream);
                    sum += end.secondsSince(start);
                }
                seconds[Math.max(0, repeat)] = sum;
            }
            return seconds;
        }
    }

    /** Launch after launch to the end; after each {@code then} is told the steps taken. */
    private static void fly(Ensemble ensemble, Steps steps, int n, LongConsumer then) {
        var step = (double) n * steps.instructions() * (ensemble.precision().isSingle() ? 1 : SINGLE);
        var most = (long) Math.max(1, Math.min(Steps.MOST, LAUNCH / step));
        for (var taken = 0L; taken < ensemble.steps(); ) {
            var stop = Math.min(ensemble.stopAfter(taken), taken + most);
            steps.advance(n, taken, stop);
            then.accept(stop);
            taken = stop;
        }
    }

    /** Part by part, on all cores. */
    private static void look(Ensemble ensemble, Steps steps, long step, int first, int n, Looks looks) {
        var part = Math.min(part(ensemble), n);
        var parts = (n + part - 1) / part;
        var readers = Math.min(parts, Runtime.getRuntime().availableProcessors());
        Parts.each(readers, reader -> {
            var room = Flown.of(ensemble, step, first, part);
            for (var k = reader; k < parts; k += readers) {
                var column = k * part;
                var some = room.at(step, first + column, Math.min(part, n - column));
                steps.read(step, column, some);
                looks.see(some);
            }
        });
    }

    private static int part(Ensemble ensemble) {
        return Math.max(1, Math.min(PART, PART_NUMBERS / numbers(ensemble)));
    }

    /** Nodes and their tangents. */
    private static int numbers(Ensemble ensemble) {
        return ensemble.stepping().system().nodes().size()
                * (1 + ensemble.tangents().laws().size());
    }

    /** With room for as many trajectories as fit; where the memory does not suffice after all, for half of them. */
    private Steps steps(Ensemble ensemble) {
        var refusal = refusal(ensemble);
        require(refusal == null, "the engine cuda %s: use blocks, or auto", refusal);
        var room = room(ensemble);
        while (true) {
            try {
                return LorenzStep.refusal(ensemble) == null
                        ? new LorenzSteps(device, lorenz(), stream, ensemble, room)
                        : new TapeSteps(device, stream, ensemble, StepPrograms.of(ensemble), room, part(ensemble));
            } catch (CudaException e) {
                if (!e.isOutOfMemory()) {
                    throw e;
                }
                if (room <= LEAST) {
                    throw new InputException(
                            String.format(
                                    "%s has too little free memory for %d trajectories of %s (%s): end what else runs there, or"
                                            + " give --engine blocks",
                                    gpu(), room, ensemble.stepping().system().name(), e.getMessage()),
                            e);
                }
                room = Math.max(LEAST, room / 2);
            }
        }
    }

    private int room(Ensemble ensemble) {
        var usable = device.usableBytes(memoryFraction);
        var kept = Rows.bytes(ensemble);
        var shown = (long) numbers(ensemble)
                * DeviceReals.bytes(ensemble.precision().isSingle());
        // Up to a part of them all are shown at once.
        var fit = Math.max(usable / (kept + shown), (usable - part(ensemble) * shown) / kept);
        return (int) Math.min(ensemble.trajectories(), Math.max(LEAST, Math.min(MOST, fit)));
    }

    private KernelModule lorenz() {
        if (lorenz == null) {
            lorenz = owned.add(KernelModule.of(device, getClass(), LorenzSteps.KERNELS));
        }
        return lorenz;
    }

    /** Gives the device back. */
    @Override
    public synchronized void close() {
        owned.close();
    }
}
