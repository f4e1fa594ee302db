package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.basinlab.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code basin escape} and {@code basin path} as a user runs them. */
class EscapeCommandIT {
    @TempDir
    Path dir;

    @Test
    void walkersAndTheOperatorTellTheSame() {
        var found = json(
                "escape",
                "--temperature",
                "0.015,0.02",
                "--steps",
                "100",
                "--walkers",
                "2000",
                "--method",
                "walkers,operator");
        var rows = found.get("rows");
        assertThat(rows.size()).isEqualTo(4);
        // From science recomputed with 10^5 walkers: 0.0318 and 0.4955, each within 0.0016.
        for (var k = 0; k < 2; k++) {
            var walkers = rows.get(2 * k);
            var operator = rows.get(2 * k + 1);
            assertThat(operator.get("at_end").doubleValue()).isCloseTo(k == 0 ? 0.0318 : 0.4955, within(0.005));
            // 4 standard errors of 2000 walkers, at most.
            assertThat(walkers.get("at_end").doubleValue())
                    .isCloseTo(operator.get("at_end").doubleValue(), within(0.045));
            assertThat(operator.get("error").doubleValue()).isPositive().isLessThan(1e-3);
            assertThat(operator.get("ci95").isNull()).isTrue();
            assertThat(walkers.get("ci95").size()).isEqualTo(2);
            assertThat(walkers.get("overflowed").intValue()).isZero();
        }
        assertThat(found.get("rates").get(1).get("rate_first_passage").doubleValue())
                .isCloseTo(6.2e-3, within(1e-4));
        assertThat(found.get("rates").get(1).get("rate_eigenvalue").doubleValue())
                .isCloseTo(7.6e-3, within(1e-4));
    }

    @Test
    void aFolderIsWholeAndMakesTheRunAgain() throws Exception {
        var arguments = new String[] {
            "escape", "--datapoint", "(w^2-1)^2", "--datapoint", "(w^2-1)^2+2*w", "--temperature", "0.05:0.15:3",
            "--steps", "20,200", "--walkers", "500", "--out", "mine", "--quiet"
        };
        var run = Launched.basin(dir, arguments);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        var findings = Files.readString(dir.resolve("mine/findings.json"));
        Schemas.check("escape", findings);
        assertThat(dir.resolve("mine/report.html")).exists();
        assertThat(dir.resolve("mine/tables/histograms.parquet")).exists();
        assertThat(dir.resolve("mine/figures/escape.png")).exists();

        var again =
                Launched.basin(dir, "escape", "--config", "mine/config.yaml", "--json", "--quiet", "--threads", "1");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Json.mapper().readTree(again.out()).get("rows"))
                .isEqualTo(Json.mapper().readTree(findings).get("rows"));
    }

    @Test
    void pathsGoWhereTheirRuleSays() {
        var found = json("path", "--rule", "descent,newton", "--temperature", "0.5", "--start", "1.8", "--steps", "40");
        assertThat(found.get("paths").size()).isEqualTo(2);
        for (var path : found.get("paths")) {
            assertThat(path.get("w").size()).isEqualTo(41);
            assertThat(path.get("w").get(40).doubleValue()).isCloseTo(2, within(1e-6));
        }
    }

    /** Findings of a command, held against their schema. */
    private JsonNode json(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--quiet"));
        var run = Launched.basin(dir, all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        Schemas.check(arguments[0], run.out());
        return Json.mapper().readTree(run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "escape|--temperature|-0.01|--temperature must be positive, got -0.01",
                "escape|--temperature|0.01:0.02|v,v,v or from:to:count",
                "escape|--barrier|0.5|is not beyond the start",
                "escape|--walkers|0|--walkers must be from 1",
                "escape|--steps|100,10|--steps must be at least 1 and ascend",
                "escape|--datapoint|exp(w|missing ) for the ( at character 4",
                "escape|--datapoint|w^2+v|at character 5",
                "escape|--batch|3|--batch must be from 1 to the number of datapoints, 2, got 3",
                "escape|--engine|warp|no engine warp for walkers",
                "path|--steps|0|--steps must be from 1",
                "path|--rule|up|expected one of descent, sgd, newton"
            })
    void badInputIsOneLine(String command, String option, String value, String message) {
        var run = Launched.basin(dir, command, option, value);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.remarks())
                .singleElement()
                .asString()
                .startsWith("basin: ")
                .contains(message);
        assertThat(dir).isEmptyDirectory();
    }
}
