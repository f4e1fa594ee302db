package org.basinlab.searching.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.basinlab.causal.MechanismOp;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.StandardActivation;
import org.basinlab.searching.NeuronClaims;
import org.basinlab.searching.NeuronConfig;
import org.basinlab.searching.NeuronFigures;
import org.basinlab.searching.NeuronNumbers;
import org.basinlab.searching.NeuronResult;
import org.basinlab.searching.NeuronStudy;
import org.basinlab.searching.NeuronTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NeuronStudyTest {
    private static final NeuronConfig SMALL = new NeuronConfig(4, 6, 6, StandardActivation.TANH, 16, 2, 10, 16, 0.2);

    private static NeuronResult result;

    @BeforeAll
    static void run() {
        result = NeuronStudy.run(SMALL, 3, 1, new Dl4jSearchLibrary(), Progress.NONE);
    }

    @Test
    void isRepeatableOnAnyNumberOfThreads() {
        assertThat(NeuronStudy.run(SMALL, 3, 2, new Dl4jSearchLibrary(), Progress.NONE))
                .isEqualTo(result);
    }

    @Test
    void moreEvaluationsAreNoWorse() {
        for (var d : new int[] {1, 2}) {
            for (var kind : new String[] {"grid", "random", "gradient"}) {
                var rows = new ArrayList<>(result.gaps());
                rows.removeIf(g -> g.dimensions() != d || !g.kind().equals(kind));
                var one = rows.get(rows.size() - 1);
                assertThat(one.evaluations()).isEqualTo(1);
                assertThat(rows.get(0).mean()).isLessThan(one.mean());
                assertThat(rows.get(0).evaluations()).isLessThanOrEqualTo(SMALL.budget());
            }
        }
    }

    @Test
    void gradientsOfFixedProposalsAreExact() {
        assertThat(result.survivesSaving()).isTrue();
        for (var g : result.gradients()) {
            if (g.steps() == 0) {
                // Central differences of step 1e-5: truncation and rounding about 1e-10 of what is compared.
                assertThat(g.most()).as("%s", g).isLessThan(1e-8);
                assertThat(g.residual()).isNaN();
            }
            assertThat(g.checked()).isGreaterThan(10 * g.ties());
        }
        // Twenty additions in single precision, as a share of the range.
        assertThat(result.singlePrecisionError()).isBetween(1e-9, 1e-4);
    }

    /** Comp = 1 whatever the search, as the envelope theorem has it: Op is blind to it. */
    @Test
    void opDoesNotSeeTheSearchInTheValueItself() {
        var infinitesimal = result.ops().stream().filter(o -> o.delta() <= 0).toList();
        assertThat(infinitesimal).hasSize(6).allSatisfy(o -> {
            // Fixed proposals do not move at all; gradient steps leave up to 1e-7 of the gradient.
            assertThat(Math.abs(o.intact().median())).isLessThan(1e-6);
            assertThat(o.intact().meanFree() / o.intact().meanFrozen() - 1).isBetween(-1e-6, 1e-6);
            assertThat(o.broken().meanFree() / o.broken().meanFrozen() - 1).isBetween(-1e-6, 1e-6);
        });
    }

    @Test
    void aFreeChoiceGainsAndOnlyAnIntactOneKeepsRegretDown() {
        assertThat(result.gains()).hasSize(3).allSatisfy(g -> {
            assertThat(g.means()).allMatch(m -> m >= 0);
            // Second order: after three halvings an eighth of what first order would leave.
            assertThat(g.means().get(3) / g.deltas().get(3))
                    .isLessThan(g.means().get(0) / g.deltas().get(0) / 3);
        });
        // The mean over 48 cases of what is now smooth, now a switch, is no clean power.
        assertThat(result.gains().get(2).order()).isBetween(1.3, 3.5);
        for (MechanismOp op : result.ops()) {
            if (op.to().equals("regret")) {
                assertThat(op.intact().meanFree()).isLessThan(op.intact().meanFrozen());
                if (op.breaking().equals("a single proposal")) {
                    assertThat(op.broken().meanFree()).isEqualTo(op.broken().meanFrozen());
                    assertThat(op.broken().positive()).isZero();
                }
            }
        }
    }

    @Test
    void judgesByItsRules() {
        assertThat(NeuronClaims.of(null, "not asked for"))
                .extracting(Claim::verdict)
                .containsOnly(Verdict.NOT_TESTED);
        assertThat(NeuronClaims.of(null, "not asked for").get(0).because()).isEqualTo("not asked for");
        var broken = new NeuronResult(
                result.gaps(),
                result.gradients(),
                result.singlePrecisionError(),
                false,
                result.learned(),
                result.compared(),
                result.gains(),
                result.ops());
        assertThat(NeuronClaims.of(broken, null).get(0).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void isDrawnAndTold() {
        assertThat(NeuronFigures.of(result))
                .extracting(Figure::name)
                .containsExactly("neuron-gaps", "neuron-gradients", "neuron-learning");
        assertThat(NeuronTables.of(result))
                .extracting(Table::rows)
                .containsExactly(result.gaps().size(), result.gradients().size(), 12);
        assertThat(NeuronNumbers.of(result)).hasSize(5);
        assertThat(NeuronTables.headline(result)).contains("Search neurons come within");
        assertThat(result.compared())
                .hasSize(4)
                .allSatisfy(c -> assertThat(c.better() && c.worse()).isFalse());
    }
}
