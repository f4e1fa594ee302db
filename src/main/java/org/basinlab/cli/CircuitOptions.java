package org.basinlab.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.basinlab.circuits.CircuitConfig;
import org.basinlab.circuits.Design;
import org.basinlab.circuits.Form;
import org.basinlab.circuits.InputGrid;
import org.basinlab.circuits.Operation;
import org.basinlab.experiment.InputException;
import picocli.CommandLine.Option;

/** Which circuit of set weights to build, and what to try it on (P9). */
final class CircuitOptions {
    @Option(
            names = "--inputs",
            paramLabel = "K",
            defaultValue = "8",
            description = "Of circuits: how many options to choose from (default ${DEFAULT-VALUE}).")
    private int inputs;

    @Option(
            names = "--form",
            paramLabel = "NAME",
            defaultValue = "tree",
            description =
                    "Of circuits: tree, or shallow: five at a time in two layers for max and min, all pairs at once for"
                            + " others (default ${DEFAULT-VALUE}).")
    private String form;

    @Option(
            names = "--relus",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of circuits: ReLUs of a maximum: 3 for all numbers, 2 for those of 0 and more (default"
                    + " ${DEFAULT-VALUE}).")
    private int relus;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of topk: how many (default ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--payload",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of select: numbers that go with an option (default ${DEFAULT-VALUE}).")
    private int payload;

    @Option(
            names = "--carry",
            paramLabel = "HOW",
            defaultValue = "lines",
            description = "Of select: payloads on lines of their own, or in the options' low digits (default"
                    + " ${DEFAULT-VALUE}).")
    private String carry;

    @Option(
            names = "--input-grid",
            paramLabel = "GRID",
            description =
                    "Of circuits: where inputs come from: grid:BITS (multiples of 2^-BITS in [0, 1)), grid:BITS:LOW:HIGH,"
                            + " or uniform:LOW:HIGH. Default: grid:24; grid:16 with --carry digits.")
    private String inputGrid;

    @Option(
            names = "--margin",
            paramLabel = "M",
            description =
                    "Of argmax and select, and topk and sort as --form shallow: by how much options differ that it tells"
                            + " apart, a power of two. Default: the grid's step, 2^-10 of the range of uniform.")
    private Double margin;

    @Option(
            names = "--vectors",
            paramLabel = "N",
            description =
                    "Of circuits: random inputs; a tenth of it of others. Default: 1000000, fewer for networks so large"
                            + " that these take minutes.")
    private Long vectors;

    CircuitConfig config(String operation) {
        InputException.require(relus == 2 || relus == 3, "--relus must be 2 or 3, got %s", relus);
        var digits = one("--carry", carry, "lines", "digits").equals("digits");
        var grid = inputGrid != null ? InputGrid.of(inputGrid) : digits ? new InputGrid(16, 0, 1) : InputGrid.DEFAULT;
        var what = Operation.valueOf(operation.toUpperCase(Locale.ROOT));
        InputException.require(
                !digits || what == Operation.SELECT, "--carry digits is of select: leave it out with %s", operation);
        var design = new Design(
                what,
                one("--form", form, "tree", "shallow").equals("tree") ? Form.TREE : Form.SHALLOW,
                inputs,
                top,
                payload,
                digits,
                relus == 3,
                grid,
                margin == null ? grid.margin() : margin);
        return vectors == null ? CircuitConfig.usual(design) : new CircuitConfig(design, vectors);
    }

    private static String one(String option, String value, String... known) {
        InputException.require(
                Arrays.asList(known).contains(value),
                "%s must be %s, got %s",
                option,
                Arrays.stream(known).collect(Collectors.joining(" or ")),
                value);
        return value;
    }
}
