package org.basinlab.walkers.cuda;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.basinlab.cuda.Arguments;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceDoubles;
import org.basinlab.cuda.DeviceInts;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Grid;
import org.basinlab.cuda.Owned;
import org.basinlab.cuda.Stream;
import org.basinlab.experiment.Threads;
import org.basinlab.walkers.Bins;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.Tally;
import org.basinlab.walkers.Walk;

/**
 * Walkers side by side on the device, a group of 256 after the other: where each is, and when it was first beyond the
 * barrier. One after another, parts of a walk have the same place.
 */
final class Crowd implements AutoCloseable {
    /** Walkers of a group, and threads of a block. */
    static final int GROUP = 256;

    /** More are not quicker. */
    static final int MOST = 1 << 26;

    /** Which arguments of the steps' kernel are the first step and the last. */
    static final int FROM = 5;

    static final int TO = 6;

    /** Numbers that a group's look comes to, of each type. */
    private static final int COUNTS = 3;

    /** Bits of a word of coins: steps that a kernel takes at one go. */
    private static final int WORD = 32;

    /** Starts made at a time. */
    private static final int SLICE = 1 << 20;

    /** Blocks of a histogram for each multiprocessor. */
    private static final int HISTOGRAM_BLOCKS = 8;

    /** Bins whose counters a block has in its shared memory. */
    private static final int SHARED_BINS = (48 << 10) / Integer.BYTES;

    private final Owned owned = new Owned();
    private final Walk walk;
    private final WalkKernels kernels;
    private final Steps steps;
    private final Stream stream;
    private final int threads;
    private final long operations;
    private final int multiprocessors;
    private final int capacity;
    private final DeviceReals places;
    private final DeviceInts passed;
    private final DeviceInts counts;
    private final DeviceDoubles moments;
    private final DeviceInts histogram;
    private Arguments arguments;
    private int size;

    /**
     * Takes the memory.
     *
     * @param threads    of the CPU, that make starts
     * @param operations of a launch, at most
     * @param capacity   walkers at a time, a multiple of {@link #GROUP}
     */
    Crowd(
            Device device,
            Stream stream,
            WalkKernels kernels,
            Steps steps,
            Walk walk,
            int threads,
            long operations,
            int capacity) {
        this.walk = walk;
        this.kernels = kernels;
        this.steps = steps;
        this.stream = stream;
        this.threads = threads;
        this.operations = operations;
        this.capacity = capacity;
        multiprocessors = device.gpu().multiprocessors();
        try {
            places = owned.add(new DeviceReals(device, walk.precision().isSingle(), capacity));
            passed = owned.add(new DeviceInts(device, capacity));
            counts = owned.add(new DeviceInts(device, (long) COUNTS * capacity / GROUP));
            moments = owned.add(new DeviceDoubles(device, (long) COUNTS * capacity / GROUP));
            histogram = walk.bins() == null
                    ? null
                    : owned.add(new DeviceInts(device, walk.bins().count()));
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    /** Bytes that so many walkers take. */
    static long bytes(Walk walk, int walkers) {
        var each = (walk.precision().isSingle() ? Float.BYTES : Double.BYTES) + Integer.BYTES;
        var group = COUNTS * (Integer.BYTES + Double.BYTES);
        var bins = walk.bins() == null ? 0 : walk.bins().count();
        return (long) walkers * each + (long) walkers / GROUP * group + (long) bins * Integer.BYTES;
    }

    int capacity() {
        return capacity;
    }

    /** Puts walkers {@code first .. first + n - 1}, at most the capacity, where they begin. */
    void begin(long first, int n) {
        size = n;
        if (arguments != null) {
            arguments.close();
        }
        arguments = steps.arguments(places, passed, n, first, real(barrier()));
        var given = !(walk.start() instanceof Start.Point);
        for (var at = 0; given && at < n; at += SLICE) {
            places.write(at, starts(first + at, Math.min(SLICE, n - at)));
        }
        var place = walk.start() instanceof Start.Point point ? point.w() : 0;
        launch("begin", places.memory(), passed, n, real(barrier()), real(place), given ? 1 : 0);
    }

    /** Plus 0: a barrier of -0 is none that 0 has crossed. */
    private double barrier() {
        return 0.0 + walk.barrier();
    }

    private Object real(double x) {
        return walk.precision().isSingle() ? (Object) (float) x : (Object) x;
    }

    private double[] starts(long from, int n) {
        var starts = new double[n];
        var each = (n + threads - 1) / threads;
        var tasks = new ArrayList<Callable<Integer>>();
        for (var begin = 0; begin < n; begin += each) {
            var task = begin;
            tasks.add(() -> {
                var end = Math.min(n, task + each);
                for (var i = task; i < end; i++) {
                    starts[i] = walk.start().of(walk.seed(), from + i);
                }
                return end;
            });
        }
        Threads.all(threads, tasks);
        return starts;
    }

    /**
     * Takes all from a step to another, in as many launches as that is.
     *
     * @param launched told of each launch's walker-steps, when it is on the stream
     */
    void advance(int from, int to, LongConsumer launched) {
        // Not in whole numbers: of a great many inner steps there would be too many.
        var most = (long) Math.max(1, operations / ((double) steps.operations() * size));
        for (var at = from; at < to; ) {
            // Words that a launch leaves half used are made again by the next.
            var next = (int) Math.min(to, most < WORD ? at + most : (at + most) / WORD * WORD);
            steps.kernel().launch(stream, blocks(), arguments.set(FROM, at).set(TO, next));
            launched.accept((long) size * (next - at));
            at = next;
        }
    }

    private Grid blocks() {
        return Grid.row((size + GROUP - 1) / GROUP, GROUP, 0);
    }

    private void launch(String kernel, Object... given) {
        try (var values = Arguments.of(given)) {
            kernels.of(kernel, walk.precision()).launch(stream, blocks(), values);
        }
    }

    /** Looks at all of them. */
    void look(int look, Tally tally) {
        var last = walk.steps()[walk.steps().length - 1];
        launch("look", places.memory(), passed, size, last, real(barrier()), counts, moments);
        if (histogram != null) {
            count(walk.bins());
        }
        stream.await();
        var groups = (size + GROUP - 1) / GROUP;
        var whole = new int[COUNTS * groups];
        var parts = new double[COUNTS * groups];
        counts.read(0, whole, 0, whole.length);
        moments.read(0, parts, 0, parts.length);
        for (var g = 0; g < groups; g++) {
            var n = Math.min(GROUP, size - g * GROUP);
            var k = COUNTS * g;
            tally.look(look, new Tally.Part(n, whole[k], whole[k + 1], whole[k + 2], parts[k], parts[k + 1]));
            if (look == walk.steps().length - 1) {
                tally.end(n, parts[k + 2]);
            }
        }
        if (histogram != null) {
            var bins = new int[walk.bins().count()];
            histogram.read(0, bins, 0, bins.length);
            tally.bins(look, bins);
        }
    }

    private void count(Bins bins) {
        histogram.clear();
        var shared = bins.count() <= SHARED_BINS;
        var kernel = kernels.of(shared ? "histogram" : "histogram_wide", walk.precision());
        var grid = Grid.row(
                Math.min(blocks().x(), HISTOGRAM_BLOCKS * multiprocessors),
                GROUP,
                shared ? bins.count() * Integer.BYTES : 0);
        try (var values = Arguments.of(
                places.memory(), size, bins.low(), bins.high(), bins.high() - bins.low(), bins.count(), histogram)) {
            kernel.launch(stream, grid, values);
        }
    }

    /** Writes where each is into an array (modified), from {@code at} on. */
    void ends(double[] into, int at) {
        stream.await();
        places.read(0, into, at, size);
    }

    @Override
    public void close() {
        if (arguments != null) {
            arguments.close();
        }
        owned.close();
    }
}
