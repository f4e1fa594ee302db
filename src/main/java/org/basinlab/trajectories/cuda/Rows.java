package org.basinlab.trajectories.cuda;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceInts;
import org.basinlab.cuda.DeviceReals;
import org.basinlab.cuda.Owned;
import org.basinlab.dynamics.Law;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Flown;

/**
 * Trajectories in a device's memory, a row a number, a column a trajectory: the state, the tangents law by law, then the
 * parameters that are not the same for all. Beside them, a row a law, the powers of two that have been taken out of the
 * tangents.
 */
final class Rows implements AutoCloseable {
    /** Trajectories whose starts are written at a time. */
    private static final int PART = 1 << 16;

    private final Owned owned = new Owned();
    private final Ensemble ensemble;
    private final List<Law> laws;
    private final double[] units;
    private final int[] given;
    private final int columns;
    private final DeviceReals numbers;
    private final DeviceInts exponents;

    /**
     * Takes the memory.
     *
     * @param units   in which the variables and their tangents are counted
     * @param columns trajectories, at most
     */
    Rows(Device device, Ensemble ensemble, double[] units, int columns) {
        this.ensemble = ensemble;
        this.units = units;
        this.columns = columns;
        laws = ensemble.tangents().laws();
        given = varying(ensemble);
        try {
            var rows = (long) units.length * (1 + laws.size()) + given.length;
            numbers = owned.add(new DeviceReals(device, ensemble.precision().isSingle(), rows * columns));
            exponents = owned.add(new DeviceInts(device, (long) laws.size() * columns));
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    /** Bytes a trajectory. */
    static long bytes(Ensemble ensemble) {
        var tangents = ensemble.tangents().laws().size();
        var rows = ensemble.stepping().system().dimension() * (1L + tangents) + varying(ensemble).length;
        return rows * DeviceReals.bytes(ensemble.precision().isSingle()) + (long) tangents * Integer.BYTES;
    }

    /** The parameters that are not the same for all, in the order of their rows. */
    static int[] varying(Ensemble ensemble) {
        return IntStream.range(0, ensemble.stepping().system().parameters().size())
                .filter(ensemble.parameters()::varies)
                .toArray();
    }

    /** Columns there are, from one row to the next. */
    int columns() {
        return columns;
    }

    /** Where the state begins. */
    long address() {
        return numbers.address();
    }

    /** Where the parameters begin. */
    long parameters() {
        return numbers.address(at(units.length * (1 + laws.size()), 0));
    }

    /** Where the powers of two are. */
    long exponents() {
        return exponents.address();
    }

    private long at(int row, int column) {
        return (long) row * columns + column;
    }

    /** Puts trajectories first, ..., first + n - 1 at their starts, tangents along the variable that is changed. */
    void begin(int first, int n) {
        numbers.clear();
        exponents.clear();
        var parts = (n + PART - 1) / PART;
        Parts.each(parts, part -> begin(first, part * PART, Math.min(PART, n - part * PART)));
    }

    private void begin(int first, int column, int n) {
        var row = new double[n];
        for (var j = 0; j < units.length; j++) {
            for (var i = 0; i < n; i++) {
                row[i] = ensemble.starts().at(j, first + column + i) / units[j];
            }
            numbers.write(at(j, column), row);
        }
        for (var g = 0; g < given.length; g++) {
            for (var i = 0; i < n; i++) {
                row[i] = ensemble.parameters().at(given[g], first + column + i);
            }
            numbers.write(at(units.length * (1 + laws.size()) + g, column), row);
        }
        if (!laws.isEmpty()) {
            var changed = ensemble.stepping().system().variables().indexOf(ensemble.changed());
            Arrays.fill(row, 1 / units[changed]);
            for (var k = 0; k < laws.size(); k++) {
                numbers.write(at(units.length * (1 + k) + changed, column), row);
            }
        }
    }

    /** Numbers of a row. */
    double[] read(int row, int column, int n) {
        return numbers.read(at(row, column), n);
    }

    /**
     * Puts trajectories from a column on into columns 0, ... of {@code into}, which says how many.
     *
     * @param row the values of all nodes, a row each, then their tangents, law by law
     */
    void put(int column, Flown into, IntFunction<double[]> row) {
        var nodes = into.values().length;
        for (var j = 0; j < nodes; j++) {
            System.arraycopy(row.apply(j), 0, into.values()[j], 0, into.count());
        }
        for (var k = 0; k < laws.size(); k++) {
            var tangents = into.tangents(laws.get(k));
            for (var j = 0; j < nodes; j++) {
                var mantissas = row.apply((k + 1) * nodes + j);
                for (var i = 0; i < into.count(); i++) {
                    tangents.put(j, i, mantissas[i]);
                }
            }
            var powers = new int[into.count()];
            exponents.read(at(k, column), powers, 0, powers.length);
            for (var i = 0; i < powers.length; i++) {
                tangents.exponent(i, powers[i]);
            }
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
