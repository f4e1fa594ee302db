package org.basinlab.trajectories;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.basinlab.dynamics.Law;

/**
 * Lorenz's system by RK4, a whole step in one loop: {@link LorenzKernels}. Sigma and beta are the same for all, rho may
 * differ. Where a alone is frozen there are loops of their own; any other two tangents take the state's steps twice.
 *
 * @param <A> an array of numbers
 */
final class LorenzFlight<A> implements Flight {
    /** Bytes of a block's row: nine or ten of them stay in a core's fastest cache. */
    private static final int ROW = 2048;

    private static final int DIMENSION = 3;
    private static final int SECOND = LorenzKernels.VA + DIMENSION;
    private static final int SPARE = SECOND + DIMENSION;

    private final Ensemble ensemble;
    private final Lanes<A> lanes;
    private final LorenzKernels<A> kernels;
    private final List<Law> laws;
    private final boolean[] held = new boolean[DIMENSION];
    private final boolean onlyA;
    private final double[] units;
    private final A free;
    private final A frozen;
    private final A[] rows;
    private final int[][] exponents;

    /** Rows for a kernel: with each tangent, the second beside a copy of the state. */
    private final List<A[]> alone;

    /** With the first tangent but for its first component. */
    private final A[] driven;

    /** With the first tangent, and the second but for its first component. */
    private final A[] together;

    private int n;

    private LorenzFlight(Ensemble ensemble, Lanes<A> lanes) {
        this.ensemble = ensemble;
        this.lanes = lanes;
        kernels = lanes.lorenz();
        laws = ensemble.tangents().laws();
        var variables = ensemble.stepping().system().variables();
        for (var i = 0; i < DIMENSION; i++) {
            held[i] = ensemble.frozen().contains(variables.get(i));
        }
        onlyA = ensemble.frozen().equals(Set.of(variables.get(0)));
        var h = ensemble.stepping().step();
        var sigma = ensemble.parameters().at(1, 0);
        var beta = ensemble.parameters().at(2, 0);
        units = LorenzStep.units(beta);
        free = array(LorenzStep.factors(h, sigma, beta, new boolean[DIMENSION]));
        frozen = array(LorenzStep.factors(h, sigma, beta, held));
        rows = lanes.rows(SPARE + DIMENSION, size());
        exponents = new int[laws.size()][size()];
        alone = List.of(picked(LorenzKernels.A, LorenzKernels.VA, DIMENSION), picked(SPARE, SECOND, DIMENSION));
        driven = picked(LorenzKernels.A, LorenzKernels.VB, DIMENSION - 1);
        together = picked(LorenzKernels.A, LorenzKernels.VA, DIMENSION + 2);
        System.arraycopy(rows, SECOND + 1, together, LorenzKernels.WB, 2);
    }

    /** Flights of an ensemble that is not {@link LorenzStep#refusal refused}. */
    static Supplier<Flight> of(Ensemble ensemble) {
        var lanes = Lanes.of(ensemble.precision());
        return () -> new LorenzFlight<>(ensemble, lanes);
    }

    private A array(double... numbers) {
        var array = lanes.rows(1, numbers.length)[0];
        for (var i = 0; i < numbers.length; i++) {
            lanes.set(array, i, numbers[i]);
        }
        return array;
    }

    /** Rho, a state and some rows of tangents. */
    private A[] picked(int state, int tangent, int count) {
        var picked = Arrays.copyOf(rows, LorenzKernels.VA + count);
        System.arraycopy(rows, state, picked, LorenzKernels.A, DIMENSION);
        System.arraycopy(rows, tangent, picked, LorenzKernels.VA, count);
        return picked;
    }

    @Override
    public int size() {
        return ROW / lanes.bytes();
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
            lanes.set(rows[LorenzKernels.RHO], i, ensemble.parameters().at(0, first + i));
            for (var j = 0; j < DIMENSION; j++) {
                lanes.set(rows[LorenzKernels.A + j], i, ensemble.starts().at(j, first + i) / units[j]);
                for (var k = 0; k < laws.size(); k++) {
                    lanes.set(rows[tangent(k) + j], i, j == changed ? 1 / units[j] : 0);
                }
            }
        }
        for (var powers : exponents) {
            Arrays.fill(powers, 0);
        }
    }

    private static int tangent(int law) {
        return law == 0 ? LorenzKernels.VA : SECOND;
    }

    @Override
    public void freeze() {
        for (var k = 0; k < laws.size(); k++) {
            for (var j = 0; j < DIMENSION && laws.get(k) == Law.FROZEN; j++) {
                for (var i = 0; i < n && held[j]; i++) {
                    lanes.set(rows[tangent(k) + j], i, 0);
                }
            }
        }
    }

    @Override
    public void advance(long from, int steps, boolean freezes) {
        if (laws.isEmpty()) {
            for (var s = 0; s < steps; s++) {
                kernels.state(rows, n, free);
            }
        } else if (freezes && onlyA && laws.equals(Tangents.BOTH.laws())) {
            for (var s = 0; s < steps; s++) {
                kernels.both(together, n, free);
            }
        } else {
            for (var j = 0; j < DIMENSION; j++) {
                System.arraycopy(rows[LorenzKernels.A + j], 0, rows[SPARE + j], 0, size());
            }
            for (var k = 0; k < laws.size(); k++) {
                advance(k, steps, freezes && laws.get(k) == Law.FROZEN);
            }
        }
    }

    /** One tangent and the state beside it. */
    private void advance(int k, int steps, boolean holds) {
        if (!holds) {
            for (var s = 0; s < steps; s++) {
                kernels.free(alone.get(k), n, free);
            }
        } else if (onlyA && k == 0) {
            for (var s = 0; s < steps; s++) {
                kernels.driven(driven, n, free);
            }
        } else {
            for (var s = 0; s < steps; s++) {
                kernels.held(alone.get(k), n, free, frozen);
            }
        }
    }

    @Override
    public void rescale() {
        for (var k = 0; k < laws.size(); k++) {
            lanes.rescale(Arrays.copyOfRange(rows, tangent(k), tangent(k) + DIMENSION), n, exponents[k]);
        }
    }

    @Override
    public void read(long step, boolean freezes, Flown into, int column) {
        for (var j = 0; j < DIMENSION; j++) {
            for (var i = 0; i < n; i++) {
                into.values()[j][column + i] = lanes.get(rows[LorenzKernels.A + j], i) * units[j];
            }
        }
        for (var k = 0; k < laws.size(); k++) {
            var tangents = into.tangents(laws.get(k));
            for (var i = 0; i < n; i++) {
                for (var j = 0; j < DIMENSION; j++) {
                    tangents.put(j, column + i, lanes.get(rows[tangent(k) + j], i) * units[j]);
                }
                tangents.exponent(column + i, exponents[k][i]);
            }
        }
    }
}
