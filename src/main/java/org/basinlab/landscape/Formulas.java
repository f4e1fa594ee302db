package org.basinlab.landscape;

import static org.basinlab.landscape.Expression.constant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.basinlab.landscape.Expression.Function;

/**
 * Reads formulas that users type, such as {@code -exp(-(w-2)^2) - 2*exp(-50*(w-1)^2)}.
 *
 * <p>There are numbers (1, .5, 1e-3; in double precision), the parameter {@code w} or {@code W}, {@code pi} and
 * {@code e}, {@code + - * / ^} and parentheses, and functions of one argument: {@code exp}, {@code log} and {@code ln}
 * (both natural), {@code sqrt}, {@code sin}, {@code cos}, {@code tan} (of radians), {@code sinh}, {@code cosh},
 * {@code tanh}, {@code abs}, {@code sign}, {@code sigmoid} and {@code softplus}; names in any case. {@code ^} binds
 * tighter than a sign before it, {@code -w^2 = -(w^2)}, and groups to the right, {@code 2^3^2 = 2^9}. Every
 * multiplication is written: 2w is refused, for 1/2w and 2exp(w) would be read in two ways.
 *
 * <p>Whatever cannot be read is refused in one line that names the place, by an
 * {@link org.basinlab.experiment.InputException}.
 */
public final class Formulas {
    /** The parameter's name, in lower case. */
    static final List<String> LINE = List.of("w");
    /** The names of two parameters. */
    static final List<String> PLANE = List.of("x", "y");

    static final Map<String, Expression> CONSTANTS = Map.of("pi", constant(Math.PI), "e", constant(Math.E));

    /** By name, in alphabetical order. */
    static final Map<String, UnaryOperator<Expression>> FUNCTIONS = functions();

    private Formulas() {}

    /**
     * The datapoint loss of W with this formula.
     *
     * @throws org.basinlab.experiment.InputException if it cannot be read
     */
    public static Formula parse(String text) {
        return new Formula(new FormulaReader("--datapoint", text, LINE).read());
    }

    /**
     * The datapoint loss of {@code x} and {@code y} with this formula.
     *
     * @throws org.basinlab.experiment.InputException if it cannot be read
     */
    public static PlaneFormula parsePlane(String text) {
        return new PlaneFormula(new FormulaReader("the formula", text, PLANE).read());
    }

    /**
     * A formula of named quantities: parameter i stands for the i-th name.
     *
     * @param what  it is, for messages
     * @param names in lower case; a text may have them in any
     * @throws org.basinlab.experiment.InputException if it cannot be read
     */
    public static Expression parse(String what, String text, List<String> names) {
        return new FormulaReader(what, text, names).read();
    }

    /** Whether a name means something in formulas already. */
    public static boolean isTaken(String name) {
        return CONSTANTS.containsKey(name) || FUNCTIONS.containsKey(name);
    }

    private static Map<String, UnaryOperator<Expression>> functions() {
        var all = new TreeMap<String, UnaryOperator<Expression>>();
        for (var f : Function.values()) {
            if (f != Function.NEGATE) {
                all.put(f.toString(), x -> x.apply(f));
            }
        }
        all.put("ln", x -> x.apply(Function.LOG));
        all.put("tan", x -> x.apply(Function.SIN).over(x.apply(Function.COS)));
        all.put("cosh", Formulas::cosh);
        // Not the difference of two exponentials, which cancel near 0.
        all.put("sinh", x -> x.apply(Function.TANH).times(cosh(x)));
        return all;
    }

    private static Expression cosh(Expression x) {
        return x.exp().plus(x.negate().exp()).times(constant(0.5));
    }
}
