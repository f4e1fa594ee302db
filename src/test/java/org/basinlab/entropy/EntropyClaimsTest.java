package org.basinlab.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.junit.jupiter.api.Test;

/** What is found of the posts' claims, and that the rules can find otherwise. */
class EntropyClaimsTest {
    private static final List<Claim> CLAIMS = EntropyClaims.all();

    @Test
    void whatDoesNotReproduce() {
        assertThat(CLAIMS.stream()
                        .filter(c -> c.verdict() != Verdict.REPRODUCED)
                        .map(Claim::statement))
                .containsExactly(
                        "The table of the plain thermostat's map is what its rules give",
                        "The table of the smart thermostat's map is what its rules give",
                        "There is no compression of futures into a smaller number of trajectories",
                        "The square of side e about (10, 10) has its corners at 10 +- e",
                        "The corner (10 + e, 10 - e) goes where the table says",
                        "The corner (10 - e, 10 + e) goes where the table says",
                        "The corner (10 - e, 10 - e) goes where the table says",
                        "After one step the square is a rhombus",
                        "The continuous thermostat optimizes");
        assertThat(CLAIMS)
                .allMatch(c -> c.verdict() != Verdict.NOT_TESTED && !c.because().isBlank());
    }

    @Test
    void theExchangedCellsAreNamed() {
        for (var table : List.of(PrintedMap.P5_PLAIN, PrintedMap.P5_SMART)) {
            assertThat(table.wrong()).singleElement().satisfies(wrong -> {
                assertThat(wrong.state()).containsExactly("off", "hot");
                assertThat(table.other().cell(wrong.state())).isEqualTo(wrong.byTheRules());
            });
            assertThat(P5Claims.map(table).because()).contains("(off, hot)").contains("exchanged");
        }
        assertThat(PrintedMap.P6_PLAIN.wrong()).isEmpty();
        assertThat(PrintedMap.P6_SMART.wrong()).isEmpty();
    }

    @Test
    void wrongCornersAreNamed() {
        var corner = CLAIMS.stream()
                .filter(c -> c.statement().startsWith("The corner (10 - e, 10 - e)"))
                .findFirst()
                .orElseThrow();
        assertThat(corner.because()).contains("sT is printed as 0.9 and is 9.9").doesNotContain("sR is printed");
    }

    @Test
    void rulesCanFindOtherwise() {
        assertThat(Printed.bits("P5", "", 1.1, 1.16).verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(Printed.bits("P5", "", 1.1, 1.149).verdict()).isEqualTo(Verdict.REPRODUCED);
        var uniform = JointLaw.uniform(Thermostat.SPACE);
        var other = Fractions.of(9, 1, 1, 1, 1, 1, 1, 1, 2, 0);
        var claim = Printed.cells("P5", "", other, uniform, "");
        assertThat(claim.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(claim.ours()).isEqualTo(7);
    }
}
