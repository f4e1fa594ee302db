package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basinlab.current.CurrentConfig;
import org.basinlab.current.NoiseConvention;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.run.ConfigFile;
import org.basinlab.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code basin current} as a user runs it. */
class CurrentCommandIT {
    @TempDir
    Path dir;

    /** The linear system of P2: what was recomputed, and exact moments. */
    @ParameterizedTest
    @CsvSource({"ito,1.9999,0.2010", "stratonovich,2.0201,0.2040"})
    void linear(String convention, double mean, double sd) {
        var run = basin(
                "--scenario linear --temperature 0.5 --time 20 --initial normal:0.5:0.1 --errors-at none --convention "
                        + convention);
        var last = run.at("/states/20");
        assertThat(last.get("time").asDouble()).isEqualTo(20);
        // Four printed digits, the last of which a finer mesh may change by one.
        assertThat(last.get("mean").asDouble()).isCloseTo(mean, within(1e-4));
        assertThat(last.get("sd").asDouble()).isCloseTo(sd, within(1e-4));
        assertThat(last.get("escaped").isNull()).isTrue();
        // 50 000 walkers: three standard errors, 0.2325 / 224 and 0.2325 / 316.
        assertThat(run.at("/walkers/20/mean").asDouble()).isCloseTo(1.9999985695, within(3.1e-3));
        assertThat(run.at("/walkers/20/sd").asDouble()).isCloseTo(0.2324947648, within(2.2e-3));
        assertThat(run.at("/moments/20/sd").asDouble()).isCloseTo(0.2324947648, within(1e-9));
        assertThat(run.at("/operator/20/sd").asDouble())
                .isCloseTo(0.2324947648, within(run.at("/operator/20/sd_error").asDouble()));
        for (var claim : run.get("claims")) {
            var needsThePit = claim.get("because").asString().contains("--errors-at");
            assertThat(claim.get("verdict").asString().equals("not_tested"))
                    .as(claim.toString())
                    .isEqualTo(needsThePit);
        }
    }

    @Test
    void thePitIsSolvedAndWrittenWhole() throws IOException {
        var run = Launched.basin(
                dir, "current --scenario pit --walkers 20000 --errors-at 0.01,0.015,0.02 --out mine".split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Claims")
                .contains("outside the equation's range")
                .doesNotContain("not tested");
        assertThat(run.err()).contains("engine: vector").doesNotContain("WARN");
        var text = Files.readString(dir.resolve("mine/findings.json"));
        Schemas.check("current", text);
        var findings = Json.mapper().readTree(text);
        for (var state : findings.get("states")) {
            assertThat(state.get("mass").asDouble()).isCloseTo(1, within(1e-12));
            assertThat(state.get("minimum").asDouble()).isNotNegative();
        }
        // Ito's escape, converged for a start in a point, whose law here is 0.001 wide.
        assertThat(findings.at("/states/20/escaped").asDouble()).isCloseTo(0.3265, within(1e-3));
        // SGD's own: 20 000 walkers and an operator good to 1e-3.
        assertThat(findings.at("/walkers/20/escaped").asDouble()).isCloseTo(0.3247, within(0.01));
        assertThat(findings.at("/operator/20/escaped").asDouble()).isCloseTo(0.3247, within(1e-3));
        assertThat(findings.at("/end_state/defined").asBoolean()).isFalse();
        try (var figures = Files.list(dir.resolve("mine/figures"))) {
            assertThat(figures.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".png")))
                    .containsExactlyInAnyOrder(
                            "gradients.png",
                            "paths.png",
                            "densities.png",
                            "current.png",
                            "end.png",
                            "means.png",
                            "deviations.png",
                            "escaped.png",
                            "rate-errors.png",
                            "escape-errors-100.png",
                            "escape-errors-1000.png",
                            "turning.png");
        }
    }

    @Test
    void oneOfOnesOwnFromAConfiguration() throws IOException {
        var config = new CurrentConfig(
                null,
                new LandscapeChoice(1, 100, List.of("(w-1)^2", "(w+1)^2/2")),
                CurrentConfig.SPREAD,
                NoiseConvention.MODIFIED_DRIFT,
                0.1,
                30,
                7,
                "normal:0.0:0.2",
                "-0.1",
                "0.2",
                "auto",
                2000,
                2,
                3,
                1000,
                List.of(),
                5,
                "vector",
                1);
        Files.writeString(dir.resolve("own.yaml"), ConfigFile.text("current", config.options()));
        var findings = basin("--config own.yaml");
        assertThat(findings.get("config"))
                .as("what was written is what is read")
                .isEqualTo(Json.mapper().readTree(Json.text(config.options())));
        assertThat(findings.at("/states/5/time").asDouble()).isEqualTo(30);
        for (var k = 0; k <= 5; k++) {
            // No noise with all datapoints: the flow takes the cut law along, and linear moments are exact. Cells of 16
            // deviations / 2000, the one at the cut in part.
            assertThat(findings.at("/states/" + k + "/mean").asDouble())
                    .isCloseTo(findings.at("/moments/" + k + "/equation_mean").asDouble(), within(1e-5));
            assertThat(findings.at("/operator/" + k + "/mean").asDouble())
                    .isCloseTo(findings.at("/moments/" + k + "/mean").asDouble(), within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--temperature -1 | --temperature must be positive, got -1",
                "--scenario pits | expected one of drift, spreading, linear, pit, got pits",
                "--convention strat | expected one of ito, stratonovich, fick, modified, modified-drift, got strat",
                "--initial normal:0.5 | --initial must be normal:MEAN:SD, got normal:0.5",
                "--scenario pit --datapoint w^2 | --scenario pit and --datapoint are two landscapes",
                "--datapoint 2w --temperature 1 --time 1 --initial normal:0:1 | --datapoint",
                "--datapoint w^2 | --datapoint needs --temperature, --time and --initial",
                "--datapoint -w^4 --temperature 1 --time 99 --initial normal:3:1 --errors-at none | give a shorter --time",
            })
    void refused(String arguments, String named) {
        var run = Launched.basin(dir, ("current " + arguments + " --quiet").split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.remarks())
                .as(run.err())
                .hasSize(1)
                .allMatch(line -> line.startsWith("basin: ") && line.contains(named), "names " + named);
        assertThat(dir).isEmptyDirectory();
    }

    private JsonNode basin(String arguments) {
        var run = Launched.basin(dir, ("current " + arguments + " --json --quiet").split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        Schemas.check("current", run.out());
        return Json.mapper().readTree(run.out());
    }
}
