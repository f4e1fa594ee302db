package org.basinlab.optimizing;

import java.util.List;
import java.util.Set;
import org.basinlab.causal.Compared;
import org.basinlab.causal.Question;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.dynamics.Window;

/** The posts' own settings. */
final class Runs {
    /** P8's step of the saturating thermostat, as it was recomputed with; the post does not say its own. */
    static final double STEP = 0.02;

    private Runs() {}

    /** P7's thermostat. */
    static Question thermostat(double gain) {
        return room(new Stepping(Thermostats.linear(gain), Integrator.RK4, 1));
    }

    /** A question about the room of a thermostat. */
    static Question room(Stepping stepping) {
        return new Question(stepping, Set.of("T"), Window.ALWAYS, "R", List.of("R"));
    }

    /** P8's thermostat, from a temperature of the room. */
    static Question saturating(double theta, double power, double room) {
        return room(new Stepping(Thermostats.saturating(theta, power).from(0, room), Integrator.RK4, STEP));
    }

    /** Any question about a flow, moved by RK4. */
    static Question flow(DynamicalSystem system, double h, Window window, Set<String> frozen, String from) {
        return Question.ofAll(new Stepping(system, Integrator.RK4, h), frozen, window, from);
    }

    /** Takes so many steps. */
    static <C extends Compared> C after(C worlds, long steps) {
        for (var k = 0L; k < steps; k++) {
            worlds.advance();
        }
        return worlds;
    }
}
