package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.refinement.RefinementConfig;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RefinementOptionsTest {
    @CommandLine.Command
    private record Named(@CommandLine.Mixin RefinementOptions options) {}

    private static RefinementConfig config(String... arguments) {
        var options = new RefinementOptions();
        new CommandLine(new Named(options)).parseArgs(arguments);
        return options.config();
    }

    @Test
    void withoutAnyItIsTheDefault() {
        assertThat(config()).isEqualTo(RefinementConfig.DEFAULT);
    }

    @Test
    void eachGoesToItsPlace() {
        assertThat(config(
                        "--refine-images=30",
                        "--refine-units=7",
                        "--refine-training=9",
                        "--refine-batch=5",
                        "--refine-rate=0.1",
                        "--refine-levels=0.1,0.3",
                        "--refine-noise=0.2",
                        "--refine-cases=4",
                        "--refine-iterations=8",
                        "--refine-step=1.5",
                        "--refine-change=0.25"))
                .isEqualTo(new RefinementConfig(30, 7, 9, 5, 0.1, List.of(0.1, 0.3), 0.2, 4, 8, 1.5, 0.25));
    }
}
