package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.UnivariateDifferentiableFunction;
import org.basinlab.landscape.Expression.Binary;
import org.basinlab.landscape.Expression.Constant;
import org.basinlab.landscape.Expression.Parameter;
import org.basinlab.landscape.Expression.Unary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    /** Truncated Taylor arithmetic on the same tree, and how large its parts become on the way. */
    private static final class Taylor {
        double largest;

        DerivativeStructure of(Expression e, DerivativeStructure w) {
            var value = parts(e, w);
            for (var derivative : value.getAllDerivatives()) {
                largest = Double.isFinite(derivative)
                        ? Math.max(largest, Math.abs(derivative))
                        : Double.POSITIVE_INFINITY;
            }
            return value;
        }

        private DerivativeStructure parts(Expression e, DerivativeStructure w) {
            if (e instanceof Constant c) {
                return new DerivativeStructure(1, 2, c.value());
            }
            if (e instanceof Parameter) {
                return w;
            }
            if (e instanceof Unary u) {
                var x = of(u.operand(), w);
                return switch (u.function()) {
                    case NEGATE -> x.negate();
                    case EXP -> x.exp();
                    case LOG -> x.log();
                    case SQRT -> x.sqrt();
                    case SIN -> x.sin();
                    case COS -> x.cos();
                    case TANH -> x.tanh();
                    case ABS -> away(x).abs();
                    case SIGN -> away(x).signum();
                    case SIGMOID -> x.negate().exp().add(1).reciprocal();
                    case SOFTPLUS -> x.exp().add(1).log();
                };
            }
            var b = (Binary) e;
            var left = of(b.left(), w);
            var right = of(b.right(), w);
            return switch (b.operator()) {
                case ADD -> left.add(right);
                case SUBTRACT -> left.subtract(right);
                case MULTIPLY -> left.multiply(right);
                case DIVIDE -> left.divide(right);
            };
        }

        /** At a kink there is no derivative to agree on, and next to it rounding decides the side. */
        private DerivativeStructure away(DerivativeStructure x) {
            largest = Math.abs(x.getValue()) < 1e-9 ? Double.POSITIVE_INFINITY : largest;
            return x;
        }
    }

    @Property(tries = 500, seed = "20261122")
    void derivativesAreThoseOfTaylorArithmetic(
            @ForAll("formulas") Expression e, @ForAll @DoubleRange(min = -2, max = 2) double w) {
        var taylor = new Taylor();
        var expected = taylor.of(e, new DerivativeStructure(1, 2, 0, w));
        // Beyond, both are rounding: each derivative is a few operations on parts up to the square of the largest.
        Assume.that(taylor.largest < 1e3);
        var formula = new Formula(e);
        // 2^-53 times 10^6 times some tens of operations.
        var tolerance = within(1e-8);
        assertThat(formula.value(w)).isCloseTo(expected.getValue(), tolerance);
        assertThat(formula.gradient(w)).isCloseTo(expected.getPartialDerivative(1), tolerance);
        assertThat(formula.curvature(w)).isCloseTo(expected.getPartialDerivative(2), tolerance);
    }

    @Provide
    Arbitrary<Expression> formulas() {
        return Expressions.any(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-exp(-(w-2)^2) - 2*exp(-5*(w-1)^2)",
                "sin(3*w)/(1+w^2)",
                "log(2+tanh(w))*cos(w)",
                "sqrt(w+3)^3 + w^1.7",
                "softplus(2*w-1)*sigmoid(w)",
                "tan(w/2) + sinh(w)*cosh(w) - abs(w)^3",
            })
    void centralDifferencesComeToTheDerivativesWithOrderTwo(String text) {
        var formula = Formulas.parse(text);
        for (var w : new double[] {0.37, 0.9, 1.61}) {
            // Steps at which truncation, h^2 times some units, is 10^6 times rounding, 2^-53 / h.
            double h = 4e-3;
            var at = w;
            assertOrderTwo(
                    step -> (formula.value(at + step) - formula.value(at - step)) / (2 * step), formula.gradient(w), h);
            assertOrderTwo(
                    step -> (formula.gradient(at + step) - formula.gradient(at - step)) / (2 * step),
                    formula.curvature(w),
                    h);
        }
    }

    private static void assertOrderTwo(DoubleUnaryOperator difference, double exact, double h) {
        var coarse = Math.abs(difference.applyAsDouble(h) - exact);
        var fine = Math.abs(difference.applyAsDouble(h / 2) - exact);
        // The next term, of order 4, is (h k)^2 / 20 of the first where the formula varies over 1 / k, k up to 10.
        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(2, within(0.05));
    }

    @Test
    void formulasAreEqualWhereTheirLossesAre() {
        assertThat(Formulas.parse("w^2 + 1"))
                .isEqualTo(Formulas.parse(" W*W+1 "))
                .hasSameHashCodeAs(Formulas.parse("w*w+1"));
        assertThat(Formulas.parse("w^2")).isNotEqualTo(Formulas.parse("w^3"));
    }

    @Test
    void lossesFromJavaAgreeWithFormulas() {
        var formula = Formulas.parse("exp(-w^2)*w");
        var own = DatapointLoss.of(new UnivariateDifferentiableFunction() {
            @Override
            public double value(double w) {
                return Math.exp(-w * w) * w;
            }

            @Override
            public DerivativeStructure value(DerivativeStructure w) {
                return w.multiply(w).negate().exp().multiply(w);
            }
        });
        for (var w = -2.0; w <= 2; w += 0.25) {
            // A few roundings of numbers near 1.
            assertThat(own.value(w)).isCloseTo(formula.value(w), within(1e-15));
            assertThat(own.gradient(w)).isCloseTo(formula.gradient(w), within(1e-15));
            assertThat(own.curvature(w)).isCloseTo(formula.curvature(w), within(4e-15));
        }
        assertThat(Landscape.of(formula, own).gradients())
                .as("no program for code")
                .isEmpty();
    }
}
