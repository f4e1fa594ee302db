package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.random.RandomStream;
import org.basinlab.walkers.Start;
import org.junit.jupiter.api.Test;

class EndStateTest {
    @Test
    void additiveNoiseEndsInANormalLaw() {
        var equation = NoiseConvention.ITO.equation(LinearLosses.additive(1, 0.8), 0.5);
        var mesh = Mesh.uniform(-4, 4, 200);
        var end = (EndState.Density) EndState.of(equation, mesh);
        var normal = new NormalDistribution(0, 0.8 * Math.sqrt(0.25));
        var faces = mesh.faces();
        for (var i = 0; i < faces.length; i++) {
            // The exponent is exact by Simpson's rule; the norm of second order in 0.04 / 0.4, over 12.
            assertThat(end.logDensity()[i]).isCloseTo(normal.logDensity(faces[i]), within(2e-3));
            assertThat(end.energy()[i]).isEqualTo(-end.logDensity()[i]);
        }
    }

    @Test
    void multiplicativeNoiseEndsInAnInverseGammaLaw() {
        // log P = -(2c + 2 / (T A)) log W - 4 / (T A W): 1/W is Gamma.
        var t = 0.5;
        var a = 0.04;
        var mesh = Mesh.uniform(0.7, 8, 4000);
        for (var convention :
                new NoiseConvention[] {NoiseConvention.ITO, NoiseConvention.STRATONOVICH, NoiseConvention.FICK}) {
            var equation = convention.equation(LinearLosses.spread(0.2), t);
            var end = (EndState.Density) EndState.of(equation, mesh);
            var shape = 2 * convention.share(1) + 2 / (t * a) - 1;
            var gamma = new GammaDistribution(shape, t * a / 4);
            var worst = 0.0;
            for (var i = 0; i < mesh.cells(); i++) {
                var exact = gamma.cumulativeProbability(1 / mesh.faces()[i])
                        - gamma.cumulativeProbability(1 / mesh.faces()[i + 1]);
                worst = Math.max(worst, Math.abs(end.masses()[i] - exact));
            }
            // Masses of at most 4e-3; of second order in 0.002 / 0.2.
            assertThat(worst).isLessThan(1e-7);
            var moments = new LinearMoments(1, 0).under(convention, LinearLosses.spread(0.2), t, 400);
            assertThat(end.mean()).isCloseTo(moments.mean(), within(1e-5));
            assertThat(end.sd()).isCloseTo(moments.sd(), within(1e-5));
        }
    }

    @Test
    void theSolverEndsThere() {
        // A double well whose noise varies, so that the three conventions' end states differ.
        var wells = wells();
        for (var convention : NoiseConvention.values()) {
            var equation = convention.equation(wells, 0.3);
            var mesh = Mesh.uniform(-2.2, 2.2, 800);
            var end = (EndState.Density) EndState.of(equation, mesh);
            var look = new FokkerPlanck(equation, new Start.Point(1), 0, mesh, Edge.CLOSED, Edge.CLOSED, 1e-4)
                    .run(1e9, 12);
            var difference = 0.0;
            for (var i = 0; i < mesh.cells(); i++) {
                difference += Math.abs(look.density()[i] * mesh.width(i) - end.masses()[i]);
            }
            // Both of second order in 0.0055 against widths of 0.3.
            assertThat(difference).as("%s", convention).isLessThan(1e-3);
        }
    }

    @Test
    void sgdItselfEndsWhereTheModifiedEquationSays() {
        var t = 0.05;
        var step = new SgdStep(LinearLosses.spread(0.9), t);
        var stream = new RandomStream(7, RandomStream.WALKERS, 0);
        var w = 2.0;
        var sum = 0.0;
        var squares = 0.0;
        var steps = 400_000;
        for (var n = 0; n < 2000 + steps; n++) {
            w = step.from(w, stream.uniform(n) < 0.5 ? 0 : 1);
            sum += n < 2000 ? 0 : w;
            squares += n < 2000 ? 0 : w * w;
        }
        var mean = sum / steps;
        var sd = Math.sqrt(squares / steps - mean * mean);
        var equation = NoiseConvention.MODIFIED.equation(step.landscape(), t);
        var end = (EndState.Density) EndState.of(equation, Mesh.uniform(0.5, 8, 3000));
        // Correlated over 20 steps either way, so 10 000 independent values: 0.3 / 100 and 0.3 / 140; three of each.
        assertThat(end.mean()).isCloseTo(mean, within(0.01));
        assertThat(end.sd()).isCloseTo(sd, within(0.007));
        // Exactly, without chance: right to second order in T, while Ito is 2 percent off.
        var exact = new LinearMoments(2, 0).after(step, 4000);
        assertThat(end.sd()).isCloseTo(exact.sd(), within(1e-3));
        assertThat(new LinearMoments(2, 0)
                        .under(NoiseConvention.ITO, step, 4000)
                        .sd())
                .isNotCloseTo(exact.sd(), within(3e-3));
    }

    @Test
    void aStablePointWithoutNoiseIsADelta() {
        var equation = NoiseConvention.STRATONOVICH.equation(Pit.PUBLISHED, 0.015);
        var end = EndState.of(equation, Mesh.uniform(1.2, 2.5, 1000));
        assertThat(end).isInstanceOf(EndState.Undefined.class);
        var undefined = (EndState.Undefined) end;
        // The stable point is a double's spacing wide.
        assertThat(undefined.at()).isCloseTo(2, within(1e-12));
        assertThat(undefined.reason()).contains("delta").contains("e-83");
    }

    @Test
    void thePitAloneHasAnEndState() {
        // Between W = 1, where S2 vanishes with the drift upwards, and the barrier.
        var equation = NoiseConvention.ITO.equation(Pit.PUBLISHED, 0.01);
        assertThat(EndState.of(equation, Mesh.uniform(1.0005, 1.19, 4000))).isInstanceOf(EndState.Density.class);
        var through = EndState.of(equation, Mesh.uniform(0.9, 1.1, 400));
        assertThat(through).isInstanceOf(EndState.Undefined.class);
        // The face that is 1 up to rounding: S2 is 0 or as small as its square.
        assertThat(((EndState.Undefined) through).at()).isCloseTo(1, within(1e-9));
    }

    /** l = W^4/4 - W^2/2 +- 0.6 (W + W^2 / 6). */
    static Landscape wells() {
        return Landscape.of(well(0.6), well(-0.6));
    }

    private static DatapointLoss well(double s) {
        return new DatapointLoss() {
            @Override
            public double value(double w) {
                return w * w * (0.25 * w * w - 0.5) + s * w * (1 + w / 6);
            }

            @Override
            public double gradient(double w) {
                return w * w * w - w + s * (1 + w / 3);
            }

            @Override
            public double curvature(double w) {
                return 3 * w * w - 1 + s / 3;
            }
        };
    }
}
