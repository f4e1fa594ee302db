package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.entropy.EntropyConfig;
import org.basinlab.entropy.LinearThermostat;
import org.basinlab.entropy.OptimizingEntropy;
import org.basinlab.entropy.Thermostat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin entropy}: P5 and P6. */
@Command(
        name = "entropy",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "How many bits does correlation between two parts of a system remove from its future? (P5, P6)",
            "",
            "P is a law over the joint states of A and B, P' has its marginals with A and B independent. The strength of P is"
                    + " H(P' next) - H(P next); the adjusted strength takes H(P') - H(P) off. Exact, for any finite system.",
            ""
        },
        footer = {
            "",
            "A system in YAML: variables with states, the split in a and b, map or rules, start:",
            "  variables:",
            "    switch: [up, down]",
            "    lamp: [lit, dark]",
            "  a: [switch]",
            "  b: [lamp]",
            "  map:                      # every joint state, as the variables are ordered",
            "    up lit: up lit",
            "    up dark: {up lit: 0.9, down dark: 0.1}",
            "    down lit: down dark",
            "    down dark: up dark",
            "  start: uniform            # or {up lit: 1/3, down dark: 2/3}, or",
            "                            # product: {switch: {up: 1/3, down: 2/3},",
            "                            #           lamp: uniform}",
            "In place of map, what each variable does given some of them:",
            "  rules:",
            "    switch given lamp: {lit: down, dark: {up: 0.9, down: 0.1}}",
            "    lamp given switch lamp:",
            "      {up lit: lit, up dark: lit, down lit: dark, down dark: dark}",
            "",
            "Examples:",
            "  basin entropy smart                    P6's, from the uniform law a step ago",
            "  basin entropy plain --start p5         P5's, from its three states",
            "  basin entropy smart --steps 5 --start epsilon:0.01 --json",
            "  basin entropy lamp.yaml --steps 3      a system of one's own",
            "  basin entropy continuous --gain 0.3    P6's continuous one, and nonlinear ones",
        })
public final class EntropyCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default ${DEFAULT-VALUE}).";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SYSTEM",
            description = "plain, smart, continuous, or a YAML file (default smart).")
    private String system;

    @Option(
            names = "--system",
            paramLabel = "SYSTEM",
            description = "The same as an option, as configuration files have it; SYSTEM wins over it.")
    private String named;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "1", description = "Steps from P to P next" + DEFAULT)
    private int steps;

    @Option(
            names = "--start",
            paramLabel = "LAW",
            description =
                    "Law that the system begins with: uniform; of plain and smart also p5 (three states) or epsilon:E;"
                            + " of a file its own, file (default there).")
    private String start;

    @Option(
            names = "--before",
            paramLabel = "N",
            description =
                    "Steps from that law to P. Default: 1 of plain, smart and continuous, as in P6; 0 of p5, as in P5, and"
                            + " of files.")
    private Integer before;

    @Option(
            names = "--a",
            paramLabel = "NAMES",
            description = "Variables of part A: NAME,NAME; all others are B. Default: the file's split.")
    private String a;

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description =
                    "Of plain and smart: widths e of P6's narrow distributions, e,e,e (default 0.1 to 1e-10 by decades).")
    private String epsilons;

    @Option(
            names = "--gain",
            paramLabel = "K",
            defaultValue = "0.3",
            description = "Of continuous: k in sR' = sR - k sT" + DEFAULT)
    private double gain;

    @Option(
            names = "--side",
            paramLabel = "E",
            defaultValue = "0.1",
            description = "Of continuous: side of the square that it begins with" + DEFAULT)
    private double side;

    @Option(
            names = "--centre",
            paramLabel = "S",
            defaultValue = "10",
            description = "Of continuous: the square's centre, of both states" + DEFAULT)
    private double centre;

    @Option(
            names = "--theta",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of continuous: where nonlinear heaters saturate" + DEFAULT)
    private double theta;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Of continuous: points of an estimate" + DEFAULT)
    private int samples;

    @Option(
            names = "--neighbours",
            paramLabel = "K",
            defaultValue = "4",
            description = "Of continuous: which neighbour the estimates use" + DEFAULT)
    private int neighbours;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "8",
            description = "Of continuous: independent estimates of each number" + DEFAULT)
    private int repeats;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var threads = common.resolvedThreads();
        var config = config(threads);
        var again = CommandText.again(spec.commandLine().getParseResult().originalArgs());
        return new ExperimentRun(common, again).run(new OptimizingEntropy(), config, threads);
    }

    private EntropyConfig config(int threads) {
        var name = system != null ? system : named != null ? named : "smart";
        if (name.equals("continuous")) {
            require(
                    start == null,
                    "--start is of finite systems: continuous begins with a square, --side and --centre");
            require(a == null, "--a is of finite systems: leave it out with continuous");
            var continuous = new EntropyConfig.Continuous(
                    new LinearThermostat(gain, side, centre), theta, samples, neighbours, repeats);
            return config(name, null, continuous, 1, List.of(), threads);
        }
        var thermostat = Arrays.stream(Thermostat.values())
                .filter(one -> one.toString().equals(name))
                .findFirst();
        if (thermostat.isPresent()) {
            var law = start == null ? "uniform" : start;
            var finite = split(EntropyConfig.Finite.of(thermostat.get(), law));
            var widths = epsilons == null ? EntropyConfig.DECADES : NumberList.doubles("--epsilon", epsilons);
            return config(name, finite, null, law.equals("p5") ? 0 : 1, widths, threads);
        }
        require(
                Files.exists(Path.of(name)),
                "no system %s: give plain, smart, continuous or a YAML file that is there",
                name);
        require(epsilons == null, "--epsilon is of plain and smart: leave it out with %s", name);
        var finite = split(SystemFile.read(Path.of(name), start == null ? "file" : start));
        return config(name, finite, null, 0, List.of(), threads);
    }

    private EntropyConfig.Finite split(EntropyConfig.Finite finite) {
        return a == null ? finite : finite.withA(List.of(a.split(",", -1)));
    }

    private EntropyConfig config(
            String name,
            EntropyConfig.Finite finite,
            EntropyConfig.Continuous continuous,
            int usualBefore,
            List<Double> widths,
            int threads) {
        return new EntropyConfig(
                name,
                finite,
                continuous,
                steps,
                before == null ? usualBefore : before,
                widths,
                common.seed,
                common.engine,
                threads);
    }
}
