package org.basinlab.trajectories.cuda;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import org.basinlab.cuda.Arguments;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Grid;
import org.basinlab.cuda.KernelModule;
import org.basinlab.cuda.Stream;
import org.basinlab.dynamics.Law;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Flown;
import org.basinlab.trajectories.LorenzStep;
import org.basinlab.trajectories.ScaledRows;

/** Lorenz's system by RK4: the kernels of src/main/cuda/trajectories, which have the bits of the engine {@code vector}. */
final class LorenzSteps implements Steps {
    /** The PTX. */
    static final String KERNELS = "lorenz75.ptx";

    private static final int THREADS = 256;
    private static final int DIMENSION = 3;

    /** Of 8 bytes, in lorenz.cuh's Flight, before its numbers. */
    private static final int FIELDS = 9;

    private static final int NUMBERS = 2 * LorenzStep.FACTORS + 1;

    /** Instructions a step: of the state, of a tangent. */
    private static final int STATE = 37;

    private static final int TANGENT = 41;

    private final Ensemble ensemble;
    private final KernelModule kernels;
    private final Stream stream;
    private final List<Law> laws;
    private final double[] units;
    private final boolean[] held = new boolean[DIMENSION];
    private final boolean onlyA;
    private final double[] factors;
    private final double[] heldFactors;
    private final Rows rows;

    /** Room for some trajectories of an ensemble that {@link LorenzStep} does not refuse. */
    LorenzSteps(Device device, KernelModule kernels, Stream stream, Ensemble ensemble, int room) {
        this.ensemble = ensemble;
        this.kernels = kernels;
        this.stream = stream;
        laws = ensemble.tangents().laws();
        var variables = ensemble.stepping().system().variables();
        for (var j = 0; j < DIMENSION; j++) {
            held[j] = ensemble.frozen().contains(variables.get(j));
        }
        onlyA = ensemble.frozen().equals(Set.of(variables.get(0)));
        var h = ensemble.stepping().step();
        var sigma = ensemble.parameters().at(1, 0);
        var beta = ensemble.parameters().at(2, 0);
        units = LorenzStep.units(beta);
        factors = LorenzStep.factors(h, sigma, beta, new boolean[DIMENSION]);
        heldFactors = LorenzStep.factors(h, sigma, beta, held);
        rows = new Rows(device, ensemble, units, room);
    }

    @Override
    public int room() {
        return rows.columns();
    }

    @Override
    public long instructions() {
        return STATE + (long) TANGENT * laws.size();
    }

    @Override
    public void begin(int first, int n) {
        rows.begin(first, n);
    }

    @Override
    public void advance(int n, long from, long to) {
        try (var arguments = Arguments.of(flight(n, from, to))) {
            kernels.kernel(kernel(ensemble.window().freezes(from)))
                    .launch(stream, Grid.row((n + THREADS - 1) / THREADS, THREADS, 0), arguments);
        }
    }

    /** The kernel that moves each tangent as its law says. */
    private String kernel(boolean freezes) {
        var kinds = laws.stream()
                .map(law -> law == Law.FREE || !freezes ? "free" : onlyA ? "driven" : "held")
                .collect(joining("_"));
        return "lorenz_" + (kinds.isEmpty() ? "none" : kinds) + "_" + ensemble.precision();
    }

    private ByteBuffer flight(int n, long from, long to) {
        var bytes = FIELDS * Long.BYTES
                + NUMBERS * DeviceReals.bytes(ensemble.precision().isSingle());
        var fields = ByteBuffer.allocate((bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        var patience = ScaledRows.patience(ensemble.precision());
        fields.putLong(ensemble.parameters().varies(0) ? rows.parameters() : 0);
        fields.putLong(rows.address());
        fields.putLong(rows.exponents());
        fields.putLong(rows.columns());
        fields.putLong(n);
        fields.putLong(to - from);
        // Without tangents there is nothing to stop for.
        fields.putLong(laws.isEmpty() ? to - from : patience - from % patience);
        for (var k = 0; k < 2; k++) {
            fields.putLong(
                    k < laws.size()
                                    && laws.get(k) == Law.FROZEN
                                    && to == ensemble.window().first()
                            ? bits()
                            : 0);
        }
        put(fields, factors);
        put(fields, heldFactors);
        put(fields, ensemble.parameters().at(0, 0));
        return fields.rewind();
    }

    /** Those of a, b and c that are held. */
    private long bits() {
        var bits = 0L;
        for (var j = 0; j < DIMENSION; j++) {
            bits |= held[j] ? 1L << j : 0;
        }
        return bits;
    }

    private void put(ByteBuffer fields, double... numbers) {
        for (var number : numbers) {
            if (ensemble.precision().isSingle()) {
                fields.putFloat((float) number);
            } else {
                fields.putDouble(number);
            }
        }
    }

    @Override
    public void read(long step, int column, Flown into) {
        rows.put(column, into, row -> {
            var numbers = rows.read(row, column, into.count());
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] *= units[row % DIMENSION];
            }
            return numbers;
        });
    }

    @Override
    public void close() {
        rows.close();
    }
}
