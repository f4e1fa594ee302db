package org.basinlab.dynamics;

import java.util.Arrays;
import org.basinlab.landscape.Tape;

/**
 * What rounding does to a straight-line program in double precision, to first order: beside every number a bound of its error,
 * moved by the derivative of each operation and added to by its own rounding, u = 2^-53 of the result (twice that for functions).
 * Running error analysis (J. H. Wilkinson 1960; N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 3.3).
 */
final class RunningError {
    /** Half the distance from 1 to the next number. */
    static final double U = 0x1p-53;

    private final Tape tape;
    private final double[] values;
    private final double[] errors;

    RunningError(Tape tape) {
        this.tape = tape;
        values = new double[tape.registers()];
        errors = new double[tape.registers()];
    }

    /** Bounds of the errors of the outputs, for parameters that are exact. */
    double[] of(double... parameters) {
        System.arraycopy(parameters, 0, values, 0, parameters.length);
        Arrays.fill(errors, 0);
        for (var i : tape.instructions()) {
            var a = i.left() < 0 ? 0 : values[i.left()];
            var b = i.right() < 0 ? 0 : values[i.right()];
            var ea = i.left() < 0 ? 0 : errors[i.left()];
            var eb = i.right() < 0 ? 0 : errors[i.right()];
            var result = i.of(a, b);
            errors[i.to()] = moved(i, a, b, ea, eb, result);
            values[i.to()] = result;
        }
        var outputs = tape.outputs();
        var bounds = new double[outputs.length];
        for (var k = 0; k < bounds.length; k++) {
            bounds[k] = errors[outputs[k]];
        }
        return bounds;
    }

    /** An output's value, as it was computed last. */
    double output(int k) {
        return tape.output(k, values);
    }

    private static double moved(Tape.Instruction i, double a, double b, double ea, double eb, double result) {
        var own = U * Math.abs(result);
        var c = i.constant();
        return switch (i.kind()) {
            case CONSTANT, SIGN -> 0;
            case ADD, SUBTRACT -> ea + eb + own;
            case MULTIPLY -> Math.abs(a) * eb + Math.abs(b) * ea + own;
            case DIVIDE -> (ea + Math.abs(result) * eb) / Math.abs(b) + own;
            case ADD_CONSTANT, CONSTANT_MINUS -> ea + own;
            case MULTIPLY_CONSTANT -> Math.abs(c) * ea + own;
            case DIVIDE_BY_CONSTANT -> ea / Math.abs(c) + own;
            case CONSTANT_OVER -> Math.abs(result / a) * ea + own;
            case NEGATE, ABS -> ea;
            case EXP -> Math.abs(result) * ea + 2 * own;
            case LOG -> ea / Math.abs(a) + 2 * own;
            case SQRT -> ea / (2 * Math.abs(result)) + own;
            case SIN -> Math.abs(Math.cos(a)) * ea + 2 * own;
            case COS -> Math.abs(Math.sin(a)) * ea + 2 * own;
            case TANH -> (1 - result * result) * ea + 2 * own;
        };
    }
}
