package org.basinlab.training.cuda;

import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Grid;
import org.basinlab.network.Dense;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.TrainingJob;

/**
 * What networks must have in common to be trained side by side, and how they lie on the device: a hidden unit's weights
 * in a row of {@code pitch} numbers, {@code width} rows a network; what is added to round up is 0.
 *
 * @param inputs    of an image
 * @param units     hidden
 * @param outputs   of the network
 * @param precision to compute in
 */
record Shape(int inputs, int units, int outputs, Precision precision) {
    /** Datapoints a chunk, as in batch.cuh. */
    static final int CHUNK = 64;

    /** A warp's units. */
    private static final int ROWS = 16;

    private static final int WARP = 32;

    /** Up to so many units a thread has one of them, then four. */
    private static final int NARROW = 256;

    private static final int MOST_THREADS = 1024;
    private static final int MOST_UNITS = 4 * MOST_THREADS;

    /** A lane has one. */
    private static final int MOST_OUTPUTS = WARP;

    /** The products of two images are summed in 32 bits. */
    private static final int MOST_INPUTS = 66_051;

    static Shape of(TrainingJob job) {
        var spec = job.start().spec();
        return new Shape(spec.inputs(), spec.units(0), spec.outputs(), job.precision());
    }

    /** Why such networks are not trained here; null where they are. */
    static String refusal(NetworkSpec spec) {
        if (spec.depth() != 2 || !spec.layers().stream().allMatch(Dense.class::isInstance)) {
            return "it trains networks with one hidden layer, fully connected";
        }
        if (!spec.layers().stream().allMatch(layer -> layer.activation() instanceof StandardActivation)) {
            return "it knows the named activations only";
        }
        if (spec.units(0) > MOST_UNITS || spec.outputs() > MOST_OUTPUTS || spec.inputs() > MOST_INPUTS) {
            return "it trains networks of at most " + MOST_UNITS + " hidden units, " + MOST_OUTPUTS + " outputs and "
                    + MOST_INPUTS + " inputs";
        }
        return null;
    }

    int pitch() {
        return up(inputs, 32);
    }

    int width() {
        return up(units, ROWS);
    }

    /** Of the first layer, as it lies on the device. */
    int weights() {
        return Math.multiplyExact(width(), pitch());
    }

    /** Halves x groups. */
    int classes() {
        return 2 * outputs;
    }

    /** Tallies of a class but for the first layer's weights: hidden biases, output weights, output biases. */
    int smallTally() {
        return width() * (1 + outputs) + outputs;
    }

    boolean wide() {
        return units > NARROW;
    }

    /** Of the steps: a block a network. */
    Grid steps(int jobs) {
        var each = wide() ? 4 : 1;
        var window = wide() ? 4 : 16;
        var threads = up((width() + each - 1) / each, WARP);
        var numbers = CHUNK * (CHUNK + window) + outputs * each * threads + 2 * outputs * (threads / WARP);
        return Grid.row(jobs, threads, numbers * DeviceReals.bytes(precision.isSingle()));
    }

    /**
     * Of the passes over the weights: a warp for 16 units, as many to a block as {@code threads} and
     * {@code sharedBytes} allow, the same number in each.
     */
    Grid advance(int jobs, int threads, int sharedBytes, boolean plain) {
        var warps = warps(threads, sharedBytes, plain);
        return new Grid(blocks(warps), jobs, 1, warps * WARP, advanceBytes(warps, plain));
    }

    /** Of the sums of update sizes: {@link #talliedUnits} of them a launch. */
    Grid tally(int jobs, int threads, int sharedBytes, boolean plain) {
        var warps = warps(threads, sharedBytes, plain);
        var bytes = CHUNK * (rowOfUnits(warps) + stride()) * DeviceReals.bytes(precision.isSingle())
                + 2 * CHUNK * Integer.BYTES;
        return new Grid(pitch() / pixels(), classes(), jobs, warps * WARP, bytes);
    }

    /** Units that a block of so many threads has. */
    static int talliedUnits(Grid grid) {
        return grid.threads() / WARP * ROWS;
    }

    private int warps(int threads, int sharedBytes, boolean plain) {
        var most = Math.min(threads, NARROW) / WARP;
        while (most > 1 && advanceBytes(most, plain) > sharedBytes) {
            most--;
        }
        var blocks = blocks(most);
        return (width() / ROWS + blocks - 1) / blocks;
    }

    private int blocks(int warps) {
        return (width() / ROWS + warps - 1) / warps;
    }

    private int advanceBytes(int warps, boolean plain) {
        var numbers = CHUNK * rowOfUnits(warps) + 2 * CHUNK * stride() + (plain ? warps * ROWS * (pixels() + 4) : 0);
        return numbers * DeviceReals.bytes(precision.isSingle()) + 2 * CHUNK * Integer.BYTES;
    }

    /** As in products.cuh. */
    private static int rowOfUnits(int warps) {
        return up(warps * ROWS, 32) + 8;
    }

    private int pixels() {
        return precision.isSingle() ? 32 : 16;
    }

    private int stride() {
        return precision.isSingle() ? 40 : 18;
    }

    private static int up(int number, int multiple) {
        return (number + multiple - 1) / multiple * multiple;
    }

    /** Memory that a job needs on the device, in bytes. */
    long bytes(TrainingJob job) {
        var real = (long) DeviceReals.bytes(precision.isSingle());
        var length = job.stream().length();
        var state = weights() + (long) width() * (1 + outputs + 2 * CHUNK) + outputs + length;
        var kept = keepsSteps(job) ? (long) length * (2L * width() + outputs) : 0;
        var tallies = job.watch().tallies() ? (long) classes() * (weights() + 2L * smallTally()) : 0;
        return (state + kept + tallies) * real + 2L * length + 256;
    }

    /** Whether every step is to be kept: update sizes are added up at the end. */
    static boolean keepsSteps(TrainingJob job) {
        return job.watch().tallies() || job.watch().stepSizes();
    }
}
