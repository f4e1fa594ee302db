package org.basinlab.landscape;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.basinlab.landscape.Expression.Function;
import org.basinlab.landscape.Expression.Operator;

/** Formulas drawn at random, as a user could build them. */
final class Expressions {
    private Expressions() {}

    /** Up to four operations deep. */
    static Arbitrary<Expression> any(int parameters) {
        return any(parameters, 4);
    }

    private static Arbitrary<Expression> any(int parameters, int depth) {
        var numbers = Arbitraries.doubles().between(-4, 4).map(Expression::constant);
        var leaf = Arbitraries.frequencyOf(
                Tuple.of(1, numbers),
                Tuple.of(3, Arbitraries.integers().between(0, parameters - 1).map(Expression::parameter)));
        if (depth == 0) {
            return leaf.withoutEdgeCases();
        }
        var part = any(parameters, depth - 1);
        var binary = Combinators.combine(Arbitraries.of(Operator.values()), part, part)
                .as((o, a, b) -> switch (o) {
                    case ADD -> a.plus(b);
                    case SUBTRACT -> a.minus(b);
                    case MULTIPLY -> a.times(b);
                    case DIVIDE -> a.over(b);
                });
        var unary = Combinators.combine(Arbitraries.of(Function.values()), part)
                .as((f, a) -> f == Function.NEGATE ? a.negate() : a.apply(f));
        var power = Combinators.combine(part, Arbitraries.integers().between(-3, 5))
                .as((a, n) -> a.power(Expression.constant(n)));
        return Arbitraries.oneOf(leaf, binary, unary, power).withoutEdgeCases();
    }
}
