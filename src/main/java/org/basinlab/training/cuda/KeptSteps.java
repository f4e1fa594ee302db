package org.basinlab.training.cuda;

import java.util.Arrays;
import java.util.List;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Owned;
import org.basinlab.training.StepSizes;
import org.basinlab.training.TrainingJob;

/**
 * What is kept of every step of the jobs that want it, on the device: the change of each hidden bias, each hidden unit's
 * value, the change of each output bias. Jobs that do not have room for the changes of one chunk.
 */
final class KeptSteps implements AutoCloseable {
    private final Owned owned = new Owned();
    private final Shape shape;
    private final List<TrainingJob> jobs;

    /** Where a job's rows begin, in datapoints; and the end. */
    private final long[] firstMove;

    private final long[] firstKept;
    private final DeviceReals moves;
    private final DeviceReals values;
    private final DeviceReals outputMoves;

    KeptSteps(Device device, Shape shape, List<TrainingJob> jobs) {
        this.shape = shape;
        this.jobs = jobs;
        firstMove = new long[jobs.size() + 1];
        firstKept = new long[jobs.size() + 1];
        for (var k = 0; k < jobs.size(); k++) {
            var rows = Shape.keepsSteps(jobs.get(k)) ? jobs.get(k).stream().length() : 0;
            firstKept[k + 1] = firstKept[k] + rows;
            firstMove[k + 1] = firstMove[k] + (Shape.keepsSteps(jobs.get(k)) ? rows : Shape.CHUNK);
        }
        try {
            moves = owned.add(
                    new DeviceReals(device, shape.precision().isSingle(), firstMove[jobs.size()] * shape.width()));
            values = owned.add(
                    new DeviceReals(device, shape.precision().isSingle(), firstKept[jobs.size()] * shape.width()));
            outputMoves = owned.add(
                    new DeviceReals(device, shape.precision().isSingle(), firstKept[jobs.size()] * shape.outputs()));
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    long moves(int job) {
        return moves.address(firstMove[job] * shape.width());
    }

    /** 0, C's null, for a job whose steps are not kept. */
    long values(int job) {
        return Shape.keepsSteps(jobs.get(job)) ? values.address(firstKept[job] * shape.width()) : 0;
    }

    long outputMoves(int job) {
        return Shape.keepsSteps(jobs.get(job)) ? outputMoves.address(firstKept[job] * shape.outputs()) : 0;
    }

    /**
     * The update sizes of a job's late datapoints; 0 for those after it diverged.
     *
     * @param done   datapoints that were taken
     * @param inputs of the late datapoints, which jobs on one stream share
     */
    StepSizes sizes(int job, int late, int done, float[] inputs) {
        var stream = jobs.get(job).stream();
        var kept = stream.length() - late;
        var taken = Math.max(0, done - late);
        var first = firstKept[job] + late;
        var units = shape.units();
        var outputs = shape.outputs();
        var hidden = new StepSizes.Factors(
                columns(moves, (firstMove[job] + late) * shape.width(), taken, kept, units, shape.width()), inputs);
        var output = new StepSizes.Factors(
                columns(outputMoves, first * outputs, taken, kept, outputs, outputs),
                columns(values, first * shape.width(), taken, kept, units, shape.width()));
        return new StepSizes(Arrays.copyOfRange(stream.groups(), late, stream.length()), List.of(hidden, output));
    }

    /** Sizes of the first columns of some rows, in an array for more. */
    private static float[] columns(DeviceReals from, long at, int rows, int allRows, int columns, int width) {
        var numbers = from.read(at, Math.multiplyExact(rows, width));
        var sizes = new float[Math.multiplyExact(allRows, columns)];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                sizes[row * columns + column] = (float) Math.abs(numbers[row * width + column]);
            }
        }
        return sizes;
    }

    @Override
    public void close() {
        owned.close();
    }
}
