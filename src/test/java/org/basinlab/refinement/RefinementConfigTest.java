package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class RefinementConfigTest {
    private static void refused(String option, Runnable made) {
        assertThatThrownBy(made::run).isInstanceOf(InputException.class).hasMessageContaining(option);
    }

    @Test
    void namesTheOptionThatIsWrong() {
        var levels = List.of(0.5);
        refused("--refine-images", () -> new RefinementConfig(1, 8, 1, 1, 1, levels, 1, 2, 1, 1, 1));
        refused("--refine-units", () -> new RefinementConfig(10, 0, 1, 1, 1, levels, 1, 2, 1, 1, 1));
        refused("--refine-training", () -> new RefinementConfig(10, 8, 0, 1, 1, levels, 1, 2, 1, 1, 1));
        refused("--refine-batch", () -> new RefinementConfig(10, 8, 1, 0, 1, levels, 1, 2, 1, 1, 1));
        refused("--refine-rate", () -> new RefinementConfig(10, 8, 1, 1, 0, levels, 1, 2, 1, 1, 1));
        refused("--refine-levels", () -> new RefinementConfig(10, 8, 1, 1, 1, List.of(), 1, 2, 1, 1, 1));
        refused("--refine-levels", () -> new RefinementConfig(10, 8, 1, 1, 1, List.of(-1.0), 1, 2, 1, 1, 1));
        refused("--refine-noise", () -> new RefinementConfig(10, 8, 1, 1, 1, levels, Double.NaN, 2, 1, 1, 1));
        refused("--refine-cases", () -> new RefinementConfig(10, 8, 1, 1, 1, levels, 1, 1, 1, 1, 1));
        refused("--refine-iterations", () -> new RefinementConfig(10, 8, 1, 1, 1, levels, 1, 2, 0, 1, 1));
        refused("--refine-step", () -> new RefinementConfig(10, 8, 1, 1, 1, levels, 1, 2, 1, 2, 1));
        refused("--refine-change", () -> new RefinementConfig(10, 8, 1, 1, 1, levels, 1, 2, 1, 1, 0));
    }
}
