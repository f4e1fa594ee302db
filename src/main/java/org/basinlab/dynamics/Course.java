package org.basinlab.dynamics;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import java.util.Set;
import org.basinlab.landscape.Tape;

/**
 * One trajectory with two tangents, step by step: how a small change of one variable at the start would move everything, were A
 * free to follow it, and were A frozen.
 *
 * <p>With x = F(n) the whole course as a function of the changed variable n, the free tangent is dx/dn, and the frozen one its
 * derivative where A's part of F is replaced by A's course. Both are scaled by powers of two, so they are right for any number of
 * steps.
 */
public final class Course {
    private static final List<Law> BOTH = List.of(Law.FREE, Law.FROZEN);
    private static final List<Law> TWICE_FREE = List.of(Law.FREE, Law.FREE);

    private final Stepping stepping;
    private final Window window;
    private final boolean[] held;
    private final Tape frozenStep;
    private final Tape freeStep;
    private final Tape frozenNodes;
    private final Tape freeNodes;
    private final StepRegisters registers;
    private final double[] state;
    private final double[] direction;
    private final Scaled[] tangents;
    private long step;

    /**
     * At the start.
     *
     * @param frozen A; without n
     * @param n      the variable that is changed at the start
     * @throws org.basinlab.experiment.InputException if there is no such variable
     */
    public Course(Stepping stepping, Set<String> frozen, Window window, String n) {
        this(stepping, frozen, window, Scaled.unit(stepping.system().dimension(), variable(stepping.system(), n)));
    }

    /**
     * At the start.
     *
     * @param direction in which the start is changed; 0 on A
     */
    public Course(Stepping stepping, Set<String> frozen, Window window, Scaled direction) {
        this.stepping = stepping;
        this.window = window;
        var system = stepping.system();
        var tapes = new StepTapes(stepping, frozen);
        frozenStep = tapes.tangents(BOTH);
        freeStep = tapes.tangents(TWICE_FREE);
        frozenNodes = tapes.nodesWithTangents(BOTH);
        freeNodes = tapes.nodesWithTangents(TWICE_FREE);
        registers = new StepRegisters(system, List.of(frozenStep, freeStep, frozenNodes, freeNodes));
        state = system.start();
        this.direction = direction.mantissas().clone();
        tangents = new Scaled[] {Scaled.of(this.direction), Scaled.of(this.direction)};
        held = new boolean[state.length];
        for (var i = 0; i < state.length; i++) {
            held[i] = frozen.contains(system.variables().get(i));
        }
        freeze();
    }

    private static int variable(DynamicalSystem system, String n) {
        var place = system.variables().indexOf(n);
        require(
                place >= 0,
                "%s has no variable %s to change at the start: it has %s",
                system.name(),
                n,
                String.join(", ", system.variables()));
        return place;
    }

    /** Begins again, from another start. */
    public void restart(double... start) {
        System.arraycopy(start, 0, state, 0, state.length);
        for (var k = 0; k < tangents.length; k++) {
            tangents[k] = Scaled.of(direction);
        }
        step = 0;
        freeze();
    }

    /** From the state on at which the window begins, nothing differs in A. */
    private void freeze() {
        if (step == window.first()) {
            for (var i = 0; i < held.length; i++) {
                if (held[i]) {
                    tangents[1].mantissas()[i] = 0;
                }
            }
        }
    }

    /** Steps taken. */
    public long step() {
        return step;
    }

    /** The time now. */
    public double time() {
        return stepping.time(step);
    }

    /** The state now; a copy. */
    public double[] state() {
        return state.clone();
    }

    /** The tangent of the state with A free. */
    public Scaled free() {
        return tangents[0];
    }

    /** The tangent of the state with A frozen. */
    public Scaled frozen() {
        return tangents[1];
    }

    /** Takes a step. */
    public void advance() {
        var outputs = run(window.freezes(step) ? frozenStep : freeStep);
        var d = state.length;
        System.arraycopy(outputs, 0, state, 0, d);
        stepping.disturb(state, step);
        for (var k = 0; k < tangents.length; k++) {
            System.arraycopy(outputs, (k + 1) * d, tangents[k].mantissas(), 0, d);
            tangents[k].balance();
        }
        step++;
        freeze();
    }

    /** The values of all nodes now, variables first, then their free tangents and their frozen ones, each scaled. */
    public Seen seen() {
        var outputs = run(window.freezes(step) ? frozenNodes : freeNodes);
        var count = stepping.system().nodes().size();
        var values = new double[count];
        System.arraycopy(outputs, 0, values, 0, count);
        return new Seen(values, tangents[0].like(outputs, count, count), tangents[1].like(outputs, 2 * count, count));
    }

    /**
     * All nodes at one time.
     *
     * @param values of the nodes, variables first
     * @param free   their tangents with A free
     * @param frozen their tangents with A frozen
     */
    public record Seen(double[] values, Scaled free, Scaled frozen) {}

    private double[] run(Tape tape) {
        return registers.run(tape, time(), state, tangents[0].mantissas(), tangents[1].mantissas());
    }
}
