package org.basinlab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.landscape.Expression.parameter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Expression.Function;
import org.basinlab.landscape.Tape;
import org.junit.jupiter.api.Test;

/** Bounds of rounding against arithmetic of 60 digits. */
class RunningErrorTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final int INPUTS = 4;

    @Test
    void boundsHoldOnRandomPrograms() {
        var random = new Random(7);
        var sharp = 0;
        for (var trial = 0; trial < 2000; trial++) {
            var tape = Tape.of(List.of(formula(random, 4 + random.nextInt(20))), INPUTS);
            var inputs = random.doubles(INPUTS, -3, 3).toArray();
            var bound = new RunningError(tape).of(inputs)[0];
            var ours = tape.at(inputs)[0];
            var error = exact(tape, inputs)
                    .subtract(new BigDecimal(ours), DIGITS)
                    .abs()
                    .doubleValue();
            // To first order: what is left out is smaller by 1e-16 times some dozens of conditions.
            assertThat(error).as("trial %s of %s", trial, ours).isLessThanOrEqualTo(bound * (1 + 1e-6));
            sharp += error > bound / 100 ? 1 : 0;
        }
        assertThat(sharp).as("bounds that are of the size of the error").isGreaterThan(1000);
    }

    private static Expression formula(Random random, int operations) {
        var parts = new ArrayList<Expression>();
        for (var i = 0; i < INPUTS; i++) {
            parts.add(parameter(i));
        }
        for (var k = 0; k < operations; k++) {
            var left = parts.get(random.nextInt(parts.size()));
            var right = parts.get(random.nextInt(parts.size()));
            parts.add(
                    switch (random.nextInt(9)) {
                        case 0, 1 -> left.plus(right);
                        case 2 -> left.minus(right);
                        case 3 -> left.times(right).times(constant(0.37));
                        // Never near a pole.
                        case 4 -> left.over(right.times(right).plus(constant(0.7)));
                        case 5 -> constant(random.nextDouble()).minus(left);
                        case 6 -> left.apply(Function.ABS).plus(constant(0.3)).apply(Function.SQRT);
                        case 7 -> constant(1.3).over(left.apply(Function.ABS).plus(constant(0.9)));
                        default -> left.times(constant(random.nextGaussian())).over(constant(1.7));
                    });
        }
        return parts.get(parts.size() - 1).plus(parts.get(parts.size() - 2));
    }

    private static BigDecimal exact(Tape tape, double[] inputs) {
        var values = new BigDecimal[tape.registers()];
        for (var i = 0; i < inputs.length; i++) {
            values[i] = new BigDecimal(inputs[i]);
        }
        for (var i : tape.instructions()) {
            var a = i.left() < 0 ? BigDecimal.ZERO : values[i.left()];
            var b = i.right() < 0 ? BigDecimal.ZERO : values[i.right()];
            var c = new BigDecimal(i.constant());
            values[i.to()] = switch (i.kind()) {
                case CONSTANT -> c;
                case ADD -> a.add(b, DIGITS);
                case SUBTRACT -> a.subtract(b, DIGITS);
                case MULTIPLY -> a.multiply(b, DIGITS);
                case DIVIDE -> a.divide(b, DIGITS);
                case ADD_CONSTANT -> a.add(c, DIGITS);
                case CONSTANT_MINUS -> c.subtract(a, DIGITS);
                case MULTIPLY_CONSTANT -> a.multiply(c, DIGITS);
                case DIVIDE_BY_CONSTANT -> a.divide(c, DIGITS);
                case CONSTANT_OVER -> c.divide(a, DIGITS);
                case NEGATE -> a.negate();
                case ABS -> a.abs();
                case SQRT -> a.sqrt(DIGITS);
                default -> throw new AssertionError(i.kind());
            };
        }
        return values[tape.outputs()[0]];
    }
}
