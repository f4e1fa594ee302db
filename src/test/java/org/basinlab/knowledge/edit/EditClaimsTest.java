package org.basinlab.knowledge.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.junit.jupiter.api.Test;

class EditClaimsTest {
    private static final double[] HOLDS = {0.4, 0.41, 0.39, 0.4};
    private static final double[] IN_PART = {0.05, 0.051, 0.049, 0.05};
    private static final double[] FAILS = {0.001, -0.001, 0.002, -0.002};
    private static final double[] UNSURE = {3, -3, 2, -1};
    private static final double[] UNKNOWN = {Double.NaN, Double.NaN, Double.NaN, 1};

    private static Estimate estimate(double... values) {
        return Estimate.of(values, EditStudy.COMPARISONS);
    }

    private static EditResult result(
            double[] stroke, double[] eye, int replicas, double untouched, Control... controls) {
        var comparisons = new ArrayList<EditResult.Comparison>();
        for (var edit : Twin.STRUCTURED) {
            for (var rival : edit.rivals()) {
                for (var level : Level.values()) {
                    var ratio = estimate(edit == Twin.STROKE ? stroke : eye);
                    comparisons.add(new EditResult.Comparison(
                            edit.toString(), rival.toString(), level.toString(), ratio, ratio, ratio));
                }
            }
        }
        var one = estimate(1, 1);
        return new EditResult(
                replicas,
                0,
                untouched,
                100,
                Twin.STRUCTURED.stream()
                        .map(t -> new EditResult.Edited(t.toString(), 7, 1, 1, 1, true))
                        .toList(),
                Arrays.stream(Twin.values())
                        .map(t -> new EditResult.OfTwin(
                                t.toString(),
                                one,
                                one,
                                Arrays.stream(Level.values())
                                        .map(l -> new EditResult.OnLevel(l.toString(), 0.5, 0.5, 0.5))
                                        .toList()))
                        .toList(),
                comparisons,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(controls));
    }

    private static List<Verdict> verdicts(EditResult result) {
        return EditClaims.of(result).stream().map(c -> c.verdict()).distinct().toList();
    }

    private static Verdict verdict(double[] stroke, double[] eye) {
        var verdicts = verdicts(result(stroke, eye, 4, 0));
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts(result(eye, stroke, 4, 0))).isEqualTo(verdicts);
        return verdicts.get(0);
    }

    @Test
    void bothEditsMustHold() {
        assertThat(verdict(HOLDS, HOLDS)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(FAILS, FAILS)).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(verdict(IN_PART, IN_PART)).isEqualTo(Verdict.DIFFERS);
        assertThat(verdict(HOLDS, FAILS)).isEqualTo(Verdict.DIFFERS);
        assertThat(verdict(HOLDS, IN_PART)).isEqualTo(Verdict.DIFFERS);
        assertThat(verdict(IN_PART, FAILS)).isEqualTo(Verdict.DIFFERS);
        assertThat(verdict(UNSURE, UNSURE)).isEqualTo(Verdict.NOT_TESTED);
        for (var other : List.of(HOLDS, FAILS, IN_PART, UNKNOWN)) {
            assertThat(verdict(UNSURE, other)).isEqualTo(Verdict.NOT_TESTED);
        }
        assertThat(verdict(UNKNOWN, HOLDS)).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void theNumberIsTheLesserEdits() {
        assertThat(EditClaims.of(result(HOLDS, FAILS, 4, 0))).hasSize(8).allSatisfy(c -> {
            assertThat(c.source()).isEqualTo("P3");
            assertThat(c.ours()).isEqualTo(estimate(FAILS).mean());
            assertThat(c.ci95()).isEqualTo(estimate(FAILS).ci95());
            assertThat(c.because()).contains("0.400", "reproduced", "18 comparisons", "10% less");
        });
    }

    @Test
    void nothingIsJudgedWithoutGrounds() {
        assertThat(verdicts(result(HOLDS, HOLDS, 1, 0))).containsExactly(Verdict.NOT_TESTED);
        assertThat(EditClaims.of(result(HOLDS, HOLDS, 4, 1e-9)))
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED && c.because().contains("not edited"));
        var failed = Control.positive("rows", "built", estimate(FAILS), EditStudy.MARGIN);
        var passed = Control.positive("rows", "built", estimate(HOLDS), EditStudy.MARGIN);
        assertThat(EditClaims.of(result(HOLDS, HOLDS, 4, 0, passed, failed)))
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED && c.because().contains("rows"));
        assertThat(verdicts(result(HOLDS, HOLDS, 4, 0, passed))).containsExactly(Verdict.REPRODUCED);
        assertThat(verdicts(result(HOLDS, HOLDS, 4, Double.NaN))).containsExactly(Verdict.REPRODUCED);
    }
}
