package org.basinlab.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.VectorWalkers;
import org.basinlab.walkers.Walk;
import org.junit.jupiter.api.Test;

class PathsTest {
    private static PathResults run(List<Rule> rules, double temperature, double start, int steps, int paths) {
        var config =
                new PathConfig(LandscapeChoice.PIT, rules, List.of(temperature), steps, List.of(start), paths, 1, 1, 7);
        return (PathResults) new Paths().run(config, Progress.NONE, table -> {}).results();
    }

    @Test
    void pathsOfSgdAreThoseOfTheWalkers() {
        var results = run(List.of(Rule.SGD), 0.012, 1, 300, 5);
        var ends = new VectorWalkers(1)
                .ends(new Walk(
                        new SgdStep(Pit.PUBLISHED, 0.012),
                        new Start.Point(1),
                        1.2,
                        new int[] {300},
                        5,
                        7,
                        Precision.FLOAT64,
                        null));
        for (var i = 0; i < 5; i++) {
            // The dynamics contract at this temperature: rounding, 1e-16 a step, is forgotten within some tens of
            // steps.
            assertThat(results.paths().get(i).end()).isCloseTo(ends[i], within(1e-12));
        }
        assertThat(ends[0]).isNotEqualTo(ends[1]);
    }

    @Test
    void newtonsFormWithKOneConvergesQuadratically() {
        var w = run(List.of(Rule.NEWTON), 1, 1.9, 6, 1).paths().get(0).w();
        // The error of one step over the square of the one before is bounded; -exp(-x^2) even has third order.
        for (var n = 1; n < 4; n++) {
            assertThat(Math.abs(w[n] - 2)).isLessThanOrEqualTo(Math.pow(w[n - 1] - 2, 2) + 1e-15);
        }
        assertThat(w[6]).isCloseTo(2, within(1e-14));
    }

    @Test
    void aPathThatOverflowsSaysWhen() {
        var config = new PathConfig(
                new LandscapeChoice(1, 100, List.of("w^4")),
                List.of(Rule.DESCENT),
                List.of(1.0),
                50,
                List.of(3.0),
                1,
                1,
                1,
                1);
        var path = ((PathResults)
                        new Paths().run(config, Progress.NONE, table -> {}).results())
                .paths()
                .get(0);
        assertThat(path.overflowed()).isNotNull();
        assertThat(Double.isFinite(path.w()[path.overflowed()])).isFalse();
        assertThat(Double.isFinite(path.w()[path.overflowed() - 1])).isTrue();
    }

    @Test
    void theClaimsOfP1() {
        var claims = PathClaims.all();
        assertThat(claims).hasSize(8);
        // Counted independently in double precision: 117 steps until L's maximum is crossed.
        var stuck = claims.stream()
                .filter(claim -> claim.statement().contains("stuck"))
                .findFirst()
                .orElseThrow();
        assertThat(stuck.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(stuck.ours()).isEqualTo(117);
        assertThat(claims.stream().map(Claim::verdict).filter(Verdict.REPRODUCED::equals))
                .hasSize(6);
    }
}
