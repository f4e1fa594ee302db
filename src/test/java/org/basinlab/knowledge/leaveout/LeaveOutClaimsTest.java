package org.basinlab.knowledge.leaveout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Rival;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.junit.jupiter.api.Test;

/** Each rule gives each of its verdicts. */
class LeaveOutClaimsTest {
    private static final LeaveOutResult SMALL = LeaveOutStudy.run(
                    SmallWorld.FEW,
                    SmallWorld.setting(2),
                    SmallWorld.of("1,7:6,8", 60, 6, 6),
                    SmallWorld.TRAINER,
                    1,
                    Progress.NONE)
            .result();

    @Test
    void eachClaimIsJudgedByItsOwnNumberAndMargin() {
        assertThat(verdicts(0.3, 0.3, 0.03, 0.06, 0.6)).containsOnly(Verdict.REPRODUCED);
        assertThat(verdicts(0.08, 0.08, 0.01, 0.04, 0.4)).containsOnly(Verdict.DIFFERS);
        assertThat(verdicts(-0.3, -0.3, -0.03, -0.06, -0.6)).containsOnly(Verdict.NOT_REPRODUCED);
        assertThat(verdicts(0.3, -0.3, 0.01, 0.06, 0.4))
                .containsExactly(
                        Verdict.REPRODUCED,
                        Verdict.NOT_REPRODUCED,
                        Verdict.DIFFERS,
                        Verdict.REPRODUCED,
                        Verdict.DIFFERS);
    }

    @Test
    void asGoodMeansSurelyNotMuchWorseThanAnyRival() {
        assertThat(LeaveOutClaims.asGood(rivals(close(0.1), close(0), close(-0.015))))
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(LeaveOutClaims.asGood(rivals(close(0.1), close(0), close(-0.03))))
                .isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(LeaveOutClaims.asGood(rivals(close(0.1), wide(0), close(0)))).isEqualTo(Verdict.NOT_TESTED);
        assertThat(LeaveOutClaims.asGood(rivals(close(0.1), Estimate.of(new double[] {1}, 8), close(0))))
                .isEqualTo(Verdict.NOT_TESTED);
    }

    /** A mean over classes may hide that they differ. */
    @Test
    void classesAreToldOneByOne() {
        var claims = LeaveOutClaims.of(SMALL);
        for (var claim : claims.subList(2, 4)) {
            assertThat(claim.because())
                    .containsPattern("One by one: class 1 -?\\d.*, class 7 .*, class 6 .*, class 8 ");
        }
        assertThat(SMALL.classNames().stream()
                        .mapToDouble(SMALL::specificity)
                        .average()
                        .orElseThrow())
                .isCloseTo(SMALL.specificity().mean(), within(1e-12));
        assertThat(SMALL.partials().stream()
                        .limit(4)
                        .mapToDouble(p -> p.givenTotal().mean())
                        .average()
                        .orElseThrow())
                .isCloseTo(SMALL.partial().mean(), within(1e-12));
        assertThat(SMALL.partials().get(4).givenTotal()).isEqualTo(SMALL.editPartial());
    }

    @Test
    void nothingIsJudgedWhereAControlFailed() {
        var failed = Control.positive("a case", "built", close(-1), 0.1);
        var claims = LeaveOutClaims.of(with(0.3, 0.3, 0.03, 0.06, 0.6, List.of(failed)));
        assertThat(claims)
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED && c.because().contains("a case"));
    }

    private static List<Verdict> verdicts(double... means) {
        return LeaveOutClaims.of(with(means[0], means[1], means[2], means[3], means[4], List.of())).stream()
                .limit(5)
                .map(Claim::verdict)
                .toList();
    }

    private static LeaveOutResult with(
            double classes, double edit, double specificity, double partial, double lift, List<Control> controls) {
        return new LeaveOutResult(
                SMALL.replicas(),
                SMALL.diverged(),
                SMALL.images(),
                SMALL.editLabel(),
                SMALL.fisherImages(),
                SMALL.elements(),
                close(classes),
                close(edit),
                close(specificity),
                close(partial),
                SMALL.partialGivenFisher(),
                SMALL.partialGivenInput(),
                SMALL.editPartial(),
                SMALL.partials(),
                SMALL.relative(),
                close(lift),
                SMALL.liftByShare(),
                SMALL.editLift(),
                SMALL.rivals(),
                SMALL.predictors(),
                SMALL.matrix(),
                SMALL.held(),
                controls);
    }

    private static List<Rival> rivals(Estimate... differences) {
        return Arrays.stream(differences).map(d -> new Rival("a rival", d, d)).toList();
    }

    /** An interval of about a thousandth. */
    private static Estimate close(double mean) {
        return Estimate.of(new double[] {mean - 1e-4, mean, mean + 1e-4}, LeaveOutResult.COMPARISONS);
    }

    private static Estimate wide(double mean) {
        return Estimate.of(new double[] {mean - 1, mean, mean + 1}, LeaveOutResult.COMPARISONS);
    }
}
