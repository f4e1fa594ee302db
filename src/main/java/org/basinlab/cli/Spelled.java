package org.basinlab.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.basinlab.current.NoiseConvention;
import org.basinlab.current.Scenario;
import org.basinlab.dynamics.Integrator;
import org.basinlab.escape.Method;
import org.basinlab.escape.Rule;
import org.basinlab.localize.Balance;
import org.basinlab.localize.FigureColour;
import org.basinlab.localize.ForkBalance;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options whose values are a few words: each is read by the spelling it prints, in either case. */
public final class Spelled {
    private Spelled() {}

    /** Teaches a command tree all of them. */
    public static void teach(CommandLine tree) {
        teach(tree, StandardActivation.class);
        teach(tree, FigureColour.class);
        teach(tree, Loss.class);
        teach(tree, Initialization.class);
        teach(tree, BiasInitialization.class);
        teach(tree, Balance.class);
        teach(tree, ForkBalance.class);
        teach(tree, Precision.class);
        teach(tree, Method.class);
        teach(tree, Rule.class);
        teach(tree, Scenario.class);
        teach(tree, NoiseConvention.class);
        teach(tree, Integrator.class);
        teach(tree, BenchCommand.What.class);
    }

    /** The value so spelled. */
    static <E extends Enum<E>> E read(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.toString().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                        + ", got " + text));
    }

    private static <E extends Enum<E>> void teach(CommandLine tree, Class<E> type) {
        ITypeConverter<E> reader = text -> read(type, text);
        tree.registerConverter(type, reader);
    }
}
