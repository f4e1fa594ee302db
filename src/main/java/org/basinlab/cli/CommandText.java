package org.basinlab.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Arguments as a shell would take them again. */
final class CommandText {
    private CommandText() {}

    static String of(List<String> arguments) {
        return arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
