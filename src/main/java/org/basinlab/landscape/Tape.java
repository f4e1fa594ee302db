package org.basinlab.landscape;

import java.util.List;

/**
 * Formulas as one straight-line program: what they have in common is computed once, what no output needs not at all. A
 * plain list of instructions on numbered registers, for interpreters of every kind: one number at a time here, blocks of
 * walkers elsewhere.
 *
 * <p>Registers 0 to {@link #parameters} - 1 hold the parameters before the first instruction and keep them. Every
 * instruction reads its operands before it writes, and may write to the register of one. Results are those of the
 * formulas evaluated as they are built, bit for bit where the functions are the same.
 */
public final class Tape {
    /** What an instruction does; c is its constant. */
    public enum Kind {
        /** c. */
        CONSTANT,
        /** left + right. */
        ADD,
        /** left - right. */
        SUBTRACT,
        /** left x right. */
        MULTIPLY,
        /** left / right. */
        DIVIDE,
        /** left + c. */
        ADD_CONSTANT,
        /** c - left. */
        CONSTANT_MINUS,
        /** left x c. */
        MULTIPLY_CONSTANT,
        /** left / c. */
        DIVIDE_BY_CONSTANT,
        /** c / left. */
        CONSTANT_OVER,
        /** -left. */
        NEGATE,
        /** e^left. */
        EXP,
        /** The natural logarithm. */
        LOG,
        /** The square root. */
        SQRT,
        /** The sine, of radians. */
        SIN,
        /** The cosine, of radians. */
        COS,
        /** The hyperbolic tangent. */
        TANH,
        /** |left|. */
        ABS,
        /** 1, -1, or 0 at 0. */
        SIGN;

        double of(double left, double right, double c) {
            return switch (this) {
                case CONSTANT -> c;
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case DIVIDE -> left / right;
                case ADD_CONSTANT -> left + c;
                case CONSTANT_MINUS -> c - left;
                case MULTIPLY_CONSTANT -> left * c;
                case DIVIDE_BY_CONSTANT -> left / c;
                case CONSTANT_OVER -> c / left;
                case NEGATE -> -left;
                case EXP -> Math.exp(left);
                case LOG -> Math.log(left);
                case SQRT -> Math.sqrt(left);
                case SIN -> Math.sin(left);
                case COS -> Math.cos(left);
                case TANH -> Math.tanh(left);
                case ABS -> Math.abs(left);
                case SIGN -> Math.signum(left);
            };
        }
    }

    /**
     * One instruction.
     *
     * @param kind     what it does
     * @param to       the register it writes
     * @param left     the register of its operand, or of the first; -1 for none
     * @param right    the register of the second; -1 for none
     * @param constant c; 0 where it has none
     */
    public record Instruction(Kind kind, int to, int left, int right, double constant) {
        /** What it gives for these operands. */
        public double of(double leftValue, double rightValue) {
            return kind.of(leftValue, rightValue, constant);
        }
    }

    private final List<Instruction> instructions;
    private final Instruction[] program;
    private final int parameters;
    private final int registers;
    private final int[] outputs;

    Tape(List<Instruction> instructions, int parameters, int registers, int[] outputs) {
        this.instructions = List.copyOf(instructions);
        this.program = instructions.toArray(new Instruction[0]);
        this.parameters = parameters;
        this.registers = registers;
        this.outputs = outputs;
    }

    /** The program that computes these formulas of W. */
    public static Tape of(List<? extends Expression> outputs) {
        return of(outputs, 1);
    }

    /** The program that computes these formulas of so many parameters. */
    public static Tape of(List<? extends Expression> outputs, int parameters) {
        return new TapeWriter(parameters).write(outputs);
    }

    /** In the order they are to be done. */
    public List<Instruction> instructions() {
        return instructions;
    }

    /** How many parameters there are. */
    public int parameters() {
        return parameters;
    }

    /** How many registers there are, those of the parameters included. */
    public int registers() {
        return registers;
    }

    /** The registers that hold the outputs after the last instruction, in the order asked for; two may be the same. */
    public int[] outputs() {
        return outputs.clone();
    }

    /** Runs the program at w; {@code registers}, at least {@link #registers} of them, is modified. */
    public void evaluate(double w, double[] registers) {
        registers[0] = w;
        run(registers);
    }

    /** The outputs for these parameters. */
    public double[] at(double... parameters) {
        var values = new double[registers];
        System.arraycopy(parameters, 0, values, 0, this.parameters);
        return outputsOf(values);
    }

    /**
     * The outputs, for the parameters that the first registers hold.
     *
     * @param registers at least {@link #registers} of them; modified
     */
    public double[] outputsOf(double[] registers) {
        run(registers);
        var results = new double[outputs.length];
        for (var i = 0; i < results.length; i++) {
            results[i] = registers[outputs[i]];
        }
        return results;
    }

    /**
     * Runs the program for the parameters that the first registers hold, and tells one piece from another of a function with
     * kinks.
     *
     * @param registers at least {@link #registers} of them; modified
     * @param hash      of what was run before
     * @return that hash, mixed with the sign of every operand of |x| and sign(x): equal where all are
     */
    public long piece(double[] registers, long hash) {
        var mixed = hash;
        for (var i : program) {
            if (i.kind == Kind.ABS || i.kind == Kind.SIGN) {
                mixed = (mixed ^ (long) Math.signum(registers[i.left]) + 2) * 0x9E3779B97F4A7C15L;
                mixed ^= mixed >>> 29;
            }
            registers[i.to] = i.kind.of(registers[Math.max(i.left, 0)], registers[Math.max(i.right, 0)], i.constant);
        }
        return mixed;
    }

    /** The first output at w. */
    double first(double w) {
        var values = new double[registers];
        evaluate(w, values);
        return values[outputs[0]];
    }

    /** An output's value, after the program has run. */
    public double output(int i, double[] registers) {
        return registers[outputs[i]];
    }

    private void run(double[] values) {
        for (var i : program) {
            // Instructions without operands read a register that they do not use.
            values[i.to] = i.kind.of(values[Math.max(i.left, 0)], values[Math.max(i.right, 0)], i.constant);
        }
    }
}
