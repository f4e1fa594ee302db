package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code basin op} as a user runs it. A run holds all claims of its system, so one run shows many of their numbers. */
class OpCommandIT {
    private static final String OWN = """
            kind: flow
            variables: {y: 1, v: 0}
            parameters: {k: 2}
            nodes: {u: -k*y - v}
            moves: {y: v, v: u}
            frozen: u
            from: y
            time: 3
            """;

    @TempDir
    Path dir;

    @Test
    void saturating() {
        var run = basin("saturating --theta 1 --power 1 --dt 0.02 --time 10 --integral 5:45:401 --delta 1e-6");
        assertThat(run.get("integral").asDouble()).isCloseTo(19.961, within(1e-3));
        // By the grid and differences of 1e-6, as recomputed to three digits.
        assertThat(claim(run, "theta = 0.5, p = 1").get("ours").asDouble()).isCloseTo(19.962, within(1e-3));
        assertThat(claim(run, "theta = 0.5, p = 1").get("verdict").asString()).isEqualTo("differs");
        assertThat(claim(run, "theta = 0.5, p = 1").get("because").asString()).contains("slip for 19.961");
        assertThat(claim(run, "theta = 1, p = 0.5").get("ours").asDouble()).isCloseTo(9.980, within(1e-3));
        // By tangents between kinks, 2 p (t - dt).
        assertThat(claim(run, "equal to 2 p t").get("ours").asDouble()).isCloseTo(19.96, within(1e-6));
        assertThat(claim(run, "linear stretch").get("verdict").asString()).isEqualTo("reproduced");
    }

    @Test
    void thermostatByDifferencesWithinItsPrintedBound() {
        var run = basin("thermostat --gain 0.01 --time 1000 --delta 1e-5 --disturbance 100:50");
        var closed = -Math.log((1 + Math.sqrt(1 - 4 * 0.01)) / 2);
        var bound = run.get("rate_error").asDouble();
        assertThat(run.get("rate").asDouble()).isCloseTo(closed, within(bound));
        // A bound that tells something.
        assertThat(bound).isPositive().isLessThan(0.05 * closed);
        var exact = claim(run, "by the slow eigenvalue");
        assertThat(exact.get("ours").asDouble())
                .isCloseTo(
                        exact.get("published").asDouble(),
                        within(1e-6 * exact.get("published").asDouble()));
        assertThat(claim(run, "twice as large").get("ours").asDouble()).isCloseTo(2.032, within(1e-3));
        assertThat(run.get("systems")).hasSize(8);
    }

    @Test
    void lorenzWithAWindowAndAMap() throws IOException {
        var run = Launched.basin(
                dir,
                ("op lorenz --rho 28 --frozen-window 0:10 --time 30 --rate --set sigma=10"
                                + " --map b:-10:10:5,time:0:2:3 --out mine")
                        .split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Claims").contains("Every A of Lorenz's system");
        assertThat(run.err()).doesNotContain("WARN").doesNotContain("Exception");
        var text = Files.readString(dir.resolve("mine/findings.json"));
        Schemas.check("op", text);
        var findings = Json.mapper().readTree(text);
        for (var m : new String[] {"b", "c"}) {
            var points = findings.at("/op/" + m);
            var last = points.get(points.size() - 1);
            assertThat(last.get("op").asDouble()).isCloseTo(-16.834, within(0.002));
            for (var point : points) {
                // Where a derivative is about to pass 0, what is left of other directions shows for a moment.
                if (point.get("time").asDouble() >= 23) {
                    assertThat(point.get("op").asDouble()).isCloseTo(-16.834, within(0.1));
                }
            }
            assertThat(last.get("time").asDouble()).isEqualTo(30);
        }
        assertThat(findings.at("/config/every").asInt()).isEqualTo(2);
        assertThat(findings.get("maps")).hasSize(2);
        assertThat(findings.at("/maps/0/integrals")).hasSize(3);
        // At time 0 Comp of b is 1, whatever b is.
        assertThat(findings.at("/maps/0/integrals/0/integral").asDouble()).isZero();
        assertThat(findings.get("sets")).hasSize(6);
        var decaying = claim(findings, "n = b(0): Op of b is negative");
        assertThat(decaying.get("ours").asDouble()).isCloseTo(-7.19, within(0.005));
        assertThat(claim(findings, "so is Op of c").get("ours").asDouble()).isCloseTo(-7.44, within(0.005));
        assertThat(claim(findings, "differ in sign").get("because").asString())
                .contains("c to - at 1.01, c to + at 1.40 from (1, 1, 1)")
                .contains("b to - at 0.30, b to + at 0.33, c to - at 1.53, c to + at 2.07 from (2, -1, 3)");
        assertThat(dir.resolve("mine/figures")).isDirectoryContaining("glob:**.png");
    }

    @Test
    void oneOfOnesOwnAndItsConfiguration() throws IOException {
        Files.writeString(dir.resolve("mine.yaml"), OWN);
        var first = Launched.basin(
                dir,
                "op mine.yaml --set k=3 --start 0.5,-1 --to v --every 7 --noise 0.1 --disturbance 2:5 --quiet --out one"
                        .split(" "));
        assertThat(first.code()).as(first.err()).isZero();
        var written = Json.mapper().readTree(Files.readString(dir.resolve("one/findings.json")));
        Schemas.check("op", written.toString());
        var again = basin("--config one/config.yaml");
        assertThat(again.get("config")).isEqualTo(written.get("config"));
        assertThat(again.get("op")).isEqualTo(written.get("op"));
        assertThat(again.at("/provenance/data_digests").propertyNames()).containsExactly("mine.yaml");
        assertThat(again.at("/config/set").asString()).isEqualTo("k=3.0");
        // With u frozen v does not change: Comp of v is infinite, and said to be.
        var points = again.at("/op/v");
        assertThat(points.get(points.size() - 1).get("op").isNull()).isTrue();
        assertThat(again.get("headline").asString()).contains("with A frozen nothing of the change gets there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lorentz | there is no system lorentz: give one of thermostat",
                "lorenz --from q | lorenz has no node q: it has a, b, c",
                "lorenz --from a | --from a is in A (--frozen a)",
                "apart.yaml | --to z is not reachable from y: nothing of the change gets there, and Comp is 0/0",
                "lorenz --gain 0.1 | --gain is no option of lorenz",
                "lorenz --start 1,2 | lorenz starts at 3 values, a, b, c, got 2",
                "lorenz --time 1e300 | --time 1.0E300 is",
                "lorenz --frozen-window 20:30 | --frozen-window 20:30 begins when --time 10.0 is over",
                "lorenz --map a:0:1:5,time:0:1e12:5 | --map time ends at 1.0E12",
                "descent --loss x^^2 | --loss",
            })
    void refused(String arguments, String named) throws IOException {
        Files.writeString(dir.resolve("mine.yaml"), OWN);
        Files.writeString(
                dir.resolve("apart.yaml"),
                "kind: map\nvariables: {y: 1, z: 2}\nnodes: {u: z}\nmoves: {y: y/2, z: z/3}\nfrozen: u\nfrom: y\nto: z\n");
        var run = Launched.basin(dir, ("op " + arguments + " --quiet").split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.remarks())
                .as(run.err())
                .hasSize(1)
                .allMatch(line -> line.startsWith("basin: ") && line.contains(named), "names " + named);
        assertThat(dir.toFile().list()).containsExactlyInAnyOrder("mine.yaml", "apart.yaml");
    }

    private static JsonNode claim(JsonNode findings, String words) {
        for (var claim : findings.get("claims")) {
            if (claim.get("statement").asString().contains(words)) {
                return claim;
            }
        }
        throw new AssertionError("no claim of " + words);
    }

    private JsonNode basin(String arguments) {
        var run = Launched.basin(dir, ("op " + arguments + " --json --quiet").split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        Schemas.check("op", run.out());
        return Json.mapper().readTree(run.out());
    }
}
