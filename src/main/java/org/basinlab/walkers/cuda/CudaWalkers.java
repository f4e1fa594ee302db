package org.basinlab.walkers.cuda;

import static org.basinlab.experiment.InputException.require;

import java.util.function.ObjLongConsumer;
import org.basinlab.cuda.CudaException;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Event;
import org.basinlab.cuda.Owned;
import org.basinlab.cuda.Stream;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.walkers.Tally;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.Walked;
import org.basinlab.walkers.Walkers;

/**
 * Walkers on an NVIDIA GPU, a thread each, by kernels of Basin's own (src/main/cuda/walkers): a walker's W stays in a
 * register from one look to the next. They draw the same batches as on the other engines, bit for bit.
 *
 * <p>On P1's pit with one datapoint a step, in single precision, powers of two are made by the GPU's special-function units:
 * a move is within 2^-22 of itself, beside what rounding makes of it, which for T below a tenth is less than the rounding of
 * W after it. In double precision every W is that of the CPU's engine to the last bit. So it is on other landscapes in both
 * precisions, but for the logarithm, sine, cosine and hyperbolic tangent, which are CUDA's.
 *
 * <p>Results do not depend on how many walkers the device's memory holds at a time. Counts, passages and histograms are
 * those of the CPU's engine where every W is; means and deviations differ in their last digits, since here sums are over
 * groups of 256.
 */
public final class CudaWalkers implements Walkers, AutoCloseable {
    private static final int MOST_DATAPOINTS = Long.SIZE;
    private static final int MOST_BATCHES = 1 << 20;
    /** Of all gradients: ptxas took 7 s for 19 000 of them. */
    private static final int MOST_OPERATIONS = 20_000;

    /** Of a launch: two seconds on the slowest GPUs, since one with a display stops what takes several. */
    private static final long OPERATIONS = 1L << 40;

    /** Walkers that keep any GPU busy. */
    private static final int ENOUGH = 1 << 18;

    /** Steps that make a launch worth while. */
    private static final int WORTH = 32;

    private final Device device;
    private final double memoryFraction;
    private final int threads;
    private final long operations;
    private final Owned owned = new Owned();
    private final Stream stream;
    private final WalkKernels kernels;

    /**
     * An engine.
     *
     * @param device         closed with the engine
     * @param memoryFraction of the device's memory that may be taken
     * @param threads        of the CPU, that make starts
     * @throws CudaException if the kernels are not taken
     */
    public CudaWalkers(Device device, double memoryFraction, int threads) {
        this(device, memoryFraction, threads, OPERATIONS);
    }

    /** The same with so many operations a launch at most. */
    CudaWalkers(Device device, double memoryFraction, int threads, long operations) {
        this.device = owned.add(device);
        this.memoryFraction = memoryFraction;
        this.threads = threads;
        this.operations = operations;
        try {
            stream = owned.add(new Stream(device));
            kernels = owned.add(new WalkKernels(device));
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    /** Why it does not take such steps, to be read after its name; null where it does. */
    public static String refusal(SgdStep step) {
        if (step.landscape().gradients().isEmpty()) {
            return "takes losses that are formulas";
        }
        if (step.landscape().datapoints() > MOST_DATAPOINTS) {
            return "takes at most " + MOST_DATAPOINTS + " datapoints, here there are "
                    + step.landscape().datapoints();
        }
        if (step.batches().count() > MOST_BATCHES) {
            return "draws from at most " + MOST_BATCHES + " batches, here there are "
                    + step.batches().count();
        }
        var operations =
                step.landscape().gradients().orElseThrow().instructions().size();
        return operations <= MOST_OPERATIONS
                ? null
                : "takes gradients of at most " + MOST_OPERATIONS + " operations together, and these have "
                        + operations;
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public String gpu() {
        return device.gpu().name();
    }

    /**
     * {@inheritDoc}
     *
     * @throws InputException if it does not take such steps, or memory is short
     * @throws CudaException  if the GPU fails
     */
    @Override
    public synchronized Walked run(Walk walk, Progress progress) {
        var tally = new Tally(walk);
        each(walk, (crowd, first) -> {
            var from = 0;
            for (var look = 0; look < walk.steps().length; look++) {
                var to = walk.steps()[look];
                crowd.advance(from, to, taken -> {
                    stream.await();
                    progress.advance(taken);
                });
                crowd.look(look, tally);
                from = to;
            }
        });
        return tally.walked();
    }

    /**
     * {@inheritDoc}
     *
     * @throws InputException if it does not take such steps, there are too many walkers to keep each, or memory is short
     * @throws CudaException  if the GPU fails
     */
    @Override
    public synchronized double[] ends(Walk walk) {
        var ends = walk.places();
        each(walk, (crowd, first) -> {
            crowd.advance(0, last(walk), taken -> stream.await());
            crowd.ends(ends, (int) first);
        });
        return ends;
    }

    /**
     * Seconds that the device takes for all steps of all walkers, by its own clock, without the looks at them: of so many
     * repeats, after one that does not count. For benchmarks.
     *
     * @throws InputException if it does not take such steps, or memory is short
     * @throws CudaException  if the GPU fails
     */
    public synchronized double[] deviceSeconds(Walk walk, int repeats) {
        var seconds = new double[repeats];
        try (var start = new Event(device);
                var end = new Event(device)) {
            for (var repeat = -1; repeat < repeats; repeat++) {
                var sum = new double[1];
                each(walk, (crowd, first) -> {
                    start.record(stream);
                    crowd.advance(0, last(walk), taken -> {});
                    end.record(stream);
                    sum[0] += end.secondsSince(start);
                });
                seconds[Math.max(0, repeat)] = sum[0];
            }
        }
        return seconds;
    }

    private static int last(Walk walk) {
        return walk.steps()[walk.steps().length - 1];
    }

    /** Does something with all walkers where they begin, as many at a time as the memory holds, and the first one's number. */
    private void each(Walk walk, ObjLongConsumer<Crowd> work) {
        if (walk.precision() == Precision.TF32) {
            throw new IllegalArgumentException("TF32 is of networks");
        }
        var refusal = refusal(walk.step());
        require(refusal == null, "--engine cuda %s: give --engine vector", refusal);
        try (var steps = Steps.of(walk, device, kernels);
                var crowd = crowd(walk, steps)) {
            for (var first = 0L; first < walk.walkers(); first += crowd.capacity()) {
                crowd.begin(first, (int) Math.min(crowd.capacity(), walk.walkers() - first));
                work.accept(crowd, first);
            }
        } catch (CudaException e) {
            throw e.isOutOfMemory() ? tooLittle(walk, e) : e;
        }
    }

    private InputException tooLittle(Walk walk, CudaException e) {
        return new InputException(
                String.format(
                        "%s has too little free memory for %d walkers at a time, which need %d KiB (%s): end what else runs"
                                + " there, or give --engine vector",
                        gpu(), Crowd.GROUP, (Crowd.bytes(walk, Crowd.GROUP) >> 10) + 1, e.getMessage()),
                e);
    }

    /** Room for as many walkers as there are, or as fit. */
    private Crowd crowd(Walk walk, Steps steps) {
        var capacity = capacity(walk, steps);
        while (true) {
            try {
                return new Crowd(device, stream, kernels, steps, walk, threads, operations, capacity);
            } catch (CudaException e) {
                if (!e.isOutOfMemory() || capacity == Crowd.GROUP) {
                    throw e;
                }
            }
            // Something else may have taken memory since it was asked how much there is.
            capacity = (capacity / Crowd.GROUP + 1) / 2 * Crowd.GROUP;
        }
    }

    private int capacity(Walk walk, Steps steps) {
        var quick = Math.max(ENOUGH, operations / (WORTH * steps.operations()));
        var wanted = (int) Math.min(walk.walkers(), Math.min(Crowd.MOST, quick));
        var none = Crowd.bytes(walk, 0);
        var group = Crowd.bytes(walk, Crowd.GROUP) - none;
        var fitting = Math.max(1, (device.usableBytes(memoryFraction) - none) / group);
        // Up to a whole group: what is beyond the last walker is not touched.
        var groups = (wanted + Crowd.GROUP - 1) / Crowd.GROUP;
        return (int) Math.min(groups, fitting) * Crowd.GROUP;
    }

    /** Gives the device back. */
    @Override
    public synchronized void close() {
        owned.close();
    }
}
