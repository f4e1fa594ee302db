package org.basinlab.trajectories;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.basinlab.dynamics.Law;
import org.basinlab.dynamics.StepTapes;
import org.basinlab.landscape.Tape;

/**
 * A system's step with an ensemble's tangents, and what its nodes are, with A frozen and not. Their first registers
 * hold the state, time, the parameters and the tangents, in this order; a step's outputs are the state and the tangents
 * after it.
 *
 * @param freeStep    the step with every tangent free
 * @param frozenStep  the step with A frozen
 * @param freeNodes   the nodes and their tangents, all free
 * @param frozenNodes the same with A frozen
 * @param dimension   of the state
 * @param tangents    how many there are
 * @param held        whether each variable is one of A
 */
public record StepPrograms(
        Tape freeStep, Tape frozenStep, Tape freeNodes, Tape frozenNodes, int dimension, int tangents, boolean[] held) {
    /** Those of an ensemble. */
    public static StepPrograms of(Ensemble ensemble) {
        var laws = ensemble.tangents().laws();
        var free = laws.stream().map(law -> Law.FREE).toList();
        var system = ensemble.stepping().system();
        var tapes = new StepTapes(ensemble.stepping(), laws.equals(free) ? Set.of() : ensemble.frozen());
        var held = new boolean[system.dimension()];
        for (var i = 0; i < held.length; i++) {
            held[i] = ensemble.frozen().contains(system.variables().get(i));
        }
        return new StepPrograms(
                tapes.tangents(free),
                tapes.tangents(laws),
                tapes.nodesWithTangents(free),
                tapes.nodesWithTangents(laws),
                system.dimension(),
                laws.size(),
                held);
    }

    /** The step. */
    public Tape step(boolean frozen) {
        return frozen ? frozenStep : freeStep;
    }

    /** The nodes and their tangents. */
    public Tape nodes(boolean frozen) {
        return frozen ? frozenNodes : freeNodes;
    }

    /** How many outputs a step has. */
    public int moved() {
        return dimension * (1 + tangents);
    }

    /** The register before a step of what output number {@code output} is after it. */
    public int register(int output) {
        return output < dimension ? output : output + freeStep.parameters() - moved();
    }

    /** The register of a tangent's first variable. */
    public int tangent(int k) {
        return register(dimension * (k + 1));
    }

    /** How many parameters the system has. */
    public int parameters() {
        return freeStep.parameters() - moved() - 1;
    }

    /** Whether any of them reads the time. */
    public boolean timed() {
        return Stream.of(freeStep, frozenStep, freeNodes, frozenNodes)
                .anyMatch(tape -> Arrays.stream(tape.outputs()).anyMatch(output -> output == dimension)
                        || tape.instructions().stream().anyMatch(i -> i.left() == dimension || i.right() == dimension));
    }
}
