package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.run.Json;
import org.basinlab.training.dl4j.NetworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;
import tools.jackson.databind.JsonNode;

/** {@code basin circuits} as a user runs it. */
class CircuitsCommandIT {
    @TempDir
    Path dir;

    @Test
    void aMaximumOfMany() throws IOException {
        var found = json("max", "--inputs", "100", "--vectors", "2000");
        assertThat(found.get("depth").intValue()).isEqualTo(7);
        assertThat(found.get("max_error").doubleValue()).isZero();
        assertThat(found.get("error_bound").doubleValue()).isZero();
        assertThat(found.get("input_grid").stringValue()).isEqualTo("grid:24:0.0:1.0");
        var uniform = found.get("circuit").get("tried").get(2);
        assertThat(uniform.get("inputs").stringValue()).isEqualTo("uniform");
        assertThat(uniform.get("max_error").doubleValue())
                .isPositive()
                .isLessThanOrEqualTo(uniform.get("error_bound").doubleValue());
        assertThat(found.get("circuit").get("max_error_ulps").doubleValue())
                .isPositive()
                .isLessThanOrEqualTo(
                        found.get("circuit").get("error_bound_ulps").doubleValue());
        assertThat(verdicts(found, "reproduced", "differs", "not_tested"))
                .hasSize(found.get("claims").size());
    }

    @Test
    void aSavedNetworkIsTheCircuitAndTheRunIsMadeAgain() throws Exception {
        var run = Launched.basin(
                dir,
                "circuits",
                "sort",
                "--inputs",
                "3",
                "--vectors",
                "500",
                "--save-network",
                "sort.zip",
                "--out",
                "mine",
                "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        var text = Files.readString(dir.resolve("mine/findings.json"));
        Schemas.check("circuits", text);
        assertThat(dir.resolve("mine/tables/weights.parquet")).exists();
        assertThat(dir.resolve("mine/figures/circuit.png")).exists();
        var network = NetworkFiles.load(dir.resolve("sort.zip"));
        var sorted =
                network.output(Nd4j.createFromArray(new float[][] {{0.5f, 0.25f, 0.75f}, {0, 1 - 0x1p-24f, 0x1p-24f}}));
        assertThat(sorted.dup('c').data().asFloat()).containsExactly(0.25f, 0.5f, 0.75f, 0, 0x1p-24f, 1 - 0x1p-24f);
        var again = Launched.basin(dir, "circuits", "--config", "mine/config.yaml", "--json", "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Json.mapper().readTree(again.out()).get("circuit"))
                .isEqualTo(Json.mapper().readTree(text).get("circuit"));
    }

    /** Every part at its smallest: whether they come together, not what they find. */
    @Test
    void theWholeOfP9() throws IOException {
        var found = json(
                ("all --inputs 4 --vectors 500 --neuron-networks 2 --neuron-contexts 2 --neuron-budget 16 --neuron-seeds 2"
                                + " --neuron-steps 2 --neuron-points 16 --refine-images 60 --refine-units 8 --refine-training 5"
                                + " --refine-batch 10 --refine-cases 2 --refine-iterations 3 --pairs 4 --strengths 0,1 --warps 2"
                                + " --stiffness 0 --detection-points 100 --planted-seeds 1 --planted-options 2 --planted-noise 0"
                                + " --wild-options 2 --wild-widths 3 --wild-seeds 1 --wild-steps 5 --wild-batch 32")
                        .split(" "));
        for (var part : List.of("circuit", "neuron", "refinement", "registration", "detection")) {
            assertThat(found.get(part).isNull()).as(part).isFalse();
        }
        assertThat(found.get("op_seen").size()).isPositive();
        var untested = IntStream.range(0, found.get("claims").size())
                .mapToObj(found.get("claims")::get)
                .filter(claim -> claim.get("because").stringValue().startsWith("Not tried in this run"));
        assertThat(untested).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxx | no subject maxx: give max, min,",
                "max --inputs 1 | --inputs must be at least 2",
                "sort --inputs 100000 | give fewer --inputs",
                "max --input-grid grid:24:-1:1 --relus 2 | give --relus 3",
                "find --save-network x.zip | --save-network is of circuits"
            })
    void badInputIsOneLine(String arguments, String named) {
        var run = Launched.basin(dir, all(arguments.split(" ")));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains(named);
        assertThat(dir.toFile().list()).isEmpty();
    }

    private JsonNode json(String... arguments) throws IOException {
        var with = new ArrayList<>(List.of(arguments));
        with.addAll(List.of("--json", "--quiet"));
        var run = Launched.basin(dir, all(with.toArray(String[]::new)));
        assertThat(run.code()).as(run.err()).isZero();
        Schemas.check("circuits", run.out());
        return Json.mapper().readTree(run.out());
    }

    private static String[] all(String... arguments) {
        var all = new ArrayList<>(List.of("circuits"));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    private static List<String> verdicts(JsonNode found, String... known) {
        return IntStream.range(0, found.get("claims").size())
                .mapToObj(i -> found.get("claims").get(i).get("verdict").stringValue())
                .filter(List.of(known)::contains)
                .toList();
    }
}
