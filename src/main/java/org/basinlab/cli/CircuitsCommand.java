package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.basinlab.circuits.Operation;
import org.basinlab.experiment.InputException;
import org.basinlab.inner.InnerConfig;
import org.basinlab.inner.InnerSearch;
import org.basinlab.inner.Part;
import org.basinlab.network.Precision;
import org.basinlab.training.dl4j.NetworkFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin circuits}: P9. */
@Command(
        name = "circuits",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "How could a network hold a search, and does any? (P9)",
            "",
            "max, min, argmax, select, topk, sort: networks of ReLUs whose weights are set, with their depth, width, worst error in"
                    + " both precisions and what it can be at most.",
            "neuron: a layer whose units search. refine: a loop around a denoiser. register: an inner objective that is not the"
                    + " outer one. find: maxima in networks that were trained. all: everything. Each with Op (P7) where there is a"
                    + " mechanism, free against frozen and intact against broken.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin circuits                           the whole of P9, some two minutes",
            "  basin circuits max --inputs 1000 --json",
            "  basin circuits max --inputs 5 --form shallow",
            "  basin circuits max --inputs 64 --input-grid uniform:-1:1",
            "  basin circuits select --inputs 8 --payload 4",
            "  basin circuits select --inputs 8 --carry digits --input-grid grid:16",
            "  basin circuits sort --inputs 6 --save-network sort6.zip",
            "  basin circuits find --wild-seeds 10 --wild-widths 8,16,32",
        })
public final class CircuitsCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "max, min, argmax, select, topk, sort, neuron, refine, register, find or all (default all).")
    private String subject;

    @Option(
            names = "--subject",
            paramLabel = "SUBJECT",
            description = "The same as an option, as configuration files have it; SUBJECT wins over it.")
    private String named;

    @Mixin
    private CircuitOptions circuit;

    @Option(
            names = "--save-network",
            paramLabel = "FILE",
            description = "Of circuits: file to write the network to, in DL4J's format; nothing is overwritten but it.")
    private Path saveNetwork;

    @Mixin
    private NeuronOptions neuron;

    @Mixin
    private RefinementOptions refinement;

    @Mixin
    private RegistrationOptions registration;

    @Mixin
    private DetectionOptions detection;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/mnist",
            description = "Of refine and register: folder of images (default ${DEFAULT-VALUE}).")
    private String data;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var name = subject != null ? subject : named != null ? named : ALL;
        var parts = parts(name);
        require(
                saveNetwork == null || parts.contains(Part.CIRCUIT),
                "--save-network is of circuits: leave it out with %s",
                name);
        var threads = common.resolvedThreads();
        requireOwn(name, parts);
        org.basinlab.run.Part.ARRAYS.require("basin circuits");
        var config = config(name, parts, threads);
        save(config);
        var again = CommandText.again(spec.commandLine().getParseResult().originalArgs());
        return new ExperimentRun(common, again).run(new InnerSearch(InnerLibraries::new), config, threads);
    }

    /** Before the run, which would be for nothing if the network could not be written after it. */
    private void save(InnerConfig config) {
        if (saveNetwork != null) {
            require(!Files.isDirectory(saveNetwork), "--save-network %s is a folder: give a file", saveNetwork);
            NetworkFiles.save(config.circuit().design().circuit(24).parameters(), Precision.FLOAT32, 1, saveNetwork);
        }
    }

    /** What the command line says of other subjects would go unheard. */
    private void requireOwn(String name, Set<Part> parts) {
        for (var part : Part.values()) {
            if (!parts.contains(part)) {
                var of = part == Part.CIRCUIT ? "circuits" : part.subject();
                SubjectOptions.requireNoneGiven(spec, mixin(part), of, name);
            }
        }
        if (!parts.contains(Part.REFINEMENT) && !parts.contains(Part.REGISTRATION)) {
            SubjectOptions.requireNotGiven(spec, "--data", "refine and register", name);
        }
        if (!name.equals(Operation.TOPK.toString())) {
            SubjectOptions.requireNotGiven(spec, "--top", "topk", name);
        }
        if (!name.equals(Operation.SELECT.toString())) {
            SubjectOptions.requireNotGiven(spec, "--payload", "select", name);
            SubjectOptions.requireNotGiven(spec, "--carry", "select", name);
        }
    }

    /** The field above that holds a part's options. */
    private static String mixin(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private static Set<Part> parts(String name) {
        if (name.equals(ALL)) {
            return EnumSet.allOf(Part.class);
        }
        if (isOperation(name)) {
            return EnumSet.of(Part.CIRCUIT);
        }
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.CIRCUIT && part.subject().equals(name))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> new InputException("no subject " + name + ": give " + subjects()));
    }

    private static boolean isOperation(String name) {
        return Arrays.stream(Operation.values()).anyMatch(o -> o.toString().equals(name));
    }

    private static String subjects() {
        var names = new ArrayList<>(
                Arrays.stream(Operation.values()).map(Operation::toString).toList());
        Arrays.stream(Part.values())
                .filter(part -> part != Part.CIRCUIT)
                .map(Part::subject)
                .forEach(names::add);
        return String.join(", ", names) + " or " + ALL;
    }

    private InnerConfig config(String name, Set<Part> parts, int threads) {
        var operation = isOperation(name) ? name : Operation.MAX.toString();
        return new InnerConfig(
                parts,
                circuit.config(operation),
                neuron.config(),
                refinement.config(),
                registration.config(),
                detection.config(),
                data,
                common.seed,
                common.engine,
                threads,
                options(name, parts, threads));
    }

    /** What a configuration file holds: the subject, what the options of its parts came to, and the common ones. */
    private Map<String, Object> options(String name, Set<Part> parts, int threads) {
        var options = new LinkedHashMap<String, Object>();
        options.put("subject", name);
        for (var part : Part.values()) {
            if (parts.contains(part)) {
                options.putAll(SubjectOptions.values(spec, mixin(part)));
            }
        }
        if (parts.contains(Part.REFINEMENT) || parts.contains(Part.REGISTRATION)) {
            options.put("data", data);
        }
        options.put("seed", common.seed);
        options.put("engine", common.engine);
        options.put("threads", threads);
        return options;
    }
}
