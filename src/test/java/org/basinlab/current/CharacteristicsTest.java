package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.landscape.Pit;
import org.basinlab.walkers.Start;
import org.junit.jupiter.api.Test;

class CharacteristicsTest {
    @Test
    void aLinearDriftShrinksANormalLaw() {
        var equation = NoiseConvention.ITO.equation(LinearLosses.spread(0.2), 0.1);
        var law = new Start.Normal(0.5, 0.175, Double.NEGATIVE_INFINITY);
        var flow = new Characteristics(equation, law, Mesh.uniform(-1, 2, 3000));
        var look = flow.run(new double[] {10, 30}, 2).get(1);
        var shrunk = Math.exp(-3);
        // The integrator is good to 1e-11; the cells' second moment to h^2 / 12 of 0.175^2, twice: 3e-6 of it, and 1e-5
        // of the density.
        assertThat(look.state().mean()).isCloseTo(2 - 1.5 * shrunk, within(1e-9));
        assertThat(look.state().sd()).isCloseTo(0.175 * shrunk, within(1e-7));
        assertThat(look.at(2 - 1.5 * shrunk)).isCloseTo(1 / (Math.sqrt(2 * Math.PI) * 0.175 * shrunk), within(5e-4));
        assertThat(flow.path(0.3, new double[] {5})[0]).isCloseTo(2 - 1.7 * Math.exp(-0.5), within(1e-9));
    }

    @Test
    void massGathersInThePitAndInTheWell() {
        var equation = NoiseConvention.ITO.equation(Pit.PUBLISHED, 0.02, 0, 1);
        var flow = new Characteristics(equation, new Start.Normal(0.5, 0.175, 0), Mesh.uniform(0, 1.5, 600));
        var state = flow.run(new double[] {1000}, 1.1743).get(0).state();
        assertThat(state.mass()).isCloseTo(1, within(1e-12));
        // All that starts below L's barrier ends in its pit; the rest, 6e-5 of a normal law at 3.85 deviations, at 2.
        assertThat(state.escaped()).isBetween(1e-5, 2e-4);
        assertThat(state.mean()).isCloseTo(1.0074533, within(2e-4));
    }
}
