package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.knowledge.edit.EditConfig;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EditOptionsTest {
    @CommandLine.Command
    private record Named(@CommandLine.Mixin EditOptions options) {}

    private static EditConfig config(String... arguments) {
        var options = new EditOptions();
        var line = new CommandLine(new Named(options));
        Spelled.teach(line);
        line.parseArgs(arguments);
        return options.config();
    }

    @Test
    void withoutAnyItIsTheDefault() {
        assertThat(config()).isEqualTo(EditConfig.DEFAULT);
    }

    @Test
    void eachGoesToItsPlace() {
        assertThat(config(
                        "--stroke-on=3",
                        "--eye-on=4",
                        "--edit-checkpoints=2",
                        "--edit-activations=relu,tanh",
                        "--edit-hidden=9,10",
                        "--edit-grid-replicas=0"))
                .isEqualTo(new EditConfig(
                        3, 4, 2, List.of(StandardActivation.RELU, StandardActivation.TANH), List.of(9, 10), 0));
    }
}
