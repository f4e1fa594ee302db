package org.basinlab.cli;

import java.util.List;

/** The experiments: the one list of them. Adding one is a package, a command, and a line here. */
public final class Catalogue {
    private Catalogue() {}

    /** A fresh command for each experiment. */
    public static List<Object> experiments() {
        return List.of(
                new LocalizeCommand(),
                new EscapeCommand(),
                new PathCommand(),
                new CurrentCommand(),
                new EntropyCommand(),
                new OpCommand(),
                new CircuitsCommand(),
                new KnowledgeCommand());
    }
}
