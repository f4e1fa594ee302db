package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.basinlab.experiment.InputException;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.localize.Replication;
import org.basinlab.sweep.OptionReader;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Points of a sweep over {@code basin localize}, read by its own command: one replica, without nulls or a picture, for
 * a sweep keeps the numbers alone. From one thread at a time.
 */
final class LocalizeOptions implements OptionReader<LocalizeConfig> {
    private static final String NO_PICTURES = "a sweep draws no pictures and no nulls";
    private static final String NO_NETWORKS = "a sweep keeps no networks, and begins from drawn parameters";
    private static final String OF_THE_SWEEP = "it is an option of the sweep itself";
    private static final Map<String, String> NOT_SWEPT = Map.ofEntries(
            Map.entry("seed", "give --seeds, such as 1..50"),
            Map.entry("replicas", "give --seeds: every run of a sweep is one replica"),
            Map.entry("engine", "give --engine"),
            Map.entry("threads", "no result depends on it: give --threads"),
            Map.entry("device_profile", "no result depends on it: give --device-profile"),
            Map.entry("null_draws", NO_PICTURES),
            Map.entry("colour", NO_PICTURES),
            Map.entry("save_networks", NO_NETWORKS),
            Map.entry("initial_network", NO_NETWORKS),
            Map.entry("out", OF_THE_SWEEP),
            Map.entry("config", OF_THE_SWEEP),
            Map.entry("json", OF_THE_SWEEP),
            Map.entry("quiet", OF_THE_SWEEP),
            Map.entry("help", OF_THE_SWEEP),
            Map.entry("version", OF_THE_SWEEP));
    private static final Set<String> WITHOUT_EFFECT = Set.of("threads", "replicas", "null_draws", "colour");

    private final String engine;
    private final LocalizeCommand command = new LocalizeCommand();
    private final CommandLine parser = new CommandLine(command);
    private final Map<String, OptionSpec> options;

    /**
     * For runs on an engine.
     *
     * @param engine its name
     */
    LocalizeOptions(String engine) {
        this.engine = engine;
        Spelled.teach(parser);
        this.options = parser.getCommandSpec().options().stream()
                .collect(Collectors.toMap(
                        option -> option.longestName().substring(2).replace('-', '_'),
                        option -> option,
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Override
    public String option(String written) {
        var name = written.strip().replace('-', '_');
        if (!options.containsKey(name)) {
            var sweepable = options.keySet().stream()
                    .filter(known -> !NOT_SWEPT.containsKey(known))
                    .toList();
            throw new InputException(name + " is no option of basin localize"
                    + Nearest.to(name, sweepable)
                            .map(near -> ", did you mean " + near + "?")
                            .orElse("; there are " + String.join(", ", sweepable)));
        }
        require(!NOT_SWEPT.containsKey(name), "%s cannot be swept over: %s", name, NOT_SWEPT.get(name));
        return name;
    }

    @Override
    public boolean whole(String option) {
        var type = options.get(option).typeInfo();
        return isWhole(type.getType()) || type.getAuxiliaryTypes().length == 1 && isWhole(type.getAuxiliaryTypes()[0]);
    }

    @Override
    public LocalizeConfig config(Map<String, String> point) {
        var arguments = point.entrySet().stream()
                .map(option -> options.get(option.getKey()).longestName() + "=" + option.getValue())
                .collect(Collectors.toList());
        arguments.add("--engine=" + engine);
        arguments.add("--null-draws=0");
        try {
            parser.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof InputException input) {
                    throw input;
                }
            }
            throw new InputException(e.getMessage(), e);
        }
        var config = command.config(0);
        require(
                config.activations().size() == 1,
                "activation=%s: a run of a sweep has one activation: give each as a value of its own",
                point.get("activation"));
        Engines.requireKnown(Training.of(config));
        return config;
    }

    @Override
    public LocalizeConfig seeded(LocalizeConfig config, long seed) {
        var one = config.replication();
        return new LocalizeConfig(
                config.network(),
                config.activations(),
                config.schedule(),
                config.digits(),
                config.data(),
                config.initialNetwork(),
                config.colour(),
                new Replication(seed, one.replicas(), one.nullDraws(), one.engine(), one.threads()));
    }

    @Override
    public Map<String, Object> options(LocalizeConfig config) {
        var relevant = new LinkedHashMap<>(config.options());
        relevant.keySet().removeAll(WITHOUT_EFFECT);
        return relevant;
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }
}
