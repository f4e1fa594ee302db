package org.basinlab.dynamics;

import java.util.Set;
import org.basinlab.landscape.Tape;

/** A trajectory without tangents, step by step. */
public final class Path {
    private final Stepping stepping;
    private final Tape tape;
    private final double[] registers;
    private final double[] parameters;
    private final double[] state;
    private long step;
    private long piece;

    /** From a start. */
    public Path(Stepping stepping, double... start) {
        this.stepping = stepping;
        tape = new StepTapes(stepping, Set.of()).plain();
        registers = new double[tape.registers()];
        parameters = stepping.system().parameterValues();
        state = start.clone();
    }

    /** Begins again, from another start. */
    public void restart(double... start) {
        System.arraycopy(start, 0, state, 0, state.length);
        step = 0;
        piece = 0;
    }

    /** Takes a step. */
    public void advance() {
        var d = state.length;
        System.arraycopy(state, 0, registers, 0, d);
        registers[d] = stepping.time(step);
        System.arraycopy(parameters, 0, registers, d + 1, parameters.length);
        piece = tape.piece(registers, piece);
        for (var i = 0; i < d; i++) {
            state[i] = tape.output(i, registers);
        }
        stepping.disturb(state, step);
        step++;
    }

    /** The state now; a copy. */
    public double[] state() {
        return state.clone();
    }

    /** Which pieces of the functions |x| and sign(x) the steps so far were made of: equal where all are. */
    public long piece() {
        return piece;
    }
}
