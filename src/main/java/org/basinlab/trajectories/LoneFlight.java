package org.basinlab.trajectories;

import java.util.List;
import java.util.function.Supplier;
import org.basinlab.dynamics.Law;

/** Any system, one trajectory at a time, in double precision: the reference. */
final class LoneFlight implements Flight {
    private final Ensemble ensemble;
    private final StepPrograms programs;
    private final List<Law> laws;
    private final int dimension;
    private final double[] now;
    private final double[] registers;
    private final long[] exponents;

    private LoneFlight(Ensemble ensemble, StepPrograms programs) {
        this.ensemble = ensemble;
        this.programs = programs;
        laws = ensemble.tangents().laws();
        dimension = programs.dimension();
        now = new double[programs.freeStep().parameters()];
        var most = 0;
        for (var frozen : List.of(false, true)) {
            most = Math.max(most, programs.step(frozen).registers());
            most = Math.max(most, programs.nodes(frozen).registers());
        }
        registers = new double[most];
        exponents = new long[laws.size()];
    }

    static Supplier<Flight> of(Ensemble ensemble) {
        var programs = StepPrograms.of(ensemble);
        return () -> new LoneFlight(ensemble, programs);
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public int patience() {
        return 1;
    }

    @Override
    public void begin(int first, int n) {
        var changed = ensemble.stepping().system().variables().indexOf(ensemble.changed());
        for (var j = 0; j < dimension; j++) {
            now[j] = ensemble.starts().at(j, first);
            for (var k = 0; k < laws.size(); k++) {
                now[programs.tangent(k) + j] = j == changed ? 1 : 0;
                exponents[k] = 0;
            }
        }
        for (var p = 0; p < programs.parameters(); p++) {
            now[dimension + 1 + p] = ensemble.parameters().at(p, first);
        }
    }

    @Override
    public void freeze() {
        for (var k = 0; k < laws.size(); k++) {
            for (var j = 0; j < dimension; j++) {
                if (laws.get(k) == Law.FROZEN && programs.held()[j]) {
                    now[programs.tangent(k) + j] = 0;
                }
            }
        }
    }

    @Override
    public void advance(long from, int steps, boolean freezes) {
        for (var s = 0; s < steps; s++) {
            now[dimension] = ensemble.stepping().time(from + s);
            System.arraycopy(now, 0, registers, 0, now.length);
            var outputs = programs.step(freezes).outputsOf(registers);
            for (var k = 0; k < outputs.length; k++) {
                now[programs.register(k)] = outputs[k];
            }
        }
    }

    @Override
    public void rescale() {
        for (var k = 0; k < laws.size(); k++) {
            var largest = 0.0;
            for (var j = 0; j < dimension; j++) {
                largest = Math.max(largest, Math.abs(now[programs.tangent(k) + j]));
            }
            var exponent = Math.getExponent(largest);
            if (Double.isFinite(largest) && largest > 0 && Math.abs(exponent) > Double.MAX_EXPONENT / 2) {
                for (var j = 0; j < dimension; j++) {
                    now[programs.tangent(k) + j] = Math.scalb(now[programs.tangent(k) + j], -exponent);
                }
                exponents[k] += exponent;
            }
        }
    }

    @Override
    public void read(long step, boolean freezes, Flown into, int column) {
        var nodes = into.values().length;
        now[dimension] = ensemble.stepping().time(step);
        System.arraycopy(now, 0, registers, 0, now.length);
        var outputs = programs.nodes(freezes).outputsOf(registers);
        for (var j = 0; j < nodes; j++) {
            into.values()[j][column] = outputs[j];
            for (var k = 0; k < laws.size(); k++) {
                into.tangents(laws.get(k)).put(j, column, outputs[(k + 1) * nodes + j]);
            }
        }
        for (var k = 0; k < laws.size(); k++) {
            into.tangents(laws.get(k)).exponent(column, exponents[k]);
        }
    }
}
