package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The options of a command's subjects, one mixin a subject. */
final class SubjectOptions {
    private SubjectOptions() {}

    /** What a configuration file holds of a mixin: every option that has a value, as the command line spells it. */
    static Map<String, Object> values(CommandSpec spec, String mixin) {
        var values = new LinkedHashMap<String, Object>();
        for (var option : spec.mixins().get(mixin).options()) {
            Object value = option.getValue();
            if (value != null) {
                values.put(option.longestName().substring(2).replace('-', '_'), spelled(value));
            }
        }
        return values;
    }

    private static Object spelled(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value instanceof Number ? value : value.toString();
    }

    /**
     * Makes sure that the command line gives none of a mixin's options, which would go unheard. Configuration files may
     * hold more than is used.
     *
     * @param of   the subject that they are of
     * @param name the subject that is run
     */
    static void requireNoneGiven(CommandSpec spec, String mixin, String of, String name) {
        for (var option : spec.mixins().get(mixin).options()) {
            requireNotGiven(spec, option.longestName(), of, name);
        }
    }

    /** The same of one option. */
    static void requireNotGiven(CommandSpec spec, String option, String of, String name) {
        require(
                !spec.commandLine().getParseResult().hasMatchedOption(option),
                "%s is of %s: leave it out with %s",
                option,
                of,
                name);
    }
}
