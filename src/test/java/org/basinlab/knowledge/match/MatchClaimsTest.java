package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.match.MatchResult.BlockMatch;
import org.basinlab.knowledge.match.MatchResult.ByMethod;
import org.basinlab.knowledge.match.MatchResult.CarriedBy;
import org.basinlab.knowledge.match.MatchResult.Case;
import org.basinlab.knowledge.match.MatchResult.LabelTransfer;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.junit.jupiter.api.Test;

class MatchClaimsTest {
    private static final Control PASSED = Control.positive("known", "built", about(1, 0.01), 0.1);
    private static final Control FAILED = Control.positive("unknown", "built", about(0, 0.01), 0.1);

    private static Estimate about(double mean, double spread) {
        return Estimate.of(
                new double[] {mean - spread, mean, mean, mean, mean, mean, mean, mean + spread},
                MatchClaims.COMPARISONS);
    }

    /** Every comparison found as given. */
    private static MatchResult result(Estimate found, Control control) {
        var methods = Arrays.stream(Method.values())
                .map(m -> new ByMethod(m.toString(), found, found, found, found))
                .toList();
        var carried = Arrays.stream(Reading.values())
                .flatMap(r -> Replica.CARRIERS.stream()
                        .map(m -> new CarriedBy(r.toString(), m.toString(), found, found, found, found, found)))
                .toList();
        return new MatchResult(
                100,
                "softplus",
                200,
                "relu",
                6000,
                8,
                0,
                "mean",
                MatchClaims.COMPARISONS,
                Arrays.stream(Other.values())
                        .map(o -> new Case(o.toString(), methods, found, found, found))
                        .toList(),
                List.of(control),
                new BlockMatch(8, found, found, found, found, found, found, 0.01, found, 1 / 16.0, List.of(control)),
                new LabelTransfer(20, 1000, carried, List.of(control)));
    }

    private static List<Verdict> verdicts(Estimate found) {
        return MatchClaims.of(result(found, PASSED)).stream()
                .map(Claim::verdict)
                .toList();
    }

    private static boolean asGood(int claim) {
        return claim < 9 && claim % 3 == 2;
    }

    private static void assertVerdicts(Estimate found, Verdict above, Verdict asGood) {
        var verdicts = verdicts(found);
        assertThat(verdicts).hasSize(12);
        for (var c = 0; c < verdicts.size(); c++) {
            assertThat(verdicts.get(c)).isEqualTo(asGood(c) ? asGood : above);
        }
    }

    @Test
    void everyVerdictCanBeReached() {
        assertVerdicts(about(0.5, 0.01), Verdict.REPRODUCED, Verdict.REPRODUCED);
        assertVerdicts(about(0.03, 0.001), Verdict.DIFFERS, Verdict.REPRODUCED);
        assertVerdicts(about(0, 0.01), Verdict.NOT_REPRODUCED, Verdict.REPRODUCED);
        assertVerdicts(about(-0.2, 0.01), Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED);
        assertVerdicts(about(0, 3), Verdict.NOT_TESTED, Verdict.NOT_TESTED);
    }

    @Test
    void agreementNeedsATenthAndMeansHalfOfThat() {
        var verdicts = verdicts(about(0.07, 0.001));
        assertThat(verdicts.get(0)).isEqualTo(Verdict.DIFFERS);
        assertThat(verdicts.get(1)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdicts.get(9)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdicts.get(10)).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void nothingIsJudgedWhereAControlFails() {
        assertThat(MatchClaims.of(result(about(0.5, 0.01), FAILED))).allSatisfy(c -> {
            assertThat(c.verdict()).isEqualTo(Verdict.NOT_TESTED);
            assertThat(c.because()).contains("unknown");
        });
    }

    @Test
    void claimsAreTheSameInNumberAndOrder() {
        var run = MatchClaims.of(result(about(0.5, 0.01), PASSED));
        assertThat(run).extracting(Claim::statement).doesNotHaveDuplicates();
        assertThat(run).allSatisfy(c -> assertThat(c.ours()).isEqualTo(0.5));
        assertThat(run.get(0).ci95()).isNotNull();
    }
}
