package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basinlab.entropy.EntropyConfig;
import org.basinlab.entropy.Thermostat;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Systems as YAML files: what is read, and what is refused in a line with the file's name. */
class SystemFileTest {
    private static final Path SYSTEMS = Path.of("src/test/resources/entropy");

    @TempDir
    Path dir;

    @Test
    void aTable() {
        var lamp = SystemFile.read(SYSTEMS.resolve("lamp.yaml"), "file");
        assertThat(lamp.map().isDeterministic()).isFalse();
        assertThat(lamp.map().followers(List.of("up", "dark"))).hasSize(2).containsEntry(List.of("down", "dark"), 0.1);
        assertThat(lamp.start().of(List.of("down", "dark"))).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(lamp.digests()).containsOnlyKeys("lamp.yaml");
        var uniform = SystemFile.read(SYSTEMS.resolve("lamp.yaml"), "uniform");
        assertThat(uniform.start().of(0)).isEqualTo(0.25);
    }

    @Test
    void rules() {
        var smart = SystemFile.read(SYSTEMS.resolve("smart.yaml"), "file");
        var built = EntropyConfig.Finite.of(Thermostat.SMART, "uniform");
        for (var s = 0; s < 9; s++) {
            assertThat(smart.map().follower(s)).isEqualTo(built.map().follower(s));
            assertThat(smart.start().of(s)).isCloseTo(1 / 9.0, within(1e-16));
        }
    }

    /** The format that --help shows is one that is read. */
    @Test
    void theHelpsExample() throws IOException {
        var help =
                new CommandLine(new EntropyCommand()).getUsageMessage().lines().toList();
        var from = help.indexOf("  variables:");
        var example = String.join(
                "\n",
                help.subList(
                        from,
                        help.indexOf(help.stream()
                                .filter(line -> line.startsWith("In place of map"))
                                .findFirst()
                                .orElseThrow())));
        Files.writeString(dir.resolve("help.yaml"), example.stripIndent());
        assertThat(SystemFile.read(dir.resolve("help.yaml"), "file")
                        .map()
                        .space()
                        .size())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "up dark: {up lit: 0.9, down dark: 0.1} | # | the map has no row for \"up dark\"",
                "down lit: | up lit: | uplicate",
                "down lit: | up, lit: | the row \"up lit\" twice",
                "down lit: | down blue: | lamp has no state blue",
                "down lit: | down: | \"down\" is no joint state",
                "0.9 | 0.8 | what follows \"up dark\": probabilities add up to 0.9",
                "{up lit: 0.9, down dark: 0.1} | {up lit: 1.5, down dark: -0.5} | must be 0 or more, got -0.5",
                "0.9 | .nan | a probability is a number from 0 to 1, got NaN",
                "0.9 | 1/0 | a probability is a number from 0 to 1, got 1/0",
                "0.9 | 1/2/3 | a probability is a number or a fraction such as 1/3, got 1/2/3",
                "0.9 | much | a probability is a number or a fraction such as 1/3, got much",
                "0.9 | [1] | a probability is a number or a fraction such as 1/3, got [1]",
                "down lit: down dark | down lit: down blue | lamp has no state blue",
                "[lit, dark] | [lit, lit] | lamp has the state lit twice",
                "[lit, dark] | [] | no states",
                "b: [lamp] | b: [lamp, switch] | names switch twice",
                "b: [lamp] | b: [] | part B is empty",
                "b: [lamp] | b: [bulb] | there is no variable bulb",
                "b: [lamp] | # | b is missing",
                "1/3, down dark: 2/3 | 1/3 | the start: probabilities add up to 0.333",
                "start: {up lit: 1/3, down dark: 2/3} | start: {product: {lamp: uniform}} | leaves switch out",
                "start: {up lit: 1/3, down dark: 2/3} | start: even | start must be uniform",
                "map: | mop: | mop is no part of a system",
                "map: | rules: | must be such as \"room given thermostat room\"",
                "variables: | variables: [ | not YAML"
            })
    void oneThingWrong(String right, String wrong, String named) throws IOException {
        var text = Files.readString(SYSTEMS.resolve("lamp.yaml"));
        assertThat(text).contains(right);
        var file = dir.resolve("wrong.yaml");
        Files.writeString(file, text.replace(right, wrong));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> SystemFile.read(file, "file"))
                .withMessageContaining(named)
                .withMessageContaining("wrong.yaml")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
