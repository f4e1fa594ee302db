package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Pit;
import org.basinlab.walkers.Start;
import org.junit.jupiter.api.Test;

class MeshTest {
    private static final Equation EQUATION = NoiseConvention.ITO.equation(Pit.PUBLISHED, 0.015);
    private static final Start START = new Start.Normal(1.0037, 0.01, Double.NEGATIVE_INFINITY);

    @Test
    void itIsFineInThePitAndItsMarksAreFaces() {
        var mesh = Mesh.adapted(EQUATION, START, -1, 4, 1000, 1.1959565, 17);
        assertThat(mesh.faces()).contains(-1, 1.1959565, 4);
        var widths = new double[mesh.cells()];
        var inPit = 0;
        for (var i = 0; i < mesh.cells(); i++) {
            widths[i] = mesh.width(i);
            inPit += Math.abs(mesh.centre(i) - 1) < 0.15 ? 1 : 0;
            if (i > 0) {
                // Of n cells neighbours differ by about 20 / n; at a mark the number is rounded.
                assertThat(widths[i] / widths[i - 1]).isBetween(0.95, 1.05);
            }
        }
        // The pit is 6 percent of the domain.
        assertThat(inPit).isGreaterThan(mesh.cells() / 3);
    }

    @Test
    void anHeavierLawReachesFurther() {
        var ito = NoiseConvention.ITO.equation(LinearLosses.spread(0.2), 0.5);
        var few = Reach.of(ito, new Start.Point(0.5), 1);
        var many = Reach.of(ito, new Start.Point(0.5), 100);
        assertThat(many.high()).isGreaterThan(few.high());
        // Linear noise cannot pass 0, where it vanishes and the drift leads upwards.
        assertThat(many.low()).isGreaterThan(-1);
    }

    @Test
    void badMeshesAreRefused() {
        assertThatThrownBy(() -> new Mesh(new double[] {0, 1, 1})).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Mesh.adapted(EQUATION, START, 0, 3, 2)).hasMessageContaining("--cells");
    }
}
