package org.basinlab.causal;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.dynamics.Law;
import org.basinlab.dynamics.StepRegisters;
import org.basinlab.dynamics.StepTapes;
import org.basinlab.landscape.Tape;

/**
 * The three worlds themselves, as the posts run them: Comp is (x_m - w_m) / (y_m - w_m) for a change of n by delta. Differences
 * of numbers that agree in most digits are rounded coarsely; {@link DifferenceRate} says how coarsely.
 */
public final class Worlds implements Compared {
    private static final List<Law> XY = List.of(Law.FREE, Law.FROZEN);
    private static final List<Law> XX = List.of(Law.FREE, Law.FREE);

    private final Question question;
    private final Tape frozenStep;
    private final Tape freeStep;
    private final Tape frozenNodes;
    private final Tape freeNodes;
    private final StepRegisters registers;
    private final int[] nodes;
    private final double delta;
    private final double[][] states = new double[3][];
    private long step;

    /**
     * At the start.
     *
     * @param delta by which n is changed; not 0
     */
    public Worlds(Question question, double delta) {
        this.question = question;
        var system = question.stepping().system();
        var tapes = new StepTapes(question.stepping(), question.frozen());
        frozenStep = tapes.worlds(XY);
        freeStep = tapes.worlds(XX);
        frozenNodes = tapes.nodesOfWorlds(XY);
        freeNodes = tapes.nodesOfWorlds(XX);
        registers = new StepRegisters(system, List.of(frozenStep, freeStep, frozenNodes, freeNodes));
        nodes = question.to().stream().mapToInt(system::node).toArray();
        this.delta = delta;
        restart(system.start());
    }

    /** Begins again, from another start of W. */
    public void restart(double... start) {
        step = 0;
        for (var world = 0; world < states.length; world++) {
            states[world] = start.clone();
            if (world > 0) {
                states[world][question.stepping().system().node(question.from())] += delta;
            }
        }
        freeze();
    }

    /** From the state on at which the window begins, A is in Y what it is in W. */
    private void freeze() {
        if (step == question.window().first()) {
            var variables = question.stepping().system().variables();
            for (var i = 0; i < variables.size(); i++) {
                if (question.frozen().contains(variables.get(i))) {
                    states[2][i] = states[0][i];
                }
            }
        }
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public void advance() {
        var outputs = run(question.window().freezes(step) ? frozenStep : freeStep);
        for (var world = 0; world < states.length; world++) {
            System.arraycopy(outputs, world * states[0].length, states[world], 0, states[0].length);
            question.stepping().disturb(states[world], step);
        }
        step++;
        freeze();
    }

    @Override
    public double time() {
        return question.stepping().time(step);
    }

    @Override
    public double[] state() {
        return states[0].clone();
    }

    @Override
    public List<Comp> comps() {
        var outputs = run(question.window().freezes(step) ? frozenNodes : freeNodes);
        var count = question.stepping().system().nodes().size();
        var comps = new ArrayList<Comp>(nodes.length);
        for (var node : nodes) {
            var w = outputs[node];
            comps.add(Comp.of(outputs[count + node] - w, outputs[2 * count + node] - w));
        }
        return comps;
    }

    private double[] run(Tape tape) {
        return registers.run(tape, time(), states[0], states[1], states[2]);
    }
}
