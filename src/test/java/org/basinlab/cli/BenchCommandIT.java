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
}
