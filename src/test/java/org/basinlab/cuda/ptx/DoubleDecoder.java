package org.basinlab.cuda.ptx;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Decodes arithmetic of doubles, exact as IEEE 754 has it. The seeds {@code rcp.approx.ftz.f64} and
 * {@code rsqrt.approx.ftz.f64} have only their upper 32 bits, as on a GPU.
 */
final class DoubleDecoder {
    private static final long UPPER = 0xffff_ffff_0000_0000L;

    private DoubleDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        if (s.opcode().equals("cvt")
                || s.words().size() < 2
                || !s.words().get(s.words().size() - 1).equals("f64")) {
            return null;
        }
        return switch (s.opcode()) {
            case "add", "sub", "mul", "div", "min", "max", "copysign" -> binary(s, o);
            case "fma", "mad" -> ternary(s, o);
            case "abs", "neg", "rcp", "sqrt", "rsqrt" -> unary(s, o);
            default -> null;
        };
    }

    private static Instruction binary(Statement s, Operands o) {
        int a = o.q(1);
        int b = o.q(2);
        int destination = o.qd(0);
        var rounding = Rounding.of(s);
        if (rounding == Rounding.NEAREST) {
            switch (s.opcode()) {
                case "add" -> {
                    return new HotDouble.AddF64(destination, a, b);
                }
                case "sub" -> {
                    return new HotDouble.SubF64(destination, a, b);
                }
                case "mul" -> {
                    return new HotDouble.MulF64(destination, a, b);
                }
                default -> {}
            }
        }
        DoubleBinaryOperator function = switch (s.opcode()) {
            case "add" -> rounding::add;
            case "sub" -> (x, y) -> rounding.add(x, -y);
            case "mul" -> rounding::multiply;
            case "div" -> rounding::divide;
            case "min" -> Floats::min;
            case "max" -> Floats::max;
            default -> (x, y) -> Math.copySign(y, x);
        };
        return new Elementwise.Binary64(
                destination,
                a,
                b,
                (x, y) -> Double.doubleToRawLongBits(
                        function.applyAsDouble(Double.longBitsToDouble(x), Double.longBitsToDouble(y))));
    }

    private static Instruction ternary(Statement s, Operands o) {
        var rounding = Rounding.of(s);
        if (rounding == Rounding.NEAREST) {
            return new HotDouble.FmaF64(o.qd(0), o.q(1), o.q(2), o.q(3));
        }
        return new Elementwise.Ternary64(
                o.qd(0),
                o.q(1),
                o.q(2),
                o.q(3),
                (a, b, c) -> Double.doubleToRawLongBits(rounding.fma(
                        Double.longBitsToDouble(a), Double.longBitsToDouble(b), Double.longBitsToDouble(c))));
    }

    private static Instruction unary(Statement s, Operands o) {
        var rounding = Rounding.of(s);
        if (s.has("ftz")) {
            DoubleUnaryOperator function = s.opcode().equals("rcp") ? a -> 1 / a : a -> 1 / Math.sqrt(a);
            return new Elementwise.Unary64(o.qd(0), o.q(1), a -> seed(a, function));
        }
        DoubleUnaryOperator function = switch (s.opcode()) {
            case "abs" -> Math::abs;
            case "neg" -> a -> -a;
            case "rcp" -> a -> rounding.divide(1.0, a);
            case "sqrt" -> rounding::sqrt;
            default -> a -> 1 / Math.sqrt(a);
        };
        return new Elementwise.Unary64(
                o.qd(0), o.q(1), a -> Double.doubleToRawLongBits(function.applyAsDouble(Double.longBitsToDouble(a))));
    }

    /** A function of the argument's upper half, and of that the upper half; both without subnormals. */
    private static long seed(long bits, DoubleUnaryOperator function) {
        double a = Double.longBitsToDouble(flush(bits & UPPER));
        return flush(Double.doubleToRawLongBits(function.applyAsDouble(a)) & UPPER);
    }

    private static long flush(long bits) {
        return (bits & 0x7ff0_0000_0000_0000L) == 0 ? bits & Long.MIN_VALUE : bits;
    }
}
