package org.basinlab.trajectories;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.basinlab.dynamics.Law;
import org.basinlab.landscape.block.BlockTape;

/**
 * Any system, a block of trajectories at a time: every operation of a step a loop over the block.
 *
 * @param <A> an array of numbers
 */
final class TapeFlight<A> implements Flight {
    /**
     * Bytes that the arrays of a block may take of a core's second cache: longer loops are worth more than the first
     * one.
     */
    private static final int CACHE = 128 << 10;

    private static final int MOST = 1024;

    private final Ensemble ensemble;
    private final StepPrograms programs;
    private final Lanes<A> lanes;
    private final int size;
    private final int dimension;
    private final List<Law> laws;
    private final BlockTape<A> freeStep;
    private final BlockTape<A> frozenStep;
    private final BlockTape<A> freeNodes;
    private final BlockTape<A> frozenNodes;
    private final int[][] exponents;
    private final boolean timed;

    /** Rows as the tapes take them. */
    private A[] now;

    /** The same, but for what a step moves: there its outputs go. */
    private A[] next;

    private int n;

    private TapeFlight(Ensemble ensemble, StepPrograms programs, Lanes<A> lanes) {
        this.ensemble = ensemble;
        this.programs = programs;
        this.lanes = lanes;
        laws = ensemble.tangents().laws();
        dimension = programs.dimension();
        var arrays = programs.frozenStep().registers() + programs.moved();
        size = Math.max(Lanes.ROOM, Math.min(MOST, CACHE / lanes.bytes() / arrays / Lanes.ROOM * Lanes.ROOM));
        freeStep = lanes.tape(programs.step(false), size);
        frozenStep = lanes.tape(programs.step(true), size);
        freeNodes = lanes.tape(programs.nodes(false), size);
        frozenNodes = lanes.tape(programs.nodes(true), size);
        timed = programs.timed();
        exponents = new int[laws.size()][size];
        now = lanes.rows(programs.freeStep().parameters(), size);
        next = now.clone();
        var other = lanes.rows(programs.moved(), size);
        for (var k = 0; k < other.length; k++) {
            next[programs.register(k)] = other[k];
        }
    }

    static Supplier<Flight> of(Ensemble ensemble) {
        var programs = StepPrograms.of(ensemble);
        var lanes = Lanes.of(ensemble.precision());
        return () -> new TapeFlight<>(ensemble, programs, lanes);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int patience() {
        return lanes.patience();
    }

    @Override
    public void begin(int first, int count) {
        n = count;
        var changed = ensemble.stepping().system().variables().indexOf(ensemble.changed());
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < dimension; j++) {
                lanes.set(now[j], i, ensemble.starts().at(j, first + i));
                for (var k = 0; k < laws.size(); k++) {
                    lanes.set(now[programs.tangent(k) + j], i, j == changed ? 1 : 0);
                }
            }
            for (var p = 0; p < programs.parameters(); p++) {
                lanes.set(now[dimension + 1 + p], i, ensemble.parameters().at(p, first + i));
            }
        }
        for (var powers : exponents) {
            Arrays.fill(powers, 0);
        }
    }

    @Override
    public void freeze() {
        for (var k = 0; k < laws.size(); k++) {
            for (var j = 0; j < dimension; j++) {
                if (laws.get(k) == Law.FROZEN && programs.held()[j]) {
                    fill(now[programs.tangent(k) + j], 0);
                }
            }
        }
    }

    private void fill(A row, double value) {
        for (var i = 0; i < n; i++) {
            lanes.set(row, i, value);
        }
    }

    @Override
    public void advance(long from, int steps, boolean freezes) {
        var tape = freezes ? frozenStep : freeStep;
        for (var s = 0; s < steps; s++) {
            clock(from + s);
            tape.run(now, n);
            // Outputs may lie in rows of now, so they go elsewhere.
            for (var k = 0; k < programs.moved(); k++) {
                System.arraycopy(tape.output(k), 0, next[programs.register(k)], 0, n);
            }
            var last = now;
            now = next;
            next = last;
        }
    }

    private void clock(long step) {
        if (!timed) {
            return;
        }
        fill(now[dimension], ensemble.stepping().time(step));
    }

    @Override
    public void rescale() {
        for (var k = 0; k < laws.size(); k++) {
            var first = programs.tangent(k);
            lanes.rescale(Arrays.copyOfRange(now, first, first + dimension), n, exponents[k]);
        }
    }

    @Override
    public void read(long step, boolean freezes, Flown into, int column) {
        var tape = freezes ? frozenNodes : freeNodes;
        var nodes = into.values().length;
        clock(step);
        tape.run(now, n);
        for (var j = 0; j < nodes; j++) {
            for (var i = 0; i < n; i++) {
                into.values()[j][column + i] = lanes.get(tape.output(j), i);
            }
        }
        for (var k = 0; k < laws.size(); k++) {
            var tangents = into.tangents(laws.get(k));
            for (var i = 0; i < n; i++) {
                for (var j = 0; j < nodes; j++) {
                    tangents.put(j, column + i, lanes.get(tape.output((k + 1) * nodes + j), i));
                }
                tangents.exponent(column + i, exponents[k][i]);
            }
        }
    }
}
