package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

class MatchStudyTest {
    private final World world = Toys.world(8, 8, "0,1:2,3", 500, 160);

    private static Found<MatchResult> run(Setting setting, World world, int threads, Progress progress) {
        return MatchStudy.run(Toys.config(), setting, world, Toys.trainer(), threads, progress);
    }

    @Test
    void isTheSameAtAnyNumberOfThreads() {
        var setting = Toys.setting(10, 3);
        var one = run(setting, world, 1, Progress.NONE);
        var three = run(setting, world, 3, Progress.NONE);
        assertThat(three.result()).isEqualTo(one.result());
        assertThat(three.headline()).isEqualTo(one.headline());
        assertThat(three.tables())
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(one.tables());
        assertThat(three.figures())
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(one.figures());
    }

    @Test
    void recoversATwinAndNothingFromShuffledDatapoints() {
        var result = run(Toys.setting(10, 3), world, 2, Progress.NONE).result();
        assertThat(result.diverged()).isZero();
        assertThat(control(result, "units of a twin, recovered").found().mean()).isCloseTo(1, within(1e-9));
        assertThat(control(result, "units of a twin, by damage").found().mean()).isGreaterThan(0.8);
        assertThat(control(result, "blocks of a twin").found().mean()).isGreaterThan(0.7);
        assertThat(Math.abs(control(result, "shuffled datapoints, by damage")
                        .found()
                        .mean()))
                .isLessThan(0.4);
        assertThat(result.allControls()).hasSize(9);
        assertThat(result.datapoints()).isEqualTo(200);
        assertThat(result.blocks().replicas()).isEqualTo(2);
        assertThat(result.blocks().weights().n()).isEqualTo(2);
        for (var found : result.cases()) {
            var ceiling = found.by(Method.CEILING);
            for (var method : found.methods()) {
                assertThat(method.activations().mean())
                        .isLessThanOrEqualTo(ceiling.activations().mean() + 1e-9);
            }
        }
    }

    private static Control control(MatchResult result, String name) {
        return result.allControls().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsOfAllItsWork() {
        var begun = new AtomicLong();
        var done = new AtomicLong();
        run(Toys.setting(4, 2), world, 2, new Progress() {
            @Override
            public void begin(String what, long units) {
                assertThat(begun.getAndAdd(units)).isZero();
            }

            @Override
            public void advance(long units) {
                done.addAndGet(units);
            }

            @Override
            public void note(String stage) {}
        });
        assertThat(done.get()).isEqualTo(begun.get()).isPositive();
    }

    @Test
    void countsTrainingsThatDiverged() {
        var found = run(Toys.setting(6, 2).withLearningRate(1e30), world, 1, Progress.NONE);
        assertThat(found.result().diverged()).isPositive();
        assertThat(found.result().cases().get(0).damageAboveRandom().mean()).isNaN();
        assertThat(found.headline()).startsWith("Nothing can be said").doesNotContain("NaN");
        assertThat(MatchClaims.of(found.result()))
                .hasSize(12)
                .extracting(Claim::verdict)
                .containsOnly(Verdict.NOT_TESTED);
    }

    /** The greatest above chance there is must not lie below what the control asks for. */
    @Test
    void aTwinOfFewUnitsIsRecoveredToo() {
        var result = run(Toys.setting(4, 2), world, 2, Progress.NONE).result();
        assertThat(control(result, "units of a twin, recovered").verdict()).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void saysHowMuchMemoryIsTooMuch() {
        var wide = new MatchConfig(4, StandardActivation.RELU, null, 2, 100_000, Ablate.MEAN, 1, 2);
        var far = Toys.setting(4, 1).withReplicas(1, 40);
        assertThatThrownBy(() -> MatchStudy.run(wide, far, world, Toys.trainer(), 1, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--match-images");
    }

    @Test
    void judgesNothingOfOneReplica() {
        var found = run(Toys.setting(6, 1), world, 1, Progress.NONE);
        assertThat(MatchClaims.of(found.result())).hasSize(12).allSatisfy(c -> {
            assertThat(c.verdict()).isEqualTo(Verdict.NOT_TESTED);
            assertThat(c.because()).contains("give more --");
        });
    }

    @Test
    void takesTenClassesInTenGroupsOfOddImages() {
        var many = Toys.world(5, 7, "0:1:2:3:4:5:6:7:8:9", 300, 200);
        var found = run(Toys.setting(5, 2), many, 2, Progress.NONE);
        assertThat(found.result().cases()).hasSize(3);
        assertThat(found.figures()).hasSize(5);
        assertThat(found.tables()).extracting(t -> t.rows()).containsExactly(2 * 3 * 6, 2 * 2 * 3, 2);
    }
}
