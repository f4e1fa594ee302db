package org.basinlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments as a shell would take them. */
final class CommandText {
    private CommandText() {}

    /** The command that runs the same again, into a folder of its own. */
    static String again(List<String> arguments) {
        var kept = new ArrayList<String>();
        for (var i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--out")) {
                i++;
            } else if (!arguments.get(i).startsWith("--out=")) {
                kept.add(arguments.get(i));
            }
        }
        return "./basin " + kept.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
