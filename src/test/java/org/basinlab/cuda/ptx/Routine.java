package org.basinlab.cuda.ptx;

import java.util.List;

/**
 * A kernel or a device function.
 *
 * @param line       where it is declared
 * @param name       its name
 * @param kernel     whether it is an entry that the host launches
 * @param results    where a function leaves what it returns
 * @param parameters what it is given
 * @param maxThreads the most threads a block may have ({@code .maxntid}), 0 if nothing is said
 * @param body       null where it is declared only
 */
record Routine(
        int line,
        String name,
        boolean kernel,
        List<Variable> results,
        List<Variable> parameters,
        int maxThreads,
        List<Item> body) {}
