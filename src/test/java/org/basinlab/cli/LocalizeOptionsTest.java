package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.basinlab.experiment.InputException;
import org.basinlab.localize.LocalizeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizeOptionsTest {
    private final LocalizeOptions options = new LocalizeOptions("dl4j");

    @Test
    void aPointIsWhatTheCommandWouldRun() {
        var plain = options.config(Map.of());
        assertThat(options.seeded(plain, 5))
                .isEqualTo(engine(LocalizeConfig.p4(5).with(1, 0, 0)));
        var other = options.config(Map.of(
                "learning_rate",
                "0.01",
                "hidden",
                "100,50",
                "digits",
                "3,5:4,9",
                "fork_length",
                "7",
                "activation",
                "elu"));
        assertThat(other.schedule().learningRate()).isEqualTo(0.01);
        assertThat(other.network().hidden()).isEqualTo(List.of(100, 50));
        assertThat(options.options(other))
                .containsEntry("digits", "3,5:4,9")
                .containsEntry("fork_length", 7)
                .containsEntry("engine", "dl4j")
                .containsKey("seed")
                .doesNotContainKeys("threads", "replicas", "null_draws", "colour");
        assertThat(options.config(Map.of()))
                .as("nothing is left of the point before")
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phase1_images", "hidden", "fork_length"})
    void someOptionsTakeWholeNumbers(String option) {
        assertThat(options.whole(option)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning_rate", "tally_from", "activation", "digits", "data"})
    void othersDoNot(String option) {
        assertThat(options.whole(option)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learnin-rate | learnin_rate is no option of basin localize, did you mean learning_rate?",
                "outputactivation | did you mean output_activation?",
                "zzz | there are activation, balance",
                "seed | give --seeds",
                "replicas | give --seeds",
                "threads | give --threads",
                "engine | give --engine",
                "device-profile | give --device-profile",
                "out | of the sweep itself",
                "json | of the sweep itself",
                "quiet | of the sweep itself",
                "config | of the sweep itself",
                "help | of the sweep itself",
                "colour | no pictures",
                "null_draws | no nulls",
                "save-networks | keeps no networks",
                "initial_network | begins from drawn parameters",
            })
    void someCannotBeSweptOver(String option, String named) {
        assertThatThrownBy(() -> options.option(option))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named);
    }

    @Test
    void everyOtherOneCan() {
        for (var option : engine(LocalizeConfig.p4(1)).options().keySet()) {
            if (!List.of("seed", "replicas", "null_draws", "colour", "engine", "threads")
                    .contains(option)) {
                assertThat(options.option(option.replace('_', '-'))).isEqualTo(option);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning_rate | -1 | --learning-rate must be a positive number, got -1",
                "learning_rate | fast | fast",
                "activation | softmax | expected one of",
                "activation | relu,elu | has one activation",
                "digits | 1 | --digits takes two groups",
                "hidden | 0 | --hidden must be from 1",
                "fork_length | x | expected a number of images or all",
            })
    void saysWhatTheCommandWouldSay(String option, String value, String named) {
        assertThatThrownBy(() -> options.config(Map.of(option, value)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named);
    }

    private static LocalizeConfig engine(LocalizeConfig config) {
        var one = config.replication();
        return new LocalizeConfig(
                config.network(),
                config.activations(),
                config.schedule(),
                config.digits(),
                config.data(),
                config.initialNetwork(),
                config.colour(),
                new org.basinlab.localize.Replication(
                        one.seed(), one.replicas(), one.nullDraws(), "dl4j", one.threads()));
    }
}
