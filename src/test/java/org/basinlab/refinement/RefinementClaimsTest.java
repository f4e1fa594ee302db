package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.refinement.RefinementResult.AtIteration;
import org.basinlab.refinement.RefinementResult.Course;
import org.basinlab.refinement.RefinementResult.Outer;
import org.junit.jupiter.api.Test;

class RefinementClaimsTest {
    private static Course course(boolean tied, double lowered, double endedBelow, double end) {
        return new Course(
                tied ? "tied" : "free",
                "noisy digit",
                tied ? List.of(2.0, 1.0) : null,
                List.of(2.0, 1.0),
                List.of(2.0, end),
                List.of(1.0, 0.5),
                lowered,
                lowered,
                endedBelow,
                tied ? 1.5 : null,
                List.of(new AtIteration(0, 0.5)),
                new Outer(2, Math.min(2, end), 1, end, 0, 1, 0, 1, 1, 1),
                3);
    }

    private static List<Verdict> verdicts(Course... courses) {
        return RefinementClaims.of(
                        new RefinementResult("by hand", 10, 4, 2, 1, 0.5, 0.8, List.of(), List.of(courses), List.of()),
                        "unused")
                .stream()
                .map(Claim::verdict)
                .toList();
    }

    @Test
    void reproducedIfAllFallInsideAndOutside() {
        assertThat(verdicts(course(true, 0.99, 1, 1), course(false, 1, 1, 1)))
                .containsExactly(Verdict.REPRODUCED, Verdict.REPRODUCED, Verdict.NOT_TESTED);
    }

    @Test
    void differsIfSomeDo() {
        assertThat(verdicts(course(true, 1, 1, 1), course(false, 0.98, 1, 1)))
                .containsExactly(Verdict.REPRODUCED, Verdict.DIFFERS, Verdict.NOT_TESTED);
        assertThat(verdicts(course(true, 1, 1, 3), course(false, 1, 1, 3)))
                .containsExactly(Verdict.REPRODUCED, Verdict.DIFFERS, Verdict.NOT_TESTED);
    }

    @Test
    void notReproducedIfNoneDoes() {
        assertThat(verdicts(course(true, 1, 0.5, 3), course(false, 0.5, 1, 3)))
                .containsExactly(Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED, Verdict.NOT_TESTED);
    }

    @Test
    void notTestedWithoutARun() {
        assertThat(RefinementClaims.of(null, "Another part was asked for"))
                .hasSize(3)
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED)
                .first()
                .extracting(Claim::because)
                .isEqualTo("Another part was asked for");
    }
}
