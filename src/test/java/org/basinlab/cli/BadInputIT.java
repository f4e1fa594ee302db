package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one line that names it, exit code 2, nothing on standard output, nothing left. */
class BadInputIT {
    private static final Path MNIST = Path.of("data/mnist").toAbsolutePath();

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localise | localise",
                "localize --learnin-rate 1 | --learnin-rate",
                "localize --learning-rate -1 | --learning-rate must be a positive number, got -1",
                "localize --learning-rate NaN | --learning-rate",
                "localize --learning-rate fast | fast",
                "localize --activation softmax | softmax",
                "localize --output-activation softmax | softmax",
                "localize --hidden 0 | --hidden",
                "localize --hidden 100,x | x",
                "localize --hidden 9,9,9,9,9,9,9,9,9,9,9 | hidden layers",
                "localize --convolutions 8 | --convolutions takes FILTERSxSIZE",
                "localize --convolutions 8x29 | does not fit",
                "localize --convolutions 8x5,8x13 | does not fit",
                "localize --convolutions 100x9,200x9 | too many to keep",
                "localize --activation relu,relu | --activation names one twice",
                "localize --activation relu,softmax | softmax",
                "localize --null-draws -1 | --null-draws",
                "localize --colour red | red",
                "localize --tally-from 1 | --tally-from",
                "localize --fork-length none | none",
                "localize --fork-length 0 | --fork-length",
                "localize --digits 1,7 | --digits takes two groups",
                "localize --digits 1,7:7,8 | class 7 is named twice",
                "localize --digits 1,7:6,200 | class 200 has no image",
                "localize --phase1-images 60000 | leaves the forks nothing",
                "localize --replicas 0 | --replicas",
                "localize --threads -2 | --threads",
                "localize --seed one | one",
                "localize --engine abacus | abacus",
                "localize --engine chunked --hidden 9,9 | --engine chunked trains networks with one hidden layer",
                "localize --engine cuda --hidden 9,9 | --engine cuda trains networks with one hidden layer",
                "localize --engine cuda --device-profile cpu | --engine cuda: ",
                "localize --dtype tf32 --engine chunked | --dtype tf32 is of the tensor cores",
                "localize --dtype tf32 --hidden 9,9 | --dtype tf32 is of the tensor cores",
                "localize --dtype tf32 --device-profile cpu | give --dtype float32",
                "localize --device-profile abacus | abacus",
                "localize --device-profile abacus --threads 2 | abacus",
                "localize --loss l1 | expected one of mse, cross-entropy, got l1",
                "localize --seed 9223372036854775807 --replicas 2 | --seed",
                "localize --save-networks /dev/null/nets | --save-networks /dev/null/nets",
                "localize --data nowhere | nowhere",
                "localize --config nowhere.yaml | nowhere.yaml",
                "localize --config | --config",
                "localize --initial-network nowhere.zip | nowhere.zip",
                "doctor --jason | --jason",
                "sweep | nothing to sweep over",
                "sweep --over learnin_rate=1 | did you mean learning_rate?",
                "sweep --seeds 1 --resume --out none | no sweep in none",
                "sweep --seeds 1 --out /dev/null/x | /dev/null/x",
                "results none SELECT | there is no folder none",
                "export . | --duckdb",
                "bench fly | expected one of train, gpu, walkers, trajectories, got fly",
                "bench trajectories --trajectories 1 | --trajectories",
                "bench trajectories --engines fly | --engines",
                "bench trajectories --precision tf32 | --precision",
                "bench train --repeats 1 | --repeats",
                "bench train --replicas 0 | --replicas",
                "bench gpu --repeats 1 | --repeats",
                "bench gpu --walkers 0 | --walkers",
                "bench gpu --trajectories 0 | --trajectories",
                "bench gpu --steps 0 | --steps",
                "op network --engine cuda | --engine cuda",
                "escape --engine warp | there are auto, cuda, vector, nd4j",
                "bench gpu --replicas 70000 | --replicas",
                "atlas --bases 0 | --bases",
                "atlas --seeds 3 | --seeds must be at least 8",
                "atlas --data nowhere --out x | nowhere",
                "atlas --resume | --resume needs",
                "atlas --resume --out none | no atlas in none",
            })
    void argumentsAndFiles(String arguments, String named) {
        refused(named, arguments.split(" "));
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aFileInTheWay() throws IOException {
        Files.writeString(dir.resolve("result"), "precious");
        refused("result", "localize", "--out", "result");
        refused("not overwritten", "localize", "--out", ".");
        assertThat(dir.resolve("result")).hasContent("precious");
    }

    @Test
    void configurations() throws IOException {
        var file = dir.resolve("c.yaml");
        Files.writeString(file, "learning_rte: 0.1\n");
        refused("learning_rte is no option", "localize", "--config", file.toString());
        Files.writeString(file, "learning_rate: [");
        refused("not YAML", "localize", "--config", file.toString());
        Files.writeString(file, "seed: 1\nseed: 2\n");
        refused("uplicate", "localize", "--config", file.toString());
        Files.writeString(file, "help: true\n");
        refused("help is no option", "localize", "--config", file.toString());
        Files.writeString(file, "learning_rate: much\n");
        refused("much", "localize", "--config", file.toString());
        Files.writeString(file, "experiment: escape\n");
        refused("basin escape", "localize", "--config", file.toString());
    }

    @Test
    void damagedImages() throws IOException {
        for (var name : new String[] {
            "train-images-idx3-ubyte.gz",
            "train-labels-idx1-ubyte.gz",
            "t10k-images-idx3-ubyte.gz",
            "t10k-labels-idx1-ubyte.gz"
        }) {
            Files.copy(MNIST.resolve(name), dir.resolve(name));
        }
        var labels = dir.resolve("t10k-labels-idx1-ubyte.gz");
        var whole = Files.readAllBytes(labels);
        Files.write(labels, Arrays.copyOf(whole, whole.length / 2));
        refused("t10k-labels-idx1-ubyte.gz", "localize", "--data", ".");
        whole[whole.length / 2] ^= 1;
        Files.write(labels, whole);
        refused("t10k-labels-idx1-ubyte.gz", "localize", "--data", ".");
        Files.copy(
                MNIST.resolve("train-labels-idx1-ubyte.gz"), labels, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        refused("10000 images", "localize", "--data", ".");
        Files.write(labels, new byte[0]);
        refused("t10k-labels-idx1-ubyte.gz", "localize", "--data", ".");
        Files.delete(labels);
        refused("t10k-labels-idx1-ubyte", "localize", "--data", ".");
    }

    private void refused(String named, String... arguments) {
        var run = Launched.basin(dir, arguments);
        assertThat(run.code())
                .as("%s%n%s", String.join(" ", arguments), run.err())
                .isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.remarks())
                .as(run.err())
                .hasSize(1)
                .allMatch(line -> line.startsWith("basin: ") && line.contains(named), "names " + named);
    }
}
