package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.SgdStep;
import org.basinlab.walkers.Start;
import org.junit.jupiter.api.Test;

/** Errors against exact solutions, and how fast they fall. */
class ConvergenceTest {
    private static final double NOWHERE = Double.NEGATIVE_INFINITY;
    private static final Landscape SPREADING = LinearLosses.additive(0, 1);
    private static final Landscape ORNSTEIN = LinearLosses.additive(1, 1);
    private static final Start START = new Start.Normal(0.5, 0.4, NOWHERE);

    @Test
    void spreadingAloneIsTheHeatEquationAndSecondOrderInSpace() {
        var equation = NoiseConvention.ITO.equation(SPREADING, 0.5);
        var sd = Math.sqrt(0.16 + 0.25 * 4);
        var coarse = distance(solved(equation, Mesh.uniform(-8, 9, 85), 4, 400), 0.5, sd);
        var fine = distance(solved(equation, Mesh.uniform(-8, 9, 170), 4, 400), 0.5, sd);
        // Order 2 is a ratio of 4; 400 steps leave an error in time a hundred times smaller.
        assertThat(coarse / fine).isBetween(3.7, 4.3);
        // Cells of 0.1 against a deviation of 0.4 at first: (0.1 / 0.4)^2 / 24.
        assertThat(fine).isLessThan(3e-3);
        var state = solved(equation, Mesh.uniform(-8, 9, 1700), 4, 400).state();
        // The second moment of cells of 0.01 is too large by h^2 / 12 = 8e-6, over 2 sd: 4e-6; the rest is time.
        assertThat(state.sd()).isCloseTo(sd, within(1e-5));
    }

    @Test
    void anOrnsteinUhlenbeckProcessIsSecondOrderInTime() {
        var equation = NoiseConvention.ITO.equation(ORNSTEIN, 0.5);
        var mesh = Mesh.uniform(-4, 4.5, 400);
        var exact = solved(equation, mesh, 2, 1280);
        var coarse = distance(solved(equation, mesh, 2, 20), exact);
        var fine = distance(solved(equation, mesh, 2, 40), exact);
        assertThat(coarse / fine).isBetween(3.6, 4.4);
        // About (step / relaxation time)^2 / 6 with steps of 0.05 and a time of 2.
        assertThat(fine).isLessThan(1e-3);
    }

    @Test
    void backwardEulerAloneIsFirstOrder() {
        var equation = NoiseConvention.ITO.equation(ORNSTEIN, 0.5);
        var mesh = Mesh.uniform(-4, 4.5, 200);
        var exact = backward(equation, mesh, 2, 20_000);
        var ratio =
                difference(backward(equation, mesh, 2, 20), exact) / difference(backward(equation, mesh, 2, 40), exact);
        // Order 1 is a ratio of 2; the finite reference adds 40 / 20 000.
        assertThat(ratio).isBetween(1.9, 2.1);
    }

    @Test
    void onAnAdaptedMeshMeansAndDeviationsAreSecondOrderInTheCells() {
        var system = LinearLosses.spread(0.2);
        var step = new SgdStep(system, 0.5, 1, 3);
        var start = new Start.Normal(1.6, 0.2, NOWHERE);
        for (var convention : NoiseConvention.values()) {
            var exact = new LinearMoments(1.6, 0.04).under(convention, step, 3);
            var equation = convention.equation(step);
            var coarse = FokkerPlanck.of(equation, start, 2, 3, 200).run(3, 400).state();
            var fine = FokkerPlanck.of(equation, start, 2, 3, 400).run(3, 400).state();
            var ratio = Math.abs(coarse.mean() - exact.mean()) / Math.abs(fine.mean() - exact.mean());
            // Order 2 is 4; the mesh is not quite the same one cut in two.
            assertThat(ratio).as("%s", convention).isBetween(3.3, 4.8);
            assertThat(fine.sd()).as("%s", convention).isCloseTo(exact.sd(), within(3e-4));
        }
    }

    @Test
    void withoutNoiseItIsUpwindAndFirstOrder() {
        var equation = NoiseConvention.ITO.equation(LinearLosses.spread(0.2), 0.1, 0, 1);
        var start = new Start.Normal(0.5, 0.175, 0);
        var exact = new Characteristics(equation, start, Mesh.uniform(0, 2, 20_000)).run(new double[] {5}, 2);
        var variance = Math.pow(exact.get(0).state().sd(), 2);
        var coarse = solved(equation, Mesh.uniform(0, 2, 200), 5, 100).state();
        var fine = solved(equation, Mesh.uniform(0, 2, 400), 5, 100).state();
        // Upwinding adds diffusion |v| h / 2, so variance in proportion to h.
        assertThat((coarse.sd() * coarse.sd() - variance) / (fine.sd() * fine.sd() - variance))
                .isBetween(1.9, 2.1);
        // The velocity is taken half a cell downstream, so the mean lags in proportion to h too.
        var mean = exact.get(0).state().mean();
        assertThat((coarse.mean() - mean) / (fine.mean() - mean)).isBetween(1.9, 2.1);
    }

    @Test
    void stepsOfItsOwnChoiceMeetTheExactMoments() {
        var equation = NoiseConvention.STRATONOVICH.equation(LinearLosses.spread(0.9), 0.02);
        var start = new Start.Normal(0.5, 0.1, NOWHERE);
        var looks = FokkerPlanck.of(equation, start, 2, 1500, 4000).run(new double[] {0, 50, 1500}, Progress.NONE);
        for (var look : looks) {
            var exact = new LinearMoments(0.5, 0.01)
                    .under(
                            NoiseConvention.STRATONOVICH,
                            LinearLosses.spread(0.9),
                            0.02,
                            look.state().time());
            // On the way the cells' Peclet numbers are about 1, and the mean lags by a part of a cell of 1e-3.
            assertThat(look.state().mean()).isCloseTo(exact.mean(), within(2e-4));
            assertThat(look.state().sd()).isCloseTo(exact.sd(), within(2e-4));
        }
    }

    private static Snapshot solved(Equation equation, Mesh mesh, double time, int steps) {
        var start = equation.diffusion(0) == 0 ? new Start.Normal(0.5, 0.175, 0) : START;
        return new FokkerPlanck(equation, start, 0, mesh, Edge.CLOSED, Edge.CLOSED, 1e-4).run(time, steps);
    }

    private static double[] backward(Equation equation, Mesh mesh, double time, int steps) {
        var masses = Beginning.masses(START, mesh);
        var stepper = new Stepper(new Rates(equation, mesh, Edge.CLOSED, Edge.CLOSED));
        for (var k = 0; k < steps; k++) {
            stepper.backwardEuler(masses, time / steps);
        }
        return masses;
    }

    private static double distance(Snapshot look, double mean, double sd) {
        var normal = new NormalDistribution(mean, sd);
        var faces = look.mesh().faces();
        var sum = 0.0;
        for (var i = 0; i < look.mesh().cells(); i++) {
            sum += Math.abs(look.density()[i] * look.mesh().width(i) - normal.probability(faces[i], faces[i + 1]));
        }
        return sum;
    }

    private static double distance(Snapshot a, Snapshot b) {
        var sum = 0.0;
        for (var i = 0; i < a.mesh().cells(); i++) {
            sum += Math.abs(a.density()[i] - b.density()[i]) * a.mesh().width(i);
        }
        return sum;
    }

    private static double difference(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }
}
