package org.basinlab.landscape;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A formula in one parameter W, or in several, as a tree that is never changed; equal formulas are equal objects by
 * {@code equals}, and their text, by {@code toString}, is read back by {@link Formulas}.
 *
 * <p>Building folds constants, drops zeros and ones, moves minus signs to where they cost nothing and joins two constant
 * factors, no more. Parts may be shared, and a formula may be deeper than a thread's stack: every walk is a loop over
 * distinct parts.
 */
public sealed interface Expression {
    /** A number. */
    record Constant(double value) implements Expression {
        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /**
     * W, or one of several parameters.
     *
     * @param index 0 for W
     */
    record Parameter(int index) implements Expression {
        /** W. */
        public Parameter() {
            this(0);
        }

        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** Two operands. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public boolean equals(Object other) {
            return Structure.same(this, other);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** A function of one operand. */
    record Unary(Function function, Expression operand) implements Expression {
        @Override
        public boolean equals(Object other) {
            return Structure.same(this, other);
        }

        @Override
        public int hashCode() {
            return Structure.hash(this);
        }

        @Override
        public String toString() {
            return ExpressionText.of(this);
        }
    }

    /** Of two operands. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE;

        double of(double left, double right) {
            return switch (this) {
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case DIVIDE -> left / right;
            };
        }
    }

    /**
     * Of one operand. {@code SIGN} is 0 at 0; {@code SIGMOID} is 1 / (1 + e^-x) and {@code SOFTPLUS} its integral,
     * log(1 + e^x). These two are functions and not formulas so that their derivatives neither overflow nor cancel.
     */
    enum Function {
        NEGATE,
        EXP,
        LOG,
        SQRT,
        SIN,
        COS,
        TANH,
        ABS,
        SIGN,
        SIGMOID,
        SOFTPLUS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        double of(double x) {
            return switch (this) {
                case NEGATE -> -x;
                case EXP -> Math.exp(x);
                case LOG -> Math.log(x);
                case SQRT -> Math.sqrt(x);
                case SIN -> Math.sin(x);
                case COS -> Math.cos(x);
                case TANH -> Math.tanh(x);
                case ABS -> Math.abs(x);
                case SIGN -> Math.signum(x);
                case SIGMOID -> 1 / (1 + Math.exp(-x));
                case SOFTPLUS -> 0.5 * (x + Math.abs(x)) + Math.log(1 + Math.exp(-Math.abs(x)));
            };
        }
    }

    /** W itself. */
    static Expression parameter() {
        return new Parameter();
    }

    /** One of several parameters, counted from 0. */
    static Expression parameter(int index) {
        return new Parameter(index);
    }

    /** A number. */
    static Expression constant(double value) {
        return new Constant(value);
    }

    /** Whether it is this number. */
    private boolean is(double number) {
        return this instanceof Constant constant && constant.value == number;
    }

    /** this + other. */
    default Expression plus(Expression other) {
        if (is(0)) {
            return other;
        }
        if (negated(this)) {
            return other.minus(negate());
        }
        if (negated(other)) {
            return minus(other.negate());
        }
        return other.is(0) ? this : folded(Operator.ADD, other);
    }

    /** this - other. */
    default Expression minus(Expression other) {
        if (is(0)) {
            return other.negate();
        }
        if (negated(other)) {
            return plus(other.negate());
        }
        return other.is(0) ? this : folded(Operator.SUBTRACT, other);
    }

    /** this x other. */
    default Expression times(Expression other) {
        if (is(0) || other.is(0)) {
            return constant(0);
        }
        if (this instanceof Constant factor) {
            return other.scaled(factor.value);
        }
        if (other instanceof Constant factor) {
            return scaled(factor.value);
        }
        if (negated(this)) {
            return negate().times(other).negate();
        }
        return negated(other) ? times(other.negate()).negate() : folded(Operator.MULTIPLY, other);
    }

    /** this / other. */
    default Expression over(Expression other) {
        if (is(0)) {
            return constant(0);
        }
        if (negated(this)) {
            return negate().over(other).negate();
        }
        return other.is(1) ? this : folded(Operator.DIVIDE, other);
    }

    /** factor x this, the factor neither 0 nor NaN. */
    private Expression scaled(double factor) {
        if (factor == 1) {
            return this;
        }
        if (factor == -1) {
            return negate();
        }
        if (negated(this)) {
            return negate().scaled(-factor);
        }
        if (this instanceof Constant constant) {
            return constant(factor * constant.value);
        }
        if (this instanceof Binary b && b.operator == Operator.MULTIPLY && b.left instanceof Constant inner) {
            var both = factor * inner.value;
            // Where the product of the factors is not a normal number, joining them would lose what W could save.
            if (Math.abs(both) >= Double.MIN_NORMAL && Math.abs(both) <= Double.MAX_VALUE) {
                return b.right.scaled(both);
            }
        }
        return new Binary(Operator.MULTIPLY, constant(factor), this);
    }

    private Expression folded(Operator operator, Expression other) {
        return this instanceof Constant left && other instanceof Constant right
                ? constant(operator.of(left.value, right.value))
                : new Binary(operator, this, other);
    }

    /** -this. */
    default Expression negate() {
        if (this instanceof Unary u && u.function == Function.NEGATE) {
            return u.operand;
        }
        if (this instanceof Binary b) {
            if (b.operator == Operator.SUBTRACT) {
                return b.right.minus(b.left);
            }
            if (b.operator == Operator.MULTIPLY && hasFactor(b.left)) {
                return b.left.negate().times(b.right);
            }
            if (b.operator == Operator.MULTIPLY && hasFactor(b.right)) {
                return b.left.times(b.right.negate());
            }
        }
        return apply(Function.NEGATE);
    }

    private static boolean negated(Expression e) {
        return e instanceof Unary u && u.function == Function.NEGATE;
    }

    /** Whether its sign is that of a constant, which can be changed for nothing. */
    private static boolean hasFactor(Expression e) {
        return e instanceof Constant
                || e instanceof Binary b && b.operator == Operator.MULTIPLY && b.left instanceof Constant;
    }

    /** e^this. */
    default Expression exp() {
        return apply(Function.EXP);
    }

    /** f(this). */
    default Expression apply(Function f) {
        return this instanceof Constant constant ? constant(f.of(constant.value)) : new Unary(f, this);
    }

    /**
     * this^exponent: by multiplication for whole exponents up to 1024 in size, a square root for one half, else
     * {@code exp(exponent log this)}, which needs a positive base.
     */
    default Expression power(Expression exponent) {
        if (exponent instanceof Constant c && c.value == Math.rint(c.value) && Math.abs(c.value) <= 1024) {
            var power = power((int) Math.abs(c.value));
            return c.value < 0 ? constant(1).over(power) : power;
        }
        if (exponent.is(0.5)) {
            return apply(Function.SQRT);
        }
        return exponent.times(apply(Function.LOG)).exp();
    }

    private Expression power(int n) {
        if (n == 0) {
            return constant(1);
        }
        var half = power(n / 2);
        var square = half.times(half);
        return n % 2 == 0 ? square : square.times(this);
    }

    /** Its value at w. To be asked once: for many values make a {@link Tape}, or a {@link Formula}. */
    default double at(double... parameters) {
        return Tape.of(List.of(this), parameters.length).at(parameters)[0];
    }

    /** d/dW. */
    default Expression derivative() {
        return derivative(0);
    }

    /** The derivative with respect to one parameter, counted from 0. */
    default Expression derivative(int index) {
        return derivative(i -> constant(i == index ? 1 : 0));
    }

    /**
     * The derivative along a direction v: the sum of v_i d/dp_i over the parameters p_i.
     *
     * @param direction v_i, a formula itself, by the parameter's index
     */
    default Expression derivative(IntFunction<Expression> direction) {
        return Structure.derivative(this, direction);
    }

    /**
     * This formula of other formulas.
     *
     * @param values what stands in the place of each parameter, by its index
     */
    default Expression of(IntFunction<Expression> values) {
        return Structure.substituted(this, values);
    }

    /** The indices of the parameters that it is of. */
    default Set<Integer> parameters() {
        return Structure.parameters(this);
    }

    /** This, but low where it is less and high where it is more; its slope at the two kinks is the mean of both sides'. */
    default Expression clamp(double low, double high) {
        return clamp(constant(low), constant(high));
    }

    /** This, but low where it is less and high where it is more. */
    default Expression clamp(Expression low, Expression high) {
        var above = minus(low).apply(Function.ABS);
        var below = minus(high).apply(Function.ABS);
        return low.plus(high).plus(above).minus(below).times(constant(0.5));
    }
}
