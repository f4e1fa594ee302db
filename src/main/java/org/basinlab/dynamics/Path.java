package org.basinlab.dynamics;

import java.util.List;
import java.util.Set;
import org.basinlab.landscape.Tape;

/** A trajectory without tangents, step by step. */
public final class Path {
    private final Stepping stepping;
    private final Tape tape;
    private final StepRegisters registers;
    private final double[] state;
    private long step;
    private long piece;

    /** From a start. */
    public Path(Stepping stepping, double... start) {
        this.stepping = stepping;
        tape = new StepTapes(stepping, Set.of()).plain();
        registers = new StepRegisters(stepping.system(), List.of(tape));
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
        var values = registers.filled(stepping.time(step), state);
        piece = tape.piece(values, piece);
        for (var i = 0; i < state.length; i++) {
            state[i] = tape.output(i, values);
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
