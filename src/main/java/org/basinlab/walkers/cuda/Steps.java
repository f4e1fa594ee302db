package org.basinlab.walkers.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.basinlab.cuda.Arguments;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceInts;
import org.basinlab.cuda.DeviceMemory;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Kernel;
import org.basinlab.landscape.Batches;
import org.basinlab.landscape.Tape;
import org.basinlab.landscape.cuda.TapeCode;
import org.basinlab.walkers.Bell;
import org.basinlab.walkers.Draws;
import org.basinlab.walkers.PitBells;
import org.basinlab.walkers.Walk;

/** How a walk's steps are taken: by which kernel, what it is given, and about how much it does. */
final class Steps implements AutoCloseable {
    /** An operation in double precision in such of single precision, on GPUs that are not made for it. */
    private static final int DOUBLE = 32;

    /** Operations of a step on the pit, and of one in double precision. */
    private static final int PIT = 16;

    private static final int PIT_DOUBLE = 40;

    /** Of such a bell around 1 the nearest number to the centre, 2^-24 away, is 2^6 widths out. */
    private static final double STEEP = 0x1p30;

    private final Kernel kernel;
    private final Walk walk;
    private final List<Object> constants;
    private final DeviceMemory masks;
    private final long operations;

    private Steps(Kernel kernel, Walk walk, List<Object> constants, DeviceMemory masks, long operations) {
        this.kernel = kernel;
        this.walk = walk;
        this.constants = constants;
        this.masks = masks;
        this.operations =
                operations * walk.step().innerSteps() * (walk.precision().isSingle() ? 1 : DOUBLE);
    }

    /** For a walk that is not refused. */
    static Steps of(Walk walk, Device device, WalkKernels kernels) {
        // In single precision heights of any size are in exponents.
        return PitBells.of(walk.step())
                .filter(pit -> walk.precision().isSingle() || pit.areNormal(walk.precision()))
                .map(pit -> pit(walk, kernels, pit))
                .orElseGet(() -> landscape(walk, device, kernels));
    }

    private static Steps pit(Walk walk, WalkKernels kernels, PitBells pit) {
        var single = walk.precision().isSingle();
        var constants = new ArrayList<Object>();
        constants.add(bell(pit.well(), single));
        constants.add(bell(pit.spike(), single));
        var inner = walk.step().innerSteps();
        if (inner > 1) {
            constants.add(inner);
        }
        var kernel = kernels.of(inner > 1 ? "walk_pit_inner" : "walk_pit", walk.precision());
        return new Steps(kernel, walk, constants, null, single ? PIT : PIT_DOUBLE);
    }

    /** The structure Bell of pit.cuh. In single precision the height is in the exponent, and its sign in v. */
    private static ByteBuffer bell(Bell bell, boolean single) {
        var bytes =
                ByteBuffer.allocate(3 * (single ? Float.BYTES : Double.BYTES)).order(ByteOrder.nativeOrder());
        if (single && bell.scale() >= STEEP) {
            // It moves nothing, and times W might be no number.
            bytes.putFloat(0).putFloat(0).putFloat(Float.NEGATIVE_INFINITY);
        } else if (single) {
            var sign = Math.signum(bell.height());
            bytes.putFloat((float) (sign * bell.scale()))
                    .putFloat((float) (sign * bell.offset()))
                    .putFloat((float) (StrictMath.log(Math.abs(bell.height())) / StrictMath.log(2)));
        } else {
            bytes.putDouble(bell.scale()).putDouble(bell.offset()).putDouble(bell.height());
        }
        return bytes.flip();
    }

    private static Steps landscape(Walk walk, Device device, WalkKernels kernels) {
        var step = walk.step();
        var gradients = step.landscape().gradients().orElseThrow();
        var kernel = kernels.landscape(gradients, step.batch(), walk.precision());
        var batches = step.batches();
        var rate = step.temperature() / step.innerSteps();
        var masks = step.batch() == 1 ? null : DeviceInts.of(device, masks(batches));
        List<Object> constants = List.of(
                step.innerSteps(),
                walk.precision().isSingle() ? (Object) (float) rate : (Object) rate,
                new Draws(walk.seed(), batches.count()).width(),
                batches.count(),
                masks == null ? (Object) 0L : masks);
        return new Steps(kernel, walk, constants, masks, operations(gradients));
    }

    /** Of each batch, a bit for every datapoint in it: the lower half of 64, then the upper. */
    private static int[] masks(Batches batches) {
        var masks = new int[2 * (int) batches.count()];
        for (var k = 0; k < masks.length; k += 2) {
            for (var j : batches.batch(k / 2)) {
                masks[k + j / Integer.SIZE] |= 1 << j;
            }
        }
        return masks;
    }

    private static long operations(Tape gradients) {
        // What a step takes beside the gradients, and each datapoint's part of it.
        return 20 + 3L * gradients.outputs().length + TapeCode.operations(gradients);
    }

    Kernel kernel() {
        return kernel;
    }

    /** About how many operations of single precision a walker's step takes. */
    long operations() {
        return operations;
    }

    /**
     * What the kernel is given, of which arguments {@link Crowd#FROM} and {@link Crowd#TO} are the steps.
     *
     * @param barrier in the walkers' type
     */
    Arguments arguments(DeviceReals places, DeviceMemory passed, int count, long first, Object barrier) {
        var all = new ArrayList<Object>(List.of(places.memory(), passed, count, first, walk.seed(), 0, 0, barrier));
        all.addAll(constants);
        return Arguments.of(all.toArray());
    }

    @Override
    public void close() {
        if (masks != null) {
            masks.close();
        }
    }
}
