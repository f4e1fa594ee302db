package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("c.yaml"), text);
    }
}
