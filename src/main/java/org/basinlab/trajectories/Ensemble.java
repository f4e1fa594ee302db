package org.basinlab.trajectories;

import static org.basinlab.experiment.InputException.require;

import java.util.Set;
import org.basinlab.dynamics.Law;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.network.Precision;

/**
 * Trajectories to run: of one system, from different starts, with different parameters, side by side.
 *
 * @param stepping     the system and how it moves
 * @param steps        how many each takes
 * @param trajectories how many there are
 * @param starts       the variables at the start, in the system's order
 * @param parameters   in the system's order
 * @param precision    {@code float32} or {@code float64}
 * @param tangents     that are carried along
 * @param changed      n, the variable that is changed at the start: tangents begin as its unit vector; any name without
 *                     tangents
 * @param frozen       A, names of variables and nodes; empty where no tangent has it frozen
 * @param window       the steps over which A is frozen; before and beyond, the frozen tangent moves as a free one
 * @param every        steps between looks; 0 for one at the end alone
 */
public record Ensemble(
        Stepping stepping,
        long steps,
        int trajectories,
        Values starts,
        Values parameters,
        Precision precision,
        Tangents tangents,
        String changed,
        Set<String> frozen,
        Window window,
        long every) {
    public Ensemble {
        require(steps >= 1, "a trajectory takes at least one step, got %s", steps);
        require(trajectories >= 1, "there must be at least one trajectory, got %s", trajectories);
        require(every >= 0, "steps between looks must be at least 1, or 0 for none on the way, got %s", every);
        require(
                precision != Precision.TF32,
                "trajectories are computed in float32 or float64, got %s, which is of networks",
                precision);
        frozen = Set.copyOf(frozen);
        var system = stepping.system();
        frozen.forEach(system::node);
        if (tangents != Tangents.NONE) {
            require(
                    system.variables().contains(changed),
                    "%s has no variable %s to change at the start: it has %s",
                    system.name(),
                    changed,
                    String.join(", ", system.variables()));
        }
        if (tangents.laws().contains(Law.FROZEN)) {
            require(!frozen.isEmpty(), "a frozen tangent needs at least one node that is frozen");
            require(
                    !frozen.contains(changed),
                    "%s is changed at the start and frozen: leave it out of the frozen ones",
                    changed);
        }
    }

    /** Of the system as it is: its own start and parameters for all, in double precision, without tangents or looks. */
    public static Ensemble of(Stepping stepping, long steps, int trajectories) {
        var system = stepping.system();
        return new Ensemble(
                stepping,
                steps,
                trajectories,
                Values.same(system.start()),
                Values.same(system.parameterValues()),
                Precision.FLOAT64,
                Tangents.NONE,
                "",
                Set.of(),
                Window.ALWAYS,
                0);
    }

    /** The same from other starts. */
    public Ensemble from(Values other) {
        return new Ensemble(
                stepping, steps, trajectories, other, parameters, precision, tangents, changed, frozen, window, every);
    }

    /** The same with other parameters. */
    public Ensemble with(Values other) {
        return new Ensemble(
                stepping, steps, trajectories, starts, other, precision, tangents, changed, frozen, window, every);
    }

    /** The same in another precision. */
    public Ensemble in(Precision other) {
        return new Ensemble(
                stepping, steps, trajectories, starts, parameters, other, tangents, changed, frozen, window, every);
    }

    /** The same with tangents: {@code n} is changed at the start, and one of them has A frozen over the window. */
    public Ensemble carrying(Tangents other, String n, Set<String> a, Window when) {
        return new Ensemble(stepping, steps, trajectories, starts, parameters, precision, other, n, a, when, every);
    }

    /** The same with a look after every so many steps. */
    public Ensemble lookingEvery(long other) {
        return new Ensemble(
                stepping, steps, trajectories, starts, parameters, precision, tangents, changed, frozen, window, other);
    }

    /** Whether there is a look after so many steps. */
    public boolean looksAfter(long step) {
        return step == steps || every > 0 && step % every == 0;
    }

    /** The step before which, after this one, there is a look, the window begins or ends, or the run ends. */
    public long stopAfter(long step) {
        var stop = steps;
        if (every > 0) {
            stop = Math.min(stop, (step / every + 1) * every);
        }
        for (var edge : new long[] {window.first(), window.last()}) {
            if (edge > step) {
                stop = Math.min(stop, edge);
            }
        }
        return stop;
    }
}
