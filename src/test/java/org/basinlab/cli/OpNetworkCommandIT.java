package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.run.Json;
import org.basinlab.training.dl4j.NetworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code basin op network} on a saved network, as a user runs it. */
class OpNetworkCommandIT {
    @TempDir
    Path dir;

    @Test
    void unitsOfASavedNetworkAndTheSameAgainFromItsConfiguration() throws IOException {
        var spec = NetworkSpec.dense(
                List.of(784, 9, 2), StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE);
        NetworkFiles.save(
                Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 3),
                Precision.FLOAT32,
                0.001,
                dir.resolve("net.zip"));
        var run = Launched.basin(
                dir,
                "op",
                "network",
                "--network",
                "net.zip",
                "--from",
                "350,406",
                "--to",
                "loss",
                "--images",
                "40",
                "--out",
                "one",
                "--json",
                "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        Schemas.check("op-network", run.out());
        var findings = Json.mapper().readTree(run.out());
        assertThat(findings.get("units").size()).isEqualTo(2 * 9);
        assertThat(findings.get("points").asInt()).isEqualTo(40);
        assertThat(findings.at("/claims/0/verdict").asString()).isEqualTo("reproduced");
        assertThat(findings.at("/provenance/data_digests/net.zip").asString()).hasSize(64);
        var again = Launched.basin(dir, "op", "--config", "one/config.yaml", "--json", "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        var same = Json.mapper().readTree(again.out());
        assertThat(same.get("units")).isEqualTo(findings.get("units"));
        assertThat(same.get("config")).isEqualTo(findings.get("config"));
        assertThat(Files.exists(dir.resolve("one/report.html"))).isTrue();
    }
}
