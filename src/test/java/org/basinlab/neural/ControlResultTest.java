package org.basinlab.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.junit.jupiter.api.Test;

class ControlResultTest {
    private static final double[] UP = {1, 2, 3, 4, 5};
    private static final double[] DOWN = {5, 4, 3, 2, 1};
    private static final double[] MIXED = {2, 1, 4, 3, 5};

    private static double[] perturbed(double[] values, int network) {
        // One pair of neighbours trades places in some networks, so that there is a spread.
        var other = values.clone();
        if (network % 3 == 0) {
            var kept = other[0];
            other[0] = other[1];
            other[1] = kept;
        }
        return other;
    }

    private static List<Claim> claims(double[] op, double[] outgoing) {
        var networks = DoubleStream.iterate(0, k -> k + 1)
                .limit(6)
                .mapToObj(k -> new ControlledUnits(
                        (long) k,
                        0.01,
                        1,
                        1,
                        perturbed(op, (int) k),
                        UP,
                        new double[5],
                        UP,
                        UP,
                        new SimpleMeasures(outgoing, DOWN, DOWN, UP)))
                .toList();
        var control = ControlResult.of(Plant.PENDULUM, networks);
        assertThat(control.difference(Measure.OP, "mean").baseline()).isEqualTo("outgoing weight");
        var course = new TrainingResult.Course(0, 1, false, new double[] {1}, new double[] {-0.5}, new double[] {0});
        return NeuralClaims.of(new NeuralResults(
                List.of(), List.of(control), new TrainingResult(List.of(2, 2, 2), 1, 1, 1, 1, 1, List.of(course))));
    }

    @Test
    void opThatOrdersUnitsBetterThanTheBestSimpleMeasure() {
        var claims = claims(UP, MIXED);
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claims.get(1).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claims.get(1).ours()).isPositive();
        assertThat(claims.get(2).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void opThatOrdersThemNoBetter() {
        var claims = claims(UP, UP);
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claims.get(1).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void opThatOrdersThemTheOtherWay() {
        var claims = claims(DOWN, MIXED);
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(claims.get(0).ours()).isNegative();
    }
}
