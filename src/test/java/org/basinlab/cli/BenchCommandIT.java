package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.basinlab.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code basin bench}: its rows and keys; never how fast. */
class BenchCommandIT {
    @TempDir
    Path dir;

    @Test
    void trainHasARowForEachEngineAndSetting() throws Exception {
        var run = Launched.basin(
                dir,
                "bench train --json --quiet --replicas 1,3 --threads 1,2 --datapoints 64 --warmup 0 --no-dl4j"
                        .split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        var found = Json.mapper().readTree(run.out());
        assertThat(found.get("bench").asString()).isEqualTo("train");
        assertThat(found.get("provenance").get("data_digests")).isNotEmpty();
        var rows = StreamSupport.stream(found.get("rows").spliterator(), false).toList();
        // Two ways to multiply, 1 and 3 replicas, 1 and 2 threads, with and without tallies.
        assertThat(rows).hasSize(16);
        for (var row : rows) {
            assertThat(row.get("engine").asString()).isEqualTo("chunked");
            assertThat(row.get("us_per_datapoint").asDouble()).isPositive();
            assertThat(row.get("spread").asDouble()).isNotNegative();
            assertThat(row.get("sgemm_gflops").asDouble()).isPositive();
            // Operations a datapoint and replica over the time of one, against the rate: the three keys fit together.
            var operations = (row.get("tallies").asBoolean() ? 6 : 4) * 78_400.0;
            assertThat(row.get("sgemm_fraction").asDouble()
                            * row.get("sgemm_gflops").asDouble()
                            * row.get("us_per_datapoint").asDouble()
                            * 1e3
                            / operations)
                    .isBetween(0.999, 1.001);
        }
        assertThat(found.at("/whole_run/datapoints").asInt()).isEqualTo(64_398);
    }

    @Test
    void walkersHaveARowForEachEnginePrecisionAndThreads() throws Exception {
        var run = Launched.basin(
                dir, "bench walkers --json --quiet --walkers 64 --steps 2 --threads 1,2 --warmup 0".split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        var found = Json.mapper().readTree(run.out());
        assertThat(found.get("bench").asString()).isEqualTo("walkers");
        var rows = StreamSupport.stream(found.get("rows").spliterator(), false).toList();
        assertThat(rows.stream()
                        .map(row -> row.get("engine").asString() + " "
                                + row.get("landscape").asString() + " "
                                + row.get("precision").asString() + " "
                                + row.get("threads").asInt()))
                .containsExactly(
                        "vector pit float32 1",
                        "vector formula float32 1",
                        "nd4j pit float32 1",
                        "vector pit float64 1",
                        "vector formula float64 1",
                        "nd4j pit float64 1",
                        "vector pit float32 2",
                        "vector formula float32 2",
                        "nd4j pit float32 2",
                        "vector pit float64 2",
                        "vector formula float64 2",
                        "nd4j pit float64 2");
        for (var row : rows) {
            assertThat(row.propertyNames())
                    .containsExactlyInAnyOrder(
                            "engine",
                            "landscape",
                            "precision",
                            "threads",
                            "walkers",
                            "ns_per_step",
                            "spread",
                            "exp_ns");
            assertThat(row.get("walkers").asInt()).isEqualTo(64);
            assertThat(row.get("ns_per_step").asDouble()).isPositive();
            assertThat(row.get("spread").asDouble()).isNotNegative();
            assertThat(row.get("exp_ns").asDouble()).isPositive();
        }
    }

    @Test
    void trajectoriesHaveARowForEachEngineSystemAndTangents() throws Exception {
        var run = Launched.basin(
                dir,
                "bench trajectories --json --quiet --trajectories 200 --steps 20 --threads 1,2 --warmup 0".split(" "));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        var found = Json.mapper().readTree(run.out());
        assertThat(found.get("bench").asString()).isEqualTo("trajectories");
        var rows = StreamSupport.stream(found.get("rows").spliterator(), false).toList();
        var names = rows.stream()
                .map(row -> row.get("engine").asString() + " "
                        + row.get("system").asString() + " "
                        + row.get("precision").asString() + " "
                        + row.get("threads").asInt() + " "
                        + row.get("tangents").asString())
                .toList();
        // Two threads, four choices of tangents; in single precision three works, in double one more, the reference.
        assertThat(names).hasSize(2 * 4 * (3 + 4)).doesNotHaveDuplicates();
        assertThat(names)
                .contains(
                        "vector lorenz float32 1 both", "scalar lorenz float64 2 frozen", "blocks pid float32 2 none");
        for (var row : rows) {
            assertThat(row.propertyNames())
                    .containsExactlyInAnyOrder(
                            "engine",
                            "system",
                            "precision",
                            "threads",
                            "trajectories",
                            "tangents",
                            "ns_per_step",
                            "spread");
            assertThat(row.get("ns_per_step").asDouble()).isPositive();
            assertThat(row.get("spread").asDouble()).isNotNegative();
        }
    }
}
