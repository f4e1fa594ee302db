package org.basinlab.training.chunked;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.basinlab.network.Precision;
import org.basinlab.training.DatapointStream;

/**
 * A stream cut into chunks of B consecutive datapoints, with what every network that sees it shares. An input is
 * x = (p + 1) / 256: the background 1/256, which every pixel has, and the ink p / 256, which few have. Ink is kept as
 * entries {@code place << 8 | p}, twice: datapoint by datapoint (the place is the pixel), and, in each chunk, pixel by
 * pixel and there group by group (the place is the datapoint's in the chunk).
 */
final class ChunkedStream {
    /** Eight pixels at once, to pass over the background. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** An array of more is refused by some virtual machines. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    final DatapointStream stream;
    final int size;

    /** One more than the greatest group of a datapoint. */
    final int groups;

    private final Kernels kernels;

    /** Ink of datapoint s is {@code ink[inkStart[s] .. inkStart[s + 1])}. */
    final int[] inkStart;

    final int[] ink;

    /** The sum of each datapoint's inputs. */
    final double[] brightness;

    private int[] pixelInk;
    private int[] pixelStart;
    private final Rows[] gram = new Rows[Precision.values().length];

    ChunkedStream(DatapointStream given, int size, Kernels kernels) {
        // Not the very object that was given: as long as that is in use, somebody else holds it.
        stream = new DatapointStream(given.images(), given.order(), given.groups());
        this.size = size;
        groups = 1 + Arrays.stream(given.groups()).max().orElse(0);
        this.kernels = kernels;
        inkStart = new int[stream.length() + 1];
        brightness = new double[stream.length()];
        ink = entries();
    }

    private int[] entries() {
        var pixels = stream.images().pixels();
        var inputs = stream.inputs();
        var entries = new int[(int) Math.max(inputs, Math.min(MOST, (long) stream.length() * inputs / 5))];
        var count = 0;
        for (var s = 0; s < stream.length(); s++) {
            if (count + inputs > entries.length) {
                entries = Arrays.copyOf(entries, Math.addExact(count, Math.max(inputs, count / 2)));
            }
            var first = stream.order()[s] * inputs;
            var sum = inputs;
            var i = 0;
            while (i < inputs) {
                if (i + Long.BYTES <= inputs && (long) EIGHT.get(pixels, first + i) == 0) {
                    i += Long.BYTES;
                    continue;
                }
                for (var end = Math.min(i + Long.BYTES, inputs); i < end; i++) {
                    var p = pixels[first + i] & 0xff;
                    // Written in any case, kept if the next does not write over it.
                    entries[count] = i << 8 | p;
                    count += p == 0 ? 0 : 1;
                    sum += p;
                }
            }
            brightness[s] = sum * 0x1p-8;
            inkStart[s + 1] = count;
        }
        return Arrays.copyOf(entries, count);
    }

    /** The share of the inputs that are not background. */
    double inkShare() {
        return (double) ink.length / ((double) stream.length() * stream.inputs());
    }

    int chunks() {
        return (stream.length() + size - 1) / size;
    }

    int begin(int chunk) {
        return chunk * size;
    }

    int end(int chunk) {
        return Math.min(stream.length(), begin(chunk) + size);
    }

    /**
     * Entries pixel by pixel and there group by group; before a pixel's first stands one for its background,
     * {@code size << 8 | 1}: of row {@code size}, 1/256.
     */
    int[] pixelInk() {
        sortByPixel();
        return pixelInk;
    }

    /** Where the entries of (chunk, pixel, group) begin, at {@code (chunk * inputs + pixel) * groups + group}. */
    int[] pixelStarts() {
        sortByPixel();
        return pixelStart;
    }

    private synchronized void sortByPixel() {
        if (pixelInk != null) {
            return;
        }
        var cells = stream.inputs() * groups;
        var starts = new int[chunks() * cells + 1];
        var sorted = new int[Math.addExact(ink.length, Math.multiplyExact(chunks(), stream.inputs()))];
        var at = new int[cells];
        var next = 0;
        for (var chunk = 0; chunk < chunks(); chunk++) {
            Arrays.fill(at, 0);
            for (var s = begin(chunk); s < end(chunk); s++) {
                for (var k = inkStart[s]; k < inkStart[s + 1]; k++) {
                    at[(ink[k] >>> 8) * groups + stream.groups()[s]]++;
                }
            }
            for (var cell = 0; cell < cells; cell++) {
                if (cell % groups == 0) {
                    sorted[next++] = size << 8 | 1;
                }
                var count = at[cell];
                at[cell] = next;
                starts[chunk * cells + cell] = next;
                next += count;
            }
            for (var s = begin(chunk); s < end(chunk); s++) {
                for (var k = inkStart[s]; k < inkStart[s + 1]; k++) {
                    var cell = (ink[k] >>> 8) * groups + stream.groups()[s];
                    sorted[at[cell]++] = s - begin(chunk) << 8 | ink[k] & 0xff;
                }
            }
        }
        // One past the background entry that would stand before a further pixel.
        starts[chunks() * cells] = next + 1;
        pixelStart = starts;
        pixelInk = sorted;
    }

    /** Row s: the inner products x_s . x_t + 1 with the datapoints t before it in its chunk. */
    Rows gram(Precision precision) {
        synchronized (gram) {
            if (gram[precision.ordinal()] == null) {
                gram[precision.ordinal()] = products(precision);
            }
            return gram[precision.ordinal()];
        }
    }

    private Rows products(Precision precision) {
        var products = Rows.of(precision, stream.length(), size, kernels);
        var transposed = Rows.of(precision, stream.inputs(), size, kernels);
        var row = new double[size];
        for (var chunk = 0; chunk < chunks(); chunk++) {
            transposed.clear();
            for (var s = begin(chunk); s < end(chunk); s++) {
                var t = s - begin(chunk);
                products.addInk(s, ink, inkStart[s], inkStart[s + 1], transposed);
                products.read(s, row, t);
                // x.y of the inks is at hand; the backgrounds add (sum x + sum y) / 256 - inputs / 256^2, the bias 1.
                for (var u = 0; u < t; u++) {
                    row[u] += (brightness[s] + brightness[begin(chunk) + u] - stream.inputs() * 0x1p-8) * 0x1p-8 + 1;
                }
                products.write(s, row, t);
                for (var k = inkStart[s]; k < inkStart[s + 1]; k++) {
                    transposed.set(ink[k] >>> 8, t, (ink[k] & 0xff) * 0x1p-8);
                }
            }
        }
        return products;
    }
}
