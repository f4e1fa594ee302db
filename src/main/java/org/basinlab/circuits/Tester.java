package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;

/**
 * Runs a circuit's network on many inputs, block after block, and compares with the right answers. Nothing is kept but the
 * largest errors, so that memory does not grow with their number; the networks stay open from one kind of inputs to the next.
 */
final class Tester implements AutoCloseable {
    /** Numbers of a layer's outputs that a block may fill: what stays in a processor's cache and keeps products large. */
    private static final int BLOCK = 1 << 20;
    /** Networks larger than this run one at a time, for their weights' sake. */
    static final long LARGE = 8_000_000;

    private final Design design;
    private final int rows;
    private final Precision precision;
    private final List<Worker> workers = new ArrayList<>();

    Tester(Design design, Precision precision, RealNetworks networks, int threads) {
        this.design = design;
        this.precision = precision;
        var circuit = design.circuit(24);
        var parameters = circuit.parameters();
        for (var w = 0; w < (circuit.parameterCount() > LARGE ? 1 : threads); w++) {
            workers.add(new Worker(Executors.newSingleThreadExecutor(), networks.open(parameters, precision)));
        }
        this.rows = Math.max(16, Math.min(1024, BLOCK / Math.max(circuit.width(), design.inputs())));
    }

    /** Tries so many inputs of a kind. */
    Tried run(Trial.Kind kind, long vectors, long seed, Progress progress) {
        var bits = precision == Precision.FLOAT32 ? 24 : 53;
        var bounds = Bounds.of(design, kind, bits);
        var trial = new Trial(kind, design, bounds.low(), bounds.high(), seed, bits == 24);
        var running = new ArrayList<Future<Worst>>();
        for (var w = 0; w < workers.size(); w++) {
            var first = w;
            running.add(workers.get(w).thread.submit(() -> blocks(trial, first, vectors, bits, progress)));
        }
        return bounds.tried(
                kind, precision, vectors, running.stream().map(Tester::ended).toList());
    }

    /** Every so manyeth block, from one on. */
    private Worst blocks(Trial trial, int first, long vectors, int bits, Progress progress) {
        var worst = new Worst(design, bits);
        var inputs = new double[rows * design.inputs()];
        for (var from = (long) first * rows; from < vectors; from += (long) workers.size() * rows) {
            var count = (int) Math.min(rows, vectors - from);
            trial.fill(from, count, inputs);
            worst.add(inputs, workers.get(first).network.outputs(inputs, count), count);
            progress.advance(count);
        }
        return worst;
    }

    private static <T> T ended(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed
                    ? failed
                    : new IllegalStateException("a network failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        for (var worker : workers) {
            ended(worker.thread.submit(worker.network::close));
            worker.thread.shutdown();
        }
    }

    /** A network, and the thread that it stays on: what a library keeps for a thread is made once. */
    private record Worker(ExecutorService thread, RealNetworks.Running network) {}

    /** The largest errors of a worker. */
    static final class Worst {
        private final Design design;
        private final Answer answer;
        private final boolean single;
        private long outside;
        private double error = Double.NaN;
        private double ulps = Double.NaN;

        Worst(Design design, int bits) {
            this.design = design;
            this.answer = new Answer(design);
            this.single = bits == 24;
        }

        private void add(double[] inputs, double[] outputs, int count) {
            var width = design.inputs();
            var input = new double[width];
            var outs = outputs.length / count;
            for (var r = 0; r < count; r++) {
                System.arraycopy(inputs, r * width, input, 0, width);
                if (!answer.isPromised(input)) {
                    outside++;
                    continue;
                }
                var right = answer.to(input);
                var off = 0.0;
                for (var o = 0; o < outs; o++) {
                    var difference = Math.abs(outputs[r * outs + o] - right[o]);
                    // What is no number is as wrong as can be.
                    off = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(off, difference);
                }
                error = Double.isNaN(error) ? off : Math.max(error, off);
                var size = 0.0;
                for (var i = 0; i < design.options(); i++) {
                    size = Math.max(size, Math.abs(input[i]));
                }
                var inUlps = off / (single ? Math.ulp((float) size) : Math.ulp(size));
                ulps = Double.isNaN(ulps) ? inUlps : Math.max(ulps, inUlps);
            }
        }

        long outside() {
            return outside;
        }

        static double error(List<Worst> all) {
            return all.stream()
                    .mapToDouble(w -> w.error)
                    .filter(e -> !Double.isNaN(e))
                    .max()
                    .orElse(Double.NaN);
        }

        static double ulps(List<Worst> all) {
            return all.stream()
                    .mapToDouble(w -> w.ulps)
                    .filter(e -> !Double.isNaN(e))
                    .max()
                    .orElse(Double.NaN);
        }
    }
}
