package org.basinlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
    private final Noise noise = new Noise();
    private final Sweep<Noise.Setting> sweep = new Sweep<>(noise, noise);

    @Test
    void isEveryPointWithEverySeed() {
        var plan = sweep.plan(Noise.request("1..3", "rate=0.1,0.2", "kind=a,b"));
        assertThat(plan.runs().stream().map(Run::config))
                .containsExactly(
                        setting(0.1, "a", 1),
                        setting(0.1, "a", 2),
                        setting(0.1, "a", 3),
                        setting(0.1, "b", 1),
                        setting(0.1, "b", 2),
                        setting(0.1, "b", 3),
                        setting(0.2, "a", 1),
                        setting(0.2, "a", 2),
                        setting(0.2, "a", 3),
                        setting(0.2, "b", 1),
                        setting(0.2, "b", 2),
                        setting(0.2, "b", 3));
        assertThat(plan.runs().stream().map(Run::digest).collect(Collectors.toSet()))
                .hasSize(12);
    }

    @Test
    void aDigestIsThatOfTheOptionsAndInputsAlone() {
        var of = Run.digest("noise", Map.of("rate", 0.1, "seed", 3L), Map.of("images", "abc"));
        assertThat(of)
                .as("kept stable: folders of earlier versions hold it")
                .isEqualTo(org.basinlab.data.Sha256.of("noise\0rate\0000.1\0seed\0003\0images\0abc\0"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(Run.digest("noise", Map.of("seed", 3L, "rate", 0.1), Map.of("images", "abc")))
                .isEqualTo(of);
        assertThat(Run.digest("noise", Map.of("seed", 4L, "rate", 0.1), Map.of("images", "abc")))
                .isNotEqualTo(of);
        assertThat(Run.digest("noise", Map.of("seed", 3L, "rate", 0.1), Map.of("images", "abd")))
                .isNotEqualTo(of);
        assertThat(Run.digest("other", Map.of("seed", 3L, "rate", 0.1), Map.of("images", "abc")))
                .isNotEqualTo(of);
    }

    @Test
    void batchesHoldWhatCanShareAndComeTogether() {
        var plan = sweep.plan(Noise.request("1..5", "rate=0.1,0.2", "kind=a,b"));
        var batches = plan.batches(Set.of(), 4, 1);
        assertThat(batches).allSatisfy(batch -> {
            assertThat(batch.runs()).hasSizeBetween(3, 4);
            assertThat(batch.runs().stream().map(Run::sharing).distinct()).hasSize(1);
        });
        assertThat(batches.stream().map(batch -> batch.runs().get(0).sharing()).toList())
                .isEqualTo(List.<Object>of("a", "a", "a", "b", "b", "b"));
        assertThat(batches.stream().map(Batch::digest).distinct()).hasSize(6);
        assertThat(batches.stream().flatMap(batch -> batch.runs().stream()).collect(Collectors.toSet()))
                .isEqualTo(new HashSet<>(plan.runs()));
        assertThat(plan.batches(Set.of(), 4, 1)).isEqualTo(batches);
    }

    @Test
    void runsOfOneTrainingAreNeverParted() {
        var batches = sweep.plan(Noise.request("1..5", "size=10,20,all")).batches(Set.of(), 2, 1);
        assertThat(batches.stream()
                        .map(batch -> batch.runs().stream()
                                .map(run -> run.config().seed())
                                .toList()))
                .containsExactly(List.of(1L, 1L, 1L), List.of(2L, 2L, 2L, 3L, 3L, 3L), List.of(4L, 4L, 4L, 5L, 5L, 5L));
    }

    @Test
    void everyThreadHasABatchAndFinishedRunsAreInNone() {
        var plan = sweep.plan(Noise.request("1..10"));
        assertThat(plan.batches(Set.of(), 1000, 2).stream()
                        .map(batch -> batch.runs().size()))
                .containsExactly(5, 5);
        assertThat(plan.batches(Set.of(), 4, 2).stream()
                        .map(batch -> batch.runs().size()))
                .as("not 4, 3 and 3: one thread would have two of three")
                .containsExactly(2, 3, 2, 3);
        var finished = plan.runs().stream().limit(7).map(Run::digest).collect(Collectors.toSet());
        assertThat(plan.batches(finished, 1000, 1).stream().flatMap(batch -> batch.runs().stream()))
                .isEqualTo(plan.runs().subList(7, 10));
        assertThat(plan.batches(plan.runs().stream().map(Run::digest).collect(Collectors.toSet()), 4, 4))
                .isEmpty();
    }

    @Test
    void checksEveryPointBeforeAnythingRuns() {
        refused("rate must be positive, got -1", Noise.request("1", "rate=1,2,-1"));
        refused("speed is no option", Noise.request("1", "rate=1", "speed=1"));
        refused("rate=0.1 and rate=0.10 are the same setting", Noise.request("1", "rate=0.1,0.10"));
        refused("at most 1000000 runs", Noise.request("1..10000", "rate=1:2:1000"));
        refused("at most 1000000 runs", Noise.request("1", "rate=1:2:10000", "size=1:1000:1000"));
        refused("parted by ;", Noise.request("1", "rate=1,7:6,8"));
        assertThat(noise.made).isEmpty();
        assertThatThrownBy(() -> Noise.request("1", "rate=1", "rate=2"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("rate is swept over twice");
    }

    @Test
    void aRandomSearchRepeatsAndGrows() {
        var twenty = sweep.plan(random(20, 3));
        assertThat(twenty.runs()).isEqualTo(sweep.plan(random(20, 3)).runs());
        assertThat(sweep.plan(random(40, 3)).runs().subList(0, 20)).isEqualTo(twenty.runs());
        assertThat(sweep.plan(random(20, 4)).runs()).isNotEqualTo(twenty.runs());
        assertThat(twenty.runs().stream().map(run -> run.config().kind()).distinct())
                .containsOnly("a", "b");
        var few = new SweepRequest("noise", List.of(Axis.parse("kind=a,b")), List.of(), Seeds.of(1, 1), 50, 1, "auto");
        assertThat(sweep.plan(few).size()).as("drawn twice is there once").isEqualTo(2);
    }

    private static SweepRequest random(int count, long seed) {
        return new SweepRequest(
                "noise",
                List.of(Axis.parse("rate=log:0.001:1:2"), Axis.parse("kind=a,b")),
                List.of(),
                Seeds.of(1, 1),
                count,
                seed,
                "auto");
    }

    private void refused(String named, SweepRequest request) {
        assertThatThrownBy(() -> sweep.plan(request))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named)
                .hasMessageMatching("[^\\n]+");
    }

    private static Noise.Setting setting(double rate, String kind, long seed) {
        return new Noise.Setting(rate, kind, "10", seed);
    }
}
