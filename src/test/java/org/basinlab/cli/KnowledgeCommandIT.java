package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.basinlab.run.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code basin knowledge} as a user runs it. */
class KnowledgeCommandIT {
    private static final String SMALL = "--data images --replicas 2 --hidden 6 --learning-rate 0.05 --edit-hidden 4"
            + " --edit-activations relu --edit-grid-replicas 2 --edit-checkpoints 2 --fisher-images 10 --match-hidden 8"
            + " --small-hidden 3 --large-hidden 9 --block-replicas 1 --split-samples 2 --split-checkpoints 2 --split-passes 2";

    @TempDir
    Path dir;

    @BeforeEach
    void images() throws IOException {
        NoiseImages.writeSparse(dir.resolve("images"), 240, 80);
    }

    /** Every part at its smallest: whether they come together, not what they find. */
    @Test
    void theWholeOfP3IsMadeAgainFromItsConfiguration() throws IOException {
        var run = Launched.basin(dir, words("all " + SMALL + " --out mine --quiet --threads 2"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        var text = Files.readString(dir.resolve("mine/findings.json"));
        Schemas.check("knowledge", text);
        var found = Json.mapper().readTree(text);
        for (var part : List.of("edit", "leave_out", "match", "split")) {
            assertThat(found.get(part).isNull()).as(part).isFalse();
        }
        assertThat(found.get("train_images").intValue()).isEqualTo(240);
        assertThat(found.get("claims").size()).isGreaterThanOrEqualTo(35);
        try (var figures = Files.list(dir.resolve("mine/figures"))) {
            assertThat(figures.filter(f -> f.toString().endsWith(".png")).count())
                    .isGreaterThanOrEqualTo(12);
        }
        var again =
                Launched.basin(dir, "knowledge", "--config", "mine/config.yaml", "--threads", "1", "--json", "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        for (var part : List.of("edit", "leave_out", "match", "split", "claims", "headline")) {
            assertThat(Json.mapper().readTree(again.out()).get(part)).as(part).isEqualTo(found.get(part));
        }
    }

    /** Other groups, another loss, one part: with one replica there is nothing to judge by. */
    @Test
    void onePartWithOneReplicaJudgesNothing() throws IOException {
        var run = Launched.basin(
                dir,
                words(
                        "split --data images --digits 1:7,6:8 --loss cross-entropy --output-activation identity --replicas 1"
                                + " --hidden 5 --split-samples 2 --split-passes 0 --split-checkpoints 1 --images 100 --json --quiet"));
        assertThat(run.code()).as(run.err()).isZero();
        Schemas.check("knowledge", run.out());
        var found = Json.mapper().readTree(run.out());
        assertThat(found.get("edit").isNull()).isTrue();
        assertThat(found.get("train_images").intValue()).isEqualTo(100);
        for (var claim : found.get("claims")) {
            assertThat(claim.get("verdict").stringValue()).isEqualTo("not_tested");
            assertThat(claim.get("because").stringValue()).isNotBlank();
        }
        assertThat(found.get("config").get("digits").stringValue()).isEqualTo("1:7,6:8");
        assertThat(found.get("config").has("fisher_images")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "twins | no subject twins: give edit, leave-out, match, split or all",
                "edit --replicas 0 | --replicas must be from 1",
                "edit --digits 1,7 | --digits needs at least two groups",
                "edit --digits 1:2 | class 2 has no image",
                "edit --stroke-on 3 | --stroke-on",
                "edit --images 241 | --images 241: the training set has 240",
                "edit --images some | some",
                "edit --split-samples 2 | --split-samples is of split: leave it out with edit",
                "edit --engine walkers | no engine walkers in this version",
                "edit --engine cuda --device-profile cpu | --engine cuda",
                "edit --dtype tf32 --device-profile cpu | --dtype tf32",
                "leave-out --fisher-images 0 | --fisher-images",
                "leave-out --leave-out-edit 2 | --leave-out-edit",
                "all --hidden 1001 | --hidden must be from 2 to 1000",
                "all --images 60 --split-samples 100 | --split-samples 100: 60 training images",
                "match --small-hidden 0 | --small-hidden",
                "match --ablate half | half",
                "match --match-images some | --match-images",
                "split --split-samples 1 | --split-samples",
                "split --data nowhere | nowhere"
            })
    void badInputIsOneLine(String arguments, String named) throws IOException {
        var data = arguments.contains("--data") ? "" : " --data images";
        var run = Launched.basin(dir, words(arguments + data));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.remarks().stream().filter(line -> line.contains(named)))
                .as(run.err())
                .hasSize(1);
        assertThat(run.err()).doesNotContain("\tat ");
        try (var left = Files.list(dir)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .allMatch(name -> List.of("images", "runs").contains(name));
        }
        if (Files.exists(dir.resolve("runs"))) {
            try (var left = Files.list(dir.resolve("runs"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    private static String[] words(String arguments) {
        var words = new ArrayList<>(List.of("knowledge"));
        words.addAll(List.of(arguments.split(" ")));
        return words.toArray(String[]::new);
    }
}
