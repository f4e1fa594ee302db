package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.LandscapeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CurrentConfigTest {
    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyScenarioHasWhatIsNotGiven(Scenario scenario) {
        var config = config(scenario, Map.of());
        assertThat(config.hasNoise()).isEqualTo(scenario != Scenario.DRIFT);
        assertThat(config.hasBarrier()).isEqualTo(scenario == Scenario.PIT);
        assertThat(config.times()[0]).isZero();
        assertThat(config.times()[config.times().length - 1]).isEqualTo(scenario.time());
        assertThat(config.options()).containsEntry("scenario", scenario.toString());
        assertThat(config.options().containsKey("depth")).isEqualTo(scenario.hasPit());
        assertThat(config.options().containsKey("spread")).isEqualTo(scenario == Scenario.LINEAR);
    }

    @Test
    void thePitBeginsInItsMinimum() {
        var config = config(Scenario.PIT, Map.of());
        assertThat(config.start().mean()).isCloseTo(1.0036974, within(5e-8));
        assertThat(config.barrierAt()).isCloseTo(1.1959565, within(5e-8));
    }

    @Test
    void timesEndWithTheLastStep() {
        assertThat(config(Scenario.LINEAR, Map.of("time", "20", "every", "6")).times())
                .containsExactly(0, 6, 12, 18, 20);
    }

    @Test
    void aCutLawHasItsOwnMoments() {
        var moments = config(Scenario.DRIFT, Map.of()).startMoments();
        var normal = new NormalDistribution(0.5, 0.175);
        var mass = 0.0;
        var first = 0.0;
        var second = 0.0;
        var n = 200_000;
        for (var i = 0; i < n; i++) {
            var w = 2.0 * (i + 0.5) / n;
            mass += normal.density(w);
            first += w * normal.density(w);
            second += w * w * normal.density(w);
        }
        // The midpoint rule, of second order in 1e-5, and the tail beyond 8 deviations.
        assertThat(moments.mean()).isCloseTo(first / mass, within(1e-9));
        assertThat(moments.variance()).isCloseTo(second / mass - Math.pow(first / mass, 2), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PIT | temperature=0 | --temperature must be positive",
                "PIT | temperature=NaN | --temperature must be positive",
                "PIT | time=0 | --time must be from 1",
                "PIT | every=1001 | --every must be from 1 to --time, 1000",
                "PIT | time=100000,every=1 | --every 1 makes 100000 states",
                "PIT | cells=7 | --cells must be from 8",
                "PIT | walkers=0 | --walkers must be from 1",
                "PIT | batch=3 | --batch must be from 1",
                "PIT | innerSteps=0 | --inner-steps must be at least 1",
                "PIT | initial=uniform:0:1 | --initial must be normal:MEAN:SD",
                "PIT | initial=normal:0:0 | --initial needs",
                "PIT | initial=normal:x:1 | --initial must be normal:MEAN:SD",
                "PIT | truncate=low | --truncate must be a number or none",
                "PIT | truncate=9 | --initial: nearly all",
                "PIT | barrier=hill | --barrier must be a number, saddle or none",
                "PIT | domain=2:1 | --domain must be auto or LOW:HIGH",
                "PIT | domain=2:3 | --domain 2:3 does not hold the start's mean",
                "PIT | errorsAt=-1 | --errors-at must be above 0",
                "PIT | spread=0.9 | --spread is the linear scenario's",
                "LINEAR | depth=2 | --depth and --sharpness are the pit's",
                "LINEAR | barrier=saddle | --scenario linear has no saddle",
                "DRIFT | batch=1 | --scenario drift has no noise",
            })
    void whatCannotBeIsRefused(Scenario scenario, String options, String problem) {
        var given = new HashMap<String, String>();
        for (var option : options.split(",")) {
            given.put(option.split("=")[0], option.split("=")[1]);
        }
        assertThatThrownBy(() -> config(scenario, given))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(problem);
    }

    static CurrentConfig config(Scenario scenario, Map<String, String> given) {
        var landscape = new LandscapeChoice(Double.parseDouble(given.getOrDefault("depth", "1")), 100, List.of());
        var time = Integer.parseInt(given.getOrDefault("time", "" + scenario.time()));
        return new CurrentConfig(
                scenario,
                landscape,
                Double.parseDouble(given.getOrDefault("spread", "0.2")),
                NoiseConvention.ITO,
                Double.parseDouble(given.getOrDefault("temperature", "" + scenario.temperature())),
                time,
                Integer.parseInt(given.getOrDefault("every", "" + Math.max(1, time / 20))),
                given.getOrDefault("initial", scenario.initial(landscape)),
                given.getOrDefault("truncate", scenario.truncate()),
                given.getOrDefault("barrier", scenario.barrier()),
                given.getOrDefault("domain", "auto"),
                Integer.parseInt(given.getOrDefault("cells", "1000")),
                Integer.parseInt(given.getOrDefault("batch", scenario == Scenario.DRIFT ? "2" : "1")),
                Integer.parseInt(given.getOrDefault("innerSteps", "1")),
                Long.parseLong(given.getOrDefault("walkers", "1000")),
                given.containsKey("errorsAt") ? List.of(Double.valueOf(given.get("errorsAt"))) : List.of(),
                1,
                "auto",
                2);
    }
}
