package org.basinlab.landscape.block;

import java.util.Arrays;
import org.basinlab.landscape.Tape;

/**
 * A {@link Tape} over arrays, in single precision: every instruction a loop over the block. Arithmetic loops are plain,
 * for the compiler makes vectors of them; functions but e^x are {@link StrictMath}'s, the same on every machine.
 */
public final class TapeFloats implements BlockTape<float[]> {
    private final Tape.Instruction[] program;
    private final float[][] registers;
    private final int[] outputs;
    private final Exponentials exponentials;

    /** For blocks of at most {@code size} numbers, a multiple of 16. */
    public TapeFloats(Tape tape, int size, Exponentials exponentials) {
        program = tape.instructions().toArray(Tape.Instruction[]::new);
        registers = new float[tape.registers()][size];
        outputs = tape.outputs();
        this.exponentials = exponentials;
    }

    /** Runs it for the first n of w, at most a block of them. */
    public void run(float[] w, int n) {
        registers[0] = w;
        run(n);
    }

    @Override
    public void run(float[][] parameters, int n) {
        System.arraycopy(parameters, 0, registers, 0, parameters.length);
        run(n);
    }

    private void run(int n) {
        for (var i : program) {
            var left = registers[Math.max(0, i.left())];
            var right = registers[Math.max(0, i.right())];
            run(i, left, right, registers[i.to()], n);
        }
    }

    @Override
    public float[] output(int k) {
        return registers[outputs[k]];
    }

    private void run(Tape.Instruction i, float[] a, float[] b, float[] to, int n) {
        var c = (float) i.constant();
        switch (i.kind()) {
            case CONSTANT -> Arrays.fill(to, 0, n, c);
            case ADD -> add(a, b, to, n);
            case SUBTRACT -> subtract(a, b, to, n);
            case MULTIPLY -> multiply(a, b, to, n);
            case DIVIDE -> divide(a, b, to, n);
            case ADD_CONSTANT -> add(a, c, to, n);
            case CONSTANT_MINUS -> subtract(c, a, to, n);
            case MULTIPLY_CONSTANT -> multiply(a, c, to, n);
            case DIVIDE_BY_CONSTANT -> divide(a, c, to, n);
            case CONSTANT_OVER -> divide(c, a, to, n);
            case NEGATE -> negate(a, to, n);
            case EXP -> exponentials.exp(a, to, n);
            case SQRT -> root(a, to, n);
            case ABS -> size(a, to, n);
            case LOG, SIN, COS, TANH, SIGN -> {
                for (var k = 0; k < n; k++) {
                    to[k] = (float) function(i.kind(), a[k]);
                }
            }
        }
    }

    private static double function(Tape.Kind kind, double x) {
        return switch (kind) {
            case LOG -> StrictMath.log(x);
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case TANH -> StrictMath.tanh(x);
            case SIGN -> Math.signum(x);
            default -> throw new IllegalArgumentException("no function: " + kind);
        };
    }

    private static void add(float[] a, float[] b, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = a[k] + b[k];
        }
    }

    private static void subtract(float[] a, float[] b, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = a[k] - b[k];
        }
    }

    private static void multiply(float[] a, float[] b, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = a[k] * b[k];
        }
    }

    private static void divide(float[] a, float[] b, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = a[k] / b[k];
        }
    }

    private static void add(float[] a, float c, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = a[k] + c;
        }
    }

    private static void subtract(float c, float[] a, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = c - a[k];
        }
    }

    private static void multiply(float[] a, float c, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = a[k] * c;
        }
    }

    private static void divide(float[] a, float c, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = a[k] / c;
        }
    }

    private static void divide(float c, float[] a, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = c / a[k];
        }
    }

    private static void negate(float[] a, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = -a[k];
        }
    }

    private static void root(float[] a, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = (float) Math.sqrt(a[k]);
        }
    }

    private static void size(float[] a, float[] to, int n) {
        for (var k = 0; k < n; k++) {
            to[k] = Math.abs(a[k]);
        }
    }
}
