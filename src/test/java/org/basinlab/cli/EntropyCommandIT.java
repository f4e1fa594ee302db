package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basinlab.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code basin entropy} as a user runs it. */
class EntropyCommandIT {
    private static final Path SYSTEMS = Path.of("src/test/resources/entropy").toAbsolutePath();

    @TempDir
    Path dir;

    @Test
    void theSixNumbersOfP6() {
        var found = json("smart");
        var six = Map.of(
                "start", 2.19716,
                "decorrelated", 3.02048,
                "next", 0.98643,
                "decorrelated_next", 2.09443,
                "strength", 1.10801,
                "adjusted_strength", 0.28468);
        six.forEach((key, value) ->
                assertThat(found.get("bits").get(key).doubleValue()).as(key).isCloseTo(value, within(5e-6)));
        assertThat(found.get("cycles").get("count").intValue()).isEqualTo(1);
        assertThat(found.get("epsilon").get("fit").get("factor").doubleValue()).isCloseTo(0.5, within(1e-4));
        assertThat(verdicts(found)).containsOnly("reproduced", "not_reproduced", "differs");
    }

    @Test
    void aFolderIsWholeAndMakesTheRunAgain() throws Exception {
        var system = SYSTEMS.resolve("lamp.yaml").toString();
        var run = Launched.basin(
                dir, "entropy", system, "--steps", "4", "--before", "1", "--a", "lamp", "--out", "mine", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        var findings = Files.readString(dir.resolve("mine/findings.json"));
        Schemas.check("entropy", findings);
        assertThat(dir.resolve("mine/report.html")).exists();
        assertThat(dir.resolve("mine/tables/laws.parquet")).exists();
        assertThat(dir.resolve("mine/figures/steps.png")).exists();
        var tree = Json.mapper().readTree(findings);
        assertThat(tree.get("rows").size()).isEqualTo(5);
        assertThat(tree.get("kind").stringValue()).isEqualTo("stochastic");
        assertThat(tree.get("provenance").get("data_digests").has("lamp.yaml")).isTrue();

        var again = Launched.basin(dir, "entropy", "--config", "mine/config.yaml", "--json", "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Json.mapper().readTree(again.out()).get("rows")).isEqualTo(tree.get("rows"));
    }

    @Test
    void theContinuousThermostat() {
        var found = json("continuous", "--samples", "100", "--repeats", "2", "--steps", "2");
        assertThat(found.get("bits").get("adjusted_strength").doubleValue()).isCloseTo(0, within(1e-12));
        assertThat(found.get("bits").get("strength").doubleValue()).isPositive();
        assertThat(found.get("continuous").get("nonlinear").size()).isEqualTo(12);
    }

    /** What else is refused is told in {@link SystemFileTest} and among the tests of the package. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smrt --steps 2 | no system smrt",
                "wrong.yaml | wrong.yaml: what follows \"up dark\": probabilities add up to 0.9"
            })
    void badInputIsOneLine(String arguments, String named) throws IOException {
        var text = Files.readString(SYSTEMS.resolve("lamp.yaml"));
        Files.writeString(dir.resolve("wrong.yaml"), text.replace("0.9", "0.8"));
        refused(named, arguments.split(" "));
        assertThat(dir.toFile().list()).containsExactly("wrong.yaml");
    }

    private void refused(String named, String... arguments) {
        var run = Launched.basin(dir, all(arguments));
        assertThat(run.code())
                .as("%s%n%s", String.join(" ", arguments), run.err())
                .isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.remarks())
                .as(run.err())
                .singleElement()
                .asString()
                .startsWith("basin: ")
                .contains(named);
    }

    private static List<String> verdicts(JsonNode found) {
        return found.get("claims")
                .valueStream()
                .map(c -> c.get("verdict").stringValue())
                .toList();
    }

    private JsonNode json(String... arguments) {
        var run = Launched.basin(dir, with(all(arguments), "--json", "--quiet"));
        assertThat(run.code()).as(run.err()).isZero();
        Schemas.check("entropy", run.out());
        return Json.mapper().readTree(run.out());
    }

    private static String[] all(String... arguments) {
        var all = new ArrayList<>(List.of("entropy"));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    private static String[] with(String[] arguments, String... more) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
