package org.basinlab.trajectories.cuda;

import java.util.Arrays;
import org.basinlab.cuda.Arguments;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Grid;
import org.basinlab.cuda.KernelModule;
import org.basinlab.cuda.Owned;
import org.basinlab.cuda.Stream;
import org.basinlab.dynamics.Law;
import org.basinlab.landscape.cuda.TapeCode;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Flown;
import org.basinlab.trajectories.StepPrograms;

/** Any system, by {@link StepKernels} of its own: the bits of the engine {@code blocks}, but for what functions round. */
final class TapeSteps implements Steps {
    private final Owned owned = new Owned();
    private final Ensemble ensemble;
    private final StepPrograms programs;
    private final Stream stream;
    private final boolean freezing;
    private final Rows rows;
    private final DeviceReals nodes;
    private final KernelModule kernels;

    /**
     * Room for some trajectories.
     *
     * @param part that are read at a time, at most
     */
    TapeSteps(Device device, Stream stream, Ensemble ensemble, StepPrograms programs, int room, int part) {
        this.ensemble = ensemble;
        this.programs = programs;
        this.stream = stream;
        freezing = ensemble.tangents().laws().contains(Law.FROZEN);
        var units = new double[programs.dimension()];
        Arrays.fill(units, 1);
        try {
            rows = owned.add(new Rows(device, ensemble, units, room));
            nodes = owned.add(
                    new DeviceReals(device, ensemble.precision().isSingle(), outputs() * Math.min(room, part)));
            kernels = owned.add(new KernelModule(device, new StepKernels(ensemble, programs).module()));
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    private long outputs() {
        return programs.nodes(false).outputs().length;
    }

    @Override
    public int room() {
        return rows.columns();
    }

    @Override
    public long instructions() {
        return Math.max(TapeCode.operations(programs.step(false)), TapeCode.operations(programs.step(true)));
    }

    @Override
    public void begin(int first, int n) {
        rows.begin(first, n);
    }

    @Override
    public void advance(int n, long from, long to) {
        try (var arguments = Arguments.of(
                rows.address(),
                rows.parameters(),
                rows.exponents(),
                (long) rows.columns(),
                (long) n,
                from,
                to,
                to == ensemble.window().first() ? 1L : 0L)) {
            launch("advance", from, n, arguments);
        }
    }

    private void launch(String kernel, long step, int count, Arguments arguments) {
        var frozen = freezing && ensemble.window().freezes(step);
        var blocks = (count + StepKernels.THREADS - 1) / StepKernels.THREADS;
        kernels.kernel(StepKernels.name(kernel, frozen))
                .launch(stream, Grid.row(blocks, StepKernels.THREADS, 0), arguments);
    }

    @Override
    public void read(long step, int column, Flown into) {
        var count = into.count();
        var numbers = numbers(step, column, count);
        rows.put(column, into, row -> Arrays.copyOfRange(numbers, row * count, (row + 1) * count));
    }

    /** Row by row; all parts are computed in one memory, one after another. */
    private synchronized double[] numbers(long step, int column, int count) {
        try (var arguments = Arguments.of(
                rows.address(),
                rows.parameters(),
                (long) rows.columns(),
                (long) column,
                (long) count,
                step,
                nodes.address())) {
            launch("nodes", step, count, arguments);
        }
        return nodes.read(0, Math.toIntExact(outputs() * count));
    }

    @Override
    public void close() {
        owned.close();
    }
}
