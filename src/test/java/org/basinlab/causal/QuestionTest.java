package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Reach;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Expression;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final Stepping LORENZ = new Stepping(Lorenz.of(28), Integrator.RK4, 0.01);

    /** x drives u, u drives y; y drives z; nothing drives w but itself. */
    private static DynamicalSystem chain() {
        var building = DynamicalSystem.named("chain");
        var x = building.variable("x", 1);
        var y = building.variable("y", 1);
        var z = building.variable("z", 1);
        var w = building.variable("w", 1);
        var u = building.node("u", x.times(Expression.constant(2)));
        return building.moves(x, x.negate())
                .moves(y, u.minus(y))
                .moves(z, y.minus(z))
                .moves(w, w.negate())
                .flow();
    }

    @Test
    void whatAChangeReaches() {
        assertThat(Reach.of(chain(), "x", Set.of())).containsExactlyInAnyOrder("x", "u", "y", "z");
        assertThat(Reach.of(chain(), "y", Set.of())).containsExactlyInAnyOrder("y", "z");
        assertThat(Reach.of(chain(), "x", Set.of("u"))).containsExactly("x");
        assertThat(Reach.of(chain(), "x", Set.of("y"))).containsExactlyInAnyOrder("x", "u");
        assertThat(Reach.of(Lorenz.of(28), "c", Set.of("b"))).containsExactly("c");
    }

    @Test
    void everyNodeOutsideAThatIsReached() {
        var stepping = new Stepping(chain(), Integrator.RK4, 0.1);
        var question = Question.ofAll(stepping, Set.of("u"), Window.ALWAYS, "x");
        assertThat(question.to()).containsExactly("x", "y", "z");
        assertThat(question.cutOff()).containsExactly("y", "z");
        // Before the window, the change gets through.
        assertThat(Question.ofAll(stepping, Set.of("u"), new Window(5, 9), "x").cutOff())
                .isEmpty();
        // Within a window even A's own nodes may be asked about.
        assertThat(new Question(stepping, Set.of("y"), new Window(5, 9), "x", List.of("y")).to())
                .containsExactly("y");
    }

    @Test
    void refused() {
        refused(Set.of(), "b", "c", "--frozen needs at least one node of lorenz: a,b,c");
        refused(Set.of("q"), "b", "c", "lorenz has no node q: it has a, b, c");
        refused(Set.of("a"), "q", "c", "lorenz has no node q");
        refused(Set.of("a"), "b", "q", "lorenz has no node q");
        refused(Set.of("a", "b"), "b", "c", "--from b is in A (--frozen a,b)");
        refused(Set.of("a"), "b", "a", "--to a is in A (--frozen a)");
        assertThatThrownBy(() -> new Question(
                        new Stepping(chain(), Integrator.RK4, 1), Set.of("u"), Window.ALWAYS, "y", List.of("x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--to x is not reachable from y")
                .hasMessageContaining("0/0");
        assertThatThrownBy(
                        () -> Question.ofAll(new Stepping(chain(), Integrator.RK4, 1), Set.of("x"), Window.ALWAYS, "u"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--from u is computed anew at every step");
        assertThatThrownBy(() -> new Window(3, 3)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Window(-1, 3)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> chain().disturbed("u", 1, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no variable u to disturb");
        assertThatThrownBy(() -> Lorenz.of(Double.NaN)).isInstanceOf(InputException.class);
    }

    private static void refused(Set<String> a, String n, String m, String message) {
        assertThatThrownBy(() -> new Question(LORENZ, a, Window.ALWAYS, n, List.of(m)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }
}
