package org.basinlab.training.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceBytes;
import org.basinlab.cuda.DeviceDoubles;
import org.basinlab.cuda.DeviceInts;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Owned;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.TrainingJob;

/** Networks of one shape on the device: the structures Job and Batch of batch.cuh, and what they point to. */
final class BatchMemory implements AutoCloseable {
    private static final int JOB_FIELDS = 14;
    private static final int BATCH_FIELDS = 18;

    private final Owned owned = new Owned();
    private final Device device;
    private final List<TrainingJob> jobs;
    private final Shape shape;
    private final int longest;
    private final DeviceReals weights;
    private final DeviceReals biases;
    private final DeviceReals outputWeights;
    private final DeviceReals outputBiases;
    private final DeviceReals losses;
    private final DeviceBytes guesses;
    private final DeviceInts diverged;
    private final DeviceReals tallies;
    private final DeviceDoubles smallTallies;
    private final KeptSteps kept;
    private final ByteBuffer fields;

    /** Takes the memory and writes the jobs' starts there. */
    BatchMemory(Device device, Shape shape, List<TrainingJob> jobs, List<DeviceStream> streams) {
        this.device = device;
        this.jobs = jobs;
        this.shape = shape;
        longest = jobs.stream().mapToInt(job -> job.stream().length()).max().orElse(0);
        var count = (long) jobs.size();
        var tallied = tallied() ? count * shape.classes() : 0;
        try {
            weights = reals(count * shape.weights());
            biases = reals(count * shape.width());
            outputWeights = reals(count * shape.outputs() * shape.width());
            outputBiases = reals(count * shape.outputs());
            var preactivations = reals(count * Shape.CHUNK * shape.width());
            losses = reals(count * longest);
            guesses = owned.add(new DeviceBytes(device, count * longest));
            var pending = owned.add(new DeviceInts(device, count));
            diverged = owned.add(new DeviceInts(device, count));
            tallies = reals(tallied * shape.weights());
            smallTallies = owned.add(new DeviceDoubles(device, tallied * shape.smallTally()));
            kept = owned.add(new KeptSteps(device, shape, jobs));
            diverged.clear();
            IntStream.range(0, jobs.size())
                    .parallel()
                    .forEach(k -> write(k, jobs.get(k).start()));
            fields = structure(BATCH_FIELDS)
                    .putLong(owned.add(DeviceBytes.of(device, rows(streams))).address())
                    .putLong(weights.address())
                    .putLong(biases.address())
                    .putLong(outputWeights.address())
                    .putLong(outputBiases.address())
                    .putLong(preactivations.address())
                    .putLong(losses.address())
                    .putLong(guesses.address())
                    .putLong(pending.address())
                    .putLong(diverged.address())
                    .putLong(tallies.address())
                    .putLong(smallTallies.address())
                    .putLong(shape.inputs())
                    .putLong(shape.pitch())
                    .putLong(shape.units())
                    .putLong(shape.width())
                    .putLong(shape.outputs())
                    .putLong(longest)
                    .flip();
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    private DeviceReals reals(long length) {
        return owned.add(new DeviceReals(device, shape.precision().isSingle(), length));
    }

    private static ByteBuffer structure(int fields) {
        return ByteBuffer.allocate(Math.multiplyExact(fields, Long.BYTES)).order(ByteOrder.nativeOrder());
    }

    /** The structures Job. */
    private byte[] rows(List<DeviceStream> streams) {
        var rows = structure(jobs.size() * JOB_FIELDS);
        var classes = new HashMap<List<Object>, long[]>();
        for (var k = 0; k < jobs.size(); k++) {
            var job = jobs.get(k);
            var stream = streams.get(k);
            var sorted = job.watch().tallies() ? classes(job, classes) : new long[2];
            var layers = job.start().spec().layers();
            rows.putLong(stream.pixels.address())
                    .putLong(stream.order.address())
                    .putLong(stream.groups.address())
                    .putLong(stream.gram.address())
                    .putLong(kept.moves(k))
                    .putLong(kept.values(k))
                    .putLong(kept.outputMoves(k))
                    .putLong(sorted[0])
                    .putLong(sorted[1])
                    .putDouble(job.learningRate())
                    .putLong(job.stream().length())
                    .putLong(number(layers.get(0).activation()))
                    .putLong(number(layers.get(1).activation()))
                    .putLong(job.start().spec().loss() == Loss.MSE ? 0 : 1);
        }
        return rows.array();
    }

    /** Kernels number activations as the enumeration does. */
    private static int number(Object activation) {
        return ((StandardActivation) activation).ordinal();
    }

    private long[] classes(TrainingJob job, Map<List<Object>, long[]> known) {
        return known.computeIfAbsent(List.of(job.stream(), late(job)), key -> {
            var sorted = Classes.of(job.stream(), late(job), shape.outputs());
            return new long[] {
                owned.add(DeviceInts.of(device, sorted.places())).address(),
                owned.add(DeviceInts.of(device, sorted.starts())).address()
            };
        });
    }

    /** The first late datapoint. */
    static int late(TrainingJob job) {
        return Math.min(job.watch().late(), job.stream().length());
    }

    private void write(int k, Parameters start) {
        var spec = start.spec();
        var padded = new double[shape.weights()];
        for (var j = 0; j < shape.units(); j++) {
            System.arraycopy(
                    start.values(),
                    spec.weightOffset(0) + j * shape.inputs(),
                    padded,
                    j * shape.pitch(),
                    shape.inputs());
        }
        weights.write((long) k * shape.weights(), padded);
        var units = new double[shape.width()];
        System.arraycopy(start.values(), spec.biasOffset(0), units, 0, shape.units());
        biases.write((long) k * shape.width(), units);
        for (var o = 0; o < shape.outputs(); o++) {
            System.arraycopy(start.values(), spec.weightOffset(1) + o * shape.units(), units, 0, shape.units());
            outputWeights.write(((long) k * shape.outputs() + o) * shape.width(), units);
        }
        var outputs = new double[shape.outputs()];
        System.arraycopy(start.values(), spec.biasOffset(1), outputs, 0, outputs.length);
        outputBiases.write((long) k * shape.outputs(), outputs);
    }

    /** The structure Batch. */
    ByteBuffer fields() {
        return fields.duplicate().order(ByteOrder.nativeOrder());
    }

    int chunks() {
        return DeviceStream.chunks(longest);
    }

    /** Whether a job wants its update sizes added up. */
    boolean tallied() {
        return jobs.stream().anyMatch(job -> job.watch().tallies());
    }

    KeptSteps kept() {
        return kept;
    }

    /** The parameters of a job as they are. */
    Parameters parameters(int k) {
        var spec = jobs.get(k).start().spec();
        var values = new double[spec.parameterCount()];
        unpad(weights.read((long) k * shape.weights(), shape.weights()), 0, values, spec.weightOffset(0));
        copy(biases.read((long) k * shape.width(), shape.units()), values, spec.biasOffset(0));
        for (var o = 0; o < shape.outputs(); o++) {
            var row = outputWeights.read(((long) k * shape.outputs() + o) * shape.width(), shape.units());
            copy(row, values, spec.weightOffset(1) + o * shape.units());
        }
        copy(outputBiases.read((long) k * shape.outputs(), shape.outputs()), values, spec.biasOffset(1));
        return new Parameters(spec, values);
    }

    /** The datapoint, from 1, at which each job diverged; 0 if it did not. */
    int[] diverged() {
        var at = new int[jobs.size()];
        diverged.read(0, at, 0, at.length);
        return at;
    }

    double[] losses(int k, int done) {
        return losses.read((long) k * longest, done);
    }

    int[] guesses(int k, int done) {
        var bytes = new byte[done];
        guesses.read((long) k * longest, bytes, 0, done);
        var groups = new int[done];
        for (var s = 0; s < done; s++) {
            groups[s] = bytes[s];
        }
        return groups;
    }

    /** Update sizes of a job added up, of one half, by group. */
    double[][] tallies(int k, int half) {
        var spec = jobs.get(k).start().spec();
        var byGroup = new double[shape.outputs()][spec.parameterCount()];
        for (var g = 0; g < byGroup.length; g++) {
            var at = (long) k * shape.classes() + (long) half * shape.outputs() + g;
            unpad(tallies.read(at * shape.weights(), shape.weights()), 0, byGroup[g], spec.weightOffset(0));
            var rest = new double[shape.smallTally()];
            smallTallies.read(at * rest.length, rest, 0, rest.length);
            System.arraycopy(rest, 0, byGroup[g], spec.biasOffset(0), shape.units());
            for (var o = 0; o < shape.outputs(); o++) {
                var to = spec.weightOffset(1) + o * shape.units();
                System.arraycopy(rest, (1 + o) * shape.width(), byGroup[g], to, shape.units());
            }
            var outputs = (1 + shape.outputs()) * shape.width();
            System.arraycopy(rest, outputs, byGroup[g], spec.biasOffset(1), shape.outputs());
        }
        return byGroup;
    }

    private void unpad(double[] padded, int from, double[] into, int at) {
        for (var j = 0; j < shape.units(); j++) {
            System.arraycopy(padded, from + j * shape.pitch(), into, at + j * shape.inputs(), shape.inputs());
        }
    }

    private static void copy(double[] numbers, double[] into, int at) {
        System.arraycopy(numbers, 0, into, at, numbers.length);
    }

    @Override
    public void close() {
        owned.close();
    }
}
