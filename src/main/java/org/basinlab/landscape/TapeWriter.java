package org.basinlab.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.basinlab.landscape.Expression.Binary;
import org.basinlab.landscape.Expression.Constant;
import org.basinlab.landscape.Expression.Parameter;
import org.basinlab.landscape.Expression.Unary;
import org.basinlab.landscape.Tape.Instruction;
import org.basinlab.landscape.Tape.Kind;

/**
 * Writes a tape: numbers every distinct operation once (local value numbering, J. Cocke and J. T. Schwartz 1970), keeps
 * those the outputs need and gives each a register from its computation to its last use.
 */
final class TapeWriter {
    private static final int NONE = -1;

    /** On operations, by number; those numbered below the count of parameters are the parameters. */
    private record Operation(Kind kind, int left, int right, double constant) {}

    private final int parameters;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Operation, Integer> numbers = new HashMap<>();

    TapeWriter(int parameters) {
        this.parameters = parameters;
        for (var i = 0; i < parameters; i++) {
            operations.add(null);
        }
    }

    Tape write(List<? extends Expression> expressions) {
        var known = new IdentityHashMap<Expression, Integer>();
        for (var e : Structure.operandsFirst(expressions)) {
            known.put(e, lowered(e, known));
        }
        return allocated(expressions.stream().mapToInt(known::get).toArray());
    }

    private int lowered(Expression e, Map<Expression, Integer> known) {
        if (e instanceof Constant c) {
            return constant(c.value());
        }
        if (e instanceof Parameter p) {
            if (p.index() >= parameters) {
                throw new IllegalArgumentException("parameter " + p.index() + " of " + parameters);
            }
            return p.index();
        }
        if (e instanceof Unary u) {
            return function(u.function(), known.get(u.operand()));
        }
        var binary = (Binary) e;
        return binary(binary.operator(), known.get(binary.left()), known.get(binary.right()));
    }

    private int function(Expression.Function function, int x) {
        return switch (function) {
            case NEGATE -> unary(Kind.NEGATE, x);
            case EXP -> unary(Kind.EXP, x);
            case LOG -> unary(Kind.LOG, x);
            case SQRT -> unary(Kind.SQRT, x);
            case SIN -> unary(Kind.SIN, x);
            case COS -> unary(Kind.COS, x);
            case TANH -> unary(Kind.TANH, x);
            case ABS -> unary(Kind.ABS, x);
            case SIGN -> unary(Kind.SIGN, x);
            case SIGMOID -> with(Kind.CONSTANT_OVER, onePlusExp(unary(Kind.NEGATE, x)), 1);
            case SOFTPLUS -> {
                var size = unary(Kind.ABS, x);
                var ramp = with(Kind.MULTIPLY_CONSTANT, binary(Expression.Operator.ADD, x, size), 0.5);
                var rest = unary(Kind.LOG, onePlusExp(unary(Kind.NEGATE, size)));
                yield binary(Expression.Operator.ADD, ramp, rest);
            }
        };
    }

    private int onePlusExp(int x) {
        return with(Kind.ADD_CONSTANT, unary(Kind.EXP, x), 1);
    }

    private int binary(Expression.Operator operator, int left, int right) {
        if (isConstant(right)) {
            var c = operations.get(right).constant;
            return switch (operator) {
                case ADD -> with(Kind.ADD_CONSTANT, left, c);
                case SUBTRACT -> with(Kind.ADD_CONSTANT, left, -c);
                case MULTIPLY -> with(Kind.MULTIPLY_CONSTANT, left, c);
                case DIVIDE ->
                    exactReciprocal(c)
                            ? with(Kind.MULTIPLY_CONSTANT, left, 1 / c)
                            : with(Kind.DIVIDE_BY_CONSTANT, left, c);
            };
        }
        if (isConstant(left)) {
            var c = operations.get(left).constant;
            return switch (operator) {
                case ADD -> with(Kind.ADD_CONSTANT, right, c);
                case SUBTRACT -> with(Kind.CONSTANT_MINUS, right, c);
                case MULTIPLY -> with(Kind.MULTIPLY_CONSTANT, right, c);
                case DIVIDE -> with(Kind.CONSTANT_OVER, right, c);
            };
        }
        return switch (operator) {
            case ADD -> numbered(new Operation(Kind.ADD, Math.min(left, right), Math.max(left, right), 0));
            case SUBTRACT -> numbered(new Operation(Kind.SUBTRACT, left, right, 0));
            case MULTIPLY -> numbered(new Operation(Kind.MULTIPLY, Math.min(left, right), Math.max(left, right), 0));
            case DIVIDE -> numbered(new Operation(Kind.DIVIDE, left, right, 0));
        };
    }

    /** Whether it is a power of two, not at the ends of the range. */
    private static boolean exactReciprocal(double c) {
        return Math.abs(Math.getExponent(c)) < 1000 && Math.abs(c) == Math.scalb(1.0, Math.getExponent(c));
    }

    private int unary(Kind kind, int x) {
        return with(kind, x, 0);
    }

    private int with(Kind kind, int x, double c) {
        return isConstant(x)
                ? constant(kind.of(operations.get(x).constant, 0, c))
                : numbered(new Operation(kind, x, NONE, c));
    }

    private int constant(double c) {
        return numbered(new Operation(Kind.CONSTANT, NONE, NONE, c));
    }

    private boolean isConstant(int number) {
        return number >= parameters && operations.get(number).kind == Kind.CONSTANT;
    }

    private int numbered(Operation operation) {
        return numbers.computeIfAbsent(operation, o -> {
            operations.add(o);
            return operations.size() - 1;
        });
    }

    private Tape allocated(int[] outputs) {
        var lastUse = lastUses(outputs);
        var instructions = new ArrayList<Instruction>();
        var register = new int[operations.size()];
        var taken = new BitSet();
        for (var i = 0; i < parameters; i++) {
            register[i] = i;
            taken.set(i);
        }
        var most = parameters;
        for (var i = parameters; i < operations.size(); i++) {
            if (lastUse[i] == NONE) {
                continue;
            }
            var operation = operations.get(i);
            for (var operand : new int[] {operation.left, operation.right}) {
                if (operand >= parameters && lastUse[operand] == i) {
                    taken.clear(register[operand]);
                }
            }
            register[i] = taken.nextClearBit(0);
            taken.set(register[i]);
            most = Math.max(most, register[i] + 1);
            instructions.add(new Instruction(
                    operation.kind,
                    register[i],
                    operation.left == NONE ? NONE : register[operation.left],
                    operation.right == NONE ? NONE : register[operation.right],
                    operation.constant));
        }
        return new Tape(
                instructions,
                parameters,
                most,
                Arrays.stream(outputs).map(i -> register[i]).toArray());
    }

    /** The last operation that needs each operation's result; past the end for outputs, none for what is not needed. */
    private int[] lastUses(int[] outputs) {
        var uses = new int[operations.size()];
        Arrays.fill(uses, NONE);
        for (var output : outputs) {
            uses[output] = operations.size();
        }
        for (var i = operations.size() - 1; i >= parameters; i--) {
            if (uses[i] != NONE) {
                var operation = operations.get(i);
                for (var operand : new int[] {operation.left, operation.right}) {
                    if (operand != NONE) {
                        uses[operand] = Math.max(uses[operand], i);
                    }
                }
            }
        }
        return uses;
    }
}
