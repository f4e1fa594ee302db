package org.basinlab.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.basinlab.experiment.InputException;
import org.basinlab.run.ConfigFile;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * Defaults from a configuration file: below what the command line says, above what is built in. A key is
 * the option's name with underscores; one that names no option is refused.
 */
public final class ConfigDefaults implements IDefaultValueProvider {
    private static final Set<String> NOT_IN_A_FILE = Set.of("config", "help", "version", "json", "quiet", "out");

    private final Path file;
    private Map<String, String> options;

    private ConfigDefaults(Path file) {
        this.file = file;
    }

    /** The defaults that the arguments name with {@code --config}, if they do. */
    public static Optional<ConfigDefaults> in(String... args) {
        var sought = new Sought();
        try {
            new CommandLine(sought).setUnmatchedOptionsArePositionalParams(true).parseArgs(args);
        } catch (ParameterException e) {
            // --config without a file: the real parse meets it too, and says so.
            return Optional.empty();
        }
        return Optional.ofNullable(sought.config).map(ConfigDefaults::new);
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.command().parent() == null) {
            return null;
        }
        // A sweep's file holds more than options, and the sweep reads it.
        if (option.command().userObject() instanceof SweepCommand) {
            return null;
        }
        if (options == null) {
            try {
                options = ConfigFile.read(file, option.command().name());
                requireKnown(option.command());
            } catch (InputException e) {
                throw new ParameterException(option.command().commandLine(), e.getMessage(), e);
            }
        }
        return options.get(key(option));
    }

    private void requireKnown(CommandSpec command) {
        var known = command.options().stream().map(ConfigDefaults::key).collect(Collectors.toSet());
        for (var key : options.keySet()) {
            InputException.require(
                    known.contains(key) && !NOT_IN_A_FILE.contains(key),
                    "%s: %s is no option of basin %s; its --help lists them (with underscores here)",
                    file,
                    key,
                    command.name());
        }
    }

    private static String key(OptionSpec option) {
        return option.longestName().substring(2).replace('-', '_');
    }

    private static final class Sought {
        @Option(names = "--config")
        private Path config;

        @Parameters
        private String[] rest;
    }
}
