package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is wrong with a sweep is said in one line, before anything runs or is written. */
class SweepInputTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--over learning-rate=1,-1 | --learning-rate must be a positive number, got -1",
                "--over activation=softmax | softmax",
                "--over activation=relu,elu;gelu | has one activation",
                "--over tally_from=0.5:0.1:3 | is empty",
                "--over learning_rate=log:0:1:3 | begin above 0",
                "--over learning_rate=1:2:0 | asks for 0 values",
                "--over seed=1,2 | give --seeds",
                "--over initial_network=a.zip | begins from drawn parameters",
                "--over digits=1,7:6,8 | parted by ;",
                "--over learning_rate=0.1,0.10 | are the same setting",
                "--over hidden=10 --over hidden=20 | given twice",
                "--over hidden | --over takes OPTION=VALUES",
                "--seeds 5..1 | --seeds 5..1 is empty",
                "--seeds 1,1 | --seeds names 1 twice",
                "--seeds 1 --random 5 | nothing to draw from",
                "--over learning_rate=1,2 --random 0 | --random must be at least 1",
                "--seeds 1 --on spark --master local[2] | not in this version",
                "--seeds 1 --master local[2] | not in this version",
                "--seeds 1 --on mars | local or spark",
                "--seeds 1 --engine abacus | abacus",
                "--seeds 1 --threads -1 | --threads",
                "--seeds 1 --device-profile abacus | abacus",
                "--seeds 1 --resume | give --out",
                "--resume | give --out",
                "--config nowhere.yaml | nowhere.yaml",
                "--over data=nowhere | nowhere",
                "--over digits=1,7:6,8;1,7:6,200 | class 200 has no image",
                "--over phase1_images=200,60000 | leaves the forks nothing",
                "--over convolutions=none,8x29 | does not fit",
                "--engine chunked --over hidden=100;100,50 | one hidden layer",
            })
    void options(String arguments, String named) {
        var out = dir.resolve("out");
        var without = named.equals("give --out");
        refused(named, (arguments + (without ? "" : " --out " + out)).split(" "));
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderWithoutASweepCannotGoOn() {
        refused("no sweep in " + dir, "--resume", "--out", dir.toString());
        assertThat(dir).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'over: [' | not YAML",
                "'hidden: 10' | hidden is no key of a sweep",
                "'over: {hidden: 0}' | --hidden must be from 1",
                "'over: {learnin_rate: 1}' | did you mean learning_rate?",
                "'{over: {hidden: 5}, points: [{hidden: 6}]}' | not both",
                "'points: [{hidden: 6}, {hidden: 6}]' | are the same setting",
                "'{experiment: escape, seeds: 1}' | no sweep of escape",
                "'{seeds: 1, random: many}' | random: expected a whole number",
                "'{seeds: 1, on: spark}' | not in this version",
                "'seeds:' | seeds has no value",
                "'experiment: localize' | nothing to sweep over",
            })
    void files(String text, String named) throws IOException {
        var file = Files.writeString(dir.resolve("s.yaml"), text);
        refused(named, "--config", file.toString(), "--out", dir.resolve("out").toString());
        assertThat(dir.resolve("out")).doesNotExist();
    }

    private void refused(String named, String... arguments) {
        var command = new SweepCommand();
        new CommandLine(command).parseArgs(arguments);
        assertThatThrownBy(command::call)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named)
                .hasMessageMatching("[^\\n]+");
    }
}
