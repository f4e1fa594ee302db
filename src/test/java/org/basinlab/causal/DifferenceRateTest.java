package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Noise;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.junit.jupiter.api.Test;

/** What is printed as the rounding of a rate bounds it. */
class DifferenceRateTest {
    private static double closedForm(double gain) {
        return -Math.log((1 + Math.sqrt(1 - 4 * gain)) / 2);
    }

    @Test
    void theErrorIsNeverLargerThanItsBound() {
        var random = new Random(11);
        var finite = 0;
        var useful = 0;
        for (var trial = 0; trial < 200; trial++) {
            var gain = 0.005 + 0.035 * random.nextDouble();
            var delta = Math.pow(10, -1 - 7 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
            var system = Thermostats.linear(gain).from(20 * random.nextGaussian(), 25 + 20 * random.nextGaussian());
            var disturbed = trial % 3 == 1 ? system.disturbed("R", Math.pow(10, 3 * random.nextDouble()), 50) : system;
            var noise = trial % 3 == 2 ? new Noise(1, Math.pow(10, 2 * random.nextDouble()), trial) : Noise.NONE;
            var question = new Question(
                    new Stepping(disturbed, Integrator.RK4, 1, noise), Set.of("T"), Window.ALWAYS, "R", List.of("R"));
            // From 400 on the fast mode is gone: (0.04 / 0.96)^400.
            var rate =
                    DifferenceRate.of(question, delta, 400, 800, Progress.NONE).get(0);
            if (Double.isFinite(rate.error())) {
                finite++;
                var error = Math.abs(rate.value() - closedForm(gain));
                // A rate of exact arithmetic rounds too, by some 1e-17.
                assertThat(error)
                        .as("trial %s: gain %s, delta %s, noise %s", trial, gain, delta, noise.size())
                        .isLessThanOrEqualTo(rate.error() + 1e-16);
                useful += rate.error() < 1e3 * error ? 1 : 0;
            }
        }
        assertThat(finite)
                .as("settings in which something of the difference is left")
                .isGreaterThan(60);
        assertThat(useful).as("bounds within a factor of 1000 of the error").isGreaterThan(finite / 2);
    }
}
