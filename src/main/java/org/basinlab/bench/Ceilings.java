package org.basinlab.bench;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.cuda.Arguments;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceFloats;
import org.basinlab.cuda.Event;
import org.basinlab.cuda.Grid;
import org.basinlab.cuda.Kernel;
import org.basinlab.cuda.KernelModule;
import org.basinlab.cuda.Stream;

/**
 * What a GPU does at best, measured: what a benchmark comes to is said beside it.
 *
 * @param copyBytesPerSecond bytes read plus bytes written by a copy within the device
 * @param fmaFlops           single-precision operations a second, a multiply-add being two
 * @param fma64Flops         the same in double precision
 * @param specialPerSecond   powers of two a second by the special-function units, in single precision
 * @param tf32Flops          of the tensor cores by mma.sync, the instruction the kernels use; null where there are none
 */
public record Ceilings(
        double copyBytesPerSecond, double fmaFlops, double fma64Flops, double specialPerSecond, Double tf32Flops) {
    private static final int THREADS = 256;
    private static final int BLOCKS_EACH = 16;

    /**
     * How much is done to measure them.
     *
     * @param copied  numbers, of 4 bytes
     * @param rounds  of multiply-adds and products
     * @param repeats of each, an odd number
     */
    record Effort(long copied, int rounds, int repeats) {}

    /** Measures them. */
    public static Ceilings of(Device device) {
        // A fifth of what is free, for each of two, if that is less.
        var copied = Math.min(1L << 28, device.freeBytes() / 5 / Float.BYTES / 4 * 4);
        return of(device, new Effort(copied, 512, 7));
    }

    static Ceilings of(Device device, Effort effort) {
        var copied = effort.copied;
        var rounds = effort.rounds;
        var blocks = device.gpu().multiprocessors() * BLOCKS_EACH;
        var threads = (double) blocks * THREADS;
        try (var stream = new Stream(device);
                var plain = KernelModule.of(device, Ceilings.class, "cuda/ceilings75.ptx");
                var from = new DeviceFloats(device, copied);
                var to = new DeviceFloats(device, copied);
                var copy = Arguments.of(from, to, copied / 4);
                var multiply = Arguments.of(to, 0.5f, rounds);
                var multiplyWide = Arguments.of(to, 0.5, rounds)) {
            from.clear();
            var copying = seconds(device, stream, effort.repeats, plain.kernel("copy"), blocks, copy);
            var single =
                    seconds(device, stream, effort.repeats, plain.kernel("multiply_add_float32"), blocks, multiply);
            var wide =
                    seconds(device, stream, effort.repeats, plain.kernel("multiply_add_float64"), blocks, multiplyWide);
            var special = seconds(device, stream, effort.repeats, plain.kernel("special"), blocks, multiply);
            Double tensor = null;
            if (device.gpu().hasTf32()) {
                try (var cores = KernelModule.of(device, Ceilings.class, "cuda/ceilings80.ptx")) {
                    var products = seconds(device, stream, effort.repeats, cores.kernel("tensor"), blocks, multiply);
                    tensor = threads / 32 * rounds * 4 * 16 * 16 * 8 * 8 * 2 / products;
                }
            }
            return new Ceilings(
                    2.0 * copied * Float.BYTES / copying,
                    threads * rounds * 8 * 32 * 2 / single,
                    threads * rounds * 8 * 32 * 2 / wide,
                    threads * rounds * 8 * 32 / special,
                    tensor);
        }
    }

    /** Median of some launches after one that does not count. */
    private static double seconds(
            Device device, Stream stream, int repeats, Kernel kernel, int blocks, Arguments arguments) {
        var times = IntStream.rangeClosed(0, repeats)
                .mapToDouble(k -> {
                    try (var start = new Event(device);
                            var end = new Event(device)) {
                        start.record(stream);
                        kernel.launch(stream, Grid.row(blocks, THREADS, 0), arguments);
                        end.record(stream);
                        return end.secondsSince(start);
                    }
                })
                .skip(1)
                .toArray();
        Arrays.sort(times);
        return times[repeats / 2];
    }

    /** Instructions of single precision a second, each an addition, a multiplication or both at once. */
    double instructions() {
        return fmaFlops / 2;
    }

    /** The same in double precision. */
    double wideInstructions() {
        return fma64Flops / 2;
    }
}
