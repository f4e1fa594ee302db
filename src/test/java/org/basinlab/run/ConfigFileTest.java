package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.basinlab.experiment.InputException;
import org.basinlab.localize.LocalizeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir
    Path dir;

    @Test
    void readsWhatItWrites() throws IOException {
        var options = LocalizeConfig.p4(3).options();
        var read = ConfigFile.read(file(ConfigFile.text("localize", options)), "localize");
        assertThat(read).hasSameSizeAs(options);
        options.forEach((key, value) -> assertThat(read).containsEntry(key, value.toString()));
    }

    @Test
    void takesPlainYaml() throws IOException {
        assertThat(ConfigFile.read(file("digits: 1,7:6,8\nfork_length: all\nseed: 4\n"), "localize"))
                .isEqualTo(Map.of("digits", "1,7:6,8", "fork_length", "all", "seed", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just words", "[1, 2]", "a: [1, 2]", "a:\n  b: 1", "a: {", "a: 1\n b: 2", "a:", "\t"})
    void refusesOtherThingsInOneLine(String text) throws IOException {
        var file = file(text);
        assertThatThrownBy(() -> ConfigFile.read(file, "localize"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageMatching("[^\\n]+");
    }

    @Test
    void refusesAnotherExperimentsFile() throws IOException {
        var file = file("experiment: escape\n");
        assertThatThrownBy(() -> ConfigFile.read(file, "localize"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("basin escape");
        assertThatThrownBy(() -> ConfigFile.read(dir.resolve("absent.yaml"), "localize"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("absent.yaml");
    }

    @Test
    void aTreeHoldsListsAndTextAsItIsWritten() throws IOException {
        assertThat(ConfigFile.tree(file("over:\n  digits: ['1,7:6,8']\n  hidden: [100, 300]\n  rate: log:0.1:1:3\n")))
                .isEqualTo(Map.of(
                        "over",
                        Map.of("digits", List.of("1,7:6,8"), "hidden", List.of("100", "300"), "rate", "log:0.1:1:3")));
        var empty = file("over:\n  hidden:\n");
        assertThatThrownBy(() -> ConfigFile.tree(empty))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("hidden has no value");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("c.yaml"), text);
    }
}
