package org.basinlab.landscape.cuda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.basinlab.cuda.KernelModule;
import org.basinlab.landscape.Tape;
import org.basinlab.landscape.Tape.Instruction;
import org.basinlab.landscape.Tape.Kind;

/**
 * A {@link Tape} as PTX, the assembly language of NVIDIA GPUs: an instruction for an instruction, each rounded on its own, so
 * that the bits are those of {@link org.basinlab.landscape.block.TapeFloats} and {@link
 * org.basinlab.landscape.block.TapeDoubles}. Logarithms, sines, cosines and hyperbolic tangents alone are CUDA's, within 2
 * units in the last place.
 *
 * <p>Names of registers here begin with {@code %tape}.
 */
public final class TapeCode {
    /** How the text of a module begins: for every GPU since Turing, and drivers since CUDA 11.0. */
    public static final String HEADER = ".version 7.0\n.target sm_75\n.address_size 64\n";

    private static final String HEADER_END = ".address_size 64\n";
    private static final Set<Kind> CONSTANTS = EnumSet.of(
            Kind.CONSTANT,
            Kind.ADD_CONSTANT,
            Kind.CONSTANT_MINUS,
            Kind.MULTIPLY_CONSTANT,
            Kind.DIVIDE_BY_CONSTANT,
            Kind.CONSTANT_OVER);
    private static final Set<Kind> CALLED = EnumSet.of(Kind.LOG, Kind.SIN, Kind.COS, Kind.TANH);

    /** Constants that are kept apart at most: half of what a module may have. */
    private static final int MOST_NUMBERS = 4096;

    private final boolean single;
    private final String type;

    /**
     * Constants in double precision, by their bits: an instruction has no room for them, and the driver's compiler would
     * keep them in registers. In memory for constants they cost nothing.
     */
    private final Map<Long, Integer> numbers = new LinkedHashMap<>();

    /** In single precision, or in double; for the kernels of one module. */
    public TapeCode(boolean single) {
        this.single = single;
        type = single ? "f32" : "f64";
    }

    /** The type of a number: {@code f32} or {@code f64}. */
    public String type() {
        return type;
    }

    /** A number as PTX writes it, rounded to the type. */
    public String literal(double number) {
        return single
                ? String.format(Locale.ROOT, "0f%08X", Float.floatToRawIntBits((float) number))
                : String.format(Locale.ROOT, "0d%016X", Double.doubleToRawLongBits(number));
    }

    /**
     * The instructions that compute a tape, in a scope of their own.
     *
     * @param parameters registers that hold the tape's; they are read
     * @param outputs    registers that receive its outputs, when all has been computed: they may be among the parameters
     */
    public String of(Tape tape, List<String> parameters, List<String> outputs) {
        return new Scope(tape, parameters, outputs).text.toString();
    }

    /**
     * A module's text with the functions that these tapes call, if any, and with the constants of what {@link #of} made.
     *
     * @param kernels the module, with its header
     */
    public String module(String kernels, Collection<Tape> tapes) {
        var end = kernels.indexOf(HEADER_END) + HEADER_END.length();
        return kernels.substring(0, end) + functions(tapes) + constants() + kernels.substring(end);
    }

    private static String functions(Collection<Tape> tapes) {
        if (tapes.stream().flatMap(tape -> tape.instructions().stream()).noneMatch(i -> CALLED.contains(i.kind()))) {
            return "";
        }
        var functions = KernelModule.text(TapeCode.class, "functions75.ptx");
        return functions.substring(functions.indexOf(HEADER_END) + HEADER_END.length());
    }

    private String constants() {
        return numbers.isEmpty()
                ? ""
                : numbers.keySet().stream()
                        .map(bits -> String.format(Locale.ROOT, "0d%016X", bits))
                        .collect(Collectors.joining(
                                ", ", ".const .align 8 .f64 basin_numbers[" + numbers.size() + "] = {", "};\n"));
    }

    /** About how many instructions of a GPU a tape becomes: a function is some twenty of them, a division or a root ten. */
    public static long operations(Tape tape) {
        return tape.instructions().stream()
                .mapToLong(instruction -> switch (instruction.kind()) {
                    case EXP, LOG, SIN, COS, TANH -> 20;
                    case DIVIDE, DIVIDE_BY_CONSTANT, CONSTANT_OVER, SQRT -> 10;
                    default -> 1;
                })
                .sum();
    }

    /** The text of one tape, as it grows. */
    private final class Scope {
        private final StringBuilder text = new StringBuilder("{\n");

        /** By register of the tape: the PTX register that holds it now. */
        private final String[] holder;

        private int used;

        Scope(Tape tape, List<String> parameters, List<String> outputs) {
            // Every instruction writes a register of its own; the driver's compiler finds out which can be shared.
            line(".reg ." + type + " %tape<" + (2 * tape.instructions().size() + outputs.size()) + ">");
            holder = new String[tape.registers()];
            for (var p = 0; p < parameters.size(); p++) {
                holder[p] = parameters.get(p);
            }
            tape.instructions().forEach(this::add);
            var results = new ArrayList<String>();
            for (var output : tape.outputs()) {
                results.add(next());
                write("mov", results.get(results.size() - 1), holder[output]);
            }
            for (var k = 0; k < results.size(); k++) {
                write("mov", outputs.get(k), results.get(k));
            }
            text.append("}\n");
        }

        private String next() {
            return "%tape" + used++;
        }

        private void line(String instruction) {
            text.append(instruction).append(";\n");
        }

        private void write(String operation, String... operands) {
            line(operation + "." + type + " " + String.join(", ", operands));
        }

        private void add(Instruction i) {
            var a = i.left() < 0 ? null : holder[i.left()];
            var b = i.right() < 0 ? null : holder[i.right()];
            var to = next();
            var c = constant(i);
            switch (i.kind()) {
                case CONSTANT -> write("mov", to, c);
                case ADD -> write("add.rn", to, a, b);
                case SUBTRACT -> write("sub.rn", to, a, b);
                case MULTIPLY -> write("mul.rn", to, a, b);
                case DIVIDE -> write("div.rn", to, a, b);
                case ADD_CONSTANT -> write("add.rn", to, a, c);
                case CONSTANT_MINUS -> write("sub.rn", to, c, a);
                case MULTIPLY_CONSTANT -> write("mul.rn", to, a, c);
                case DIVIDE_BY_CONSTANT -> write("div.rn", to, a, c);
                case CONSTANT_OVER -> write("div.rn", to, c, a);
                case NEGATE -> write("neg", to, a);
                case SQRT -> write("sqrt.rn", to, a);
                case ABS -> write("abs", to, a);
                case SIGN -> sign(to, a);
                case EXP -> text.append(Exponential.of(TapeCode.this, single, to, a));
                case LOG, SIN, COS, TANH -> call(i.kind().name().toLowerCase(Locale.ROOT), to, a);
            }
            holder[i.to()] = to;
        }

        /** An instruction's constant, as an operand. */
        private String constant(Instruction i) {
            if (single || !CONSTANTS.contains(i.kind())) {
                return literal(i.constant());
            }
            var bits = Double.doubleToRawLongBits(i.constant());
            if (!numbers.containsKey(bits) && numbers.size() == MOST_NUMBERS) {
                return literal(i.constant());
            }
            numbers.putIfAbsent(bits, numbers.size());
            var number = next();
            line("ld.const.f64 " + number + ", [basin_numbers+" + Double.BYTES * numbers.get(bits) + "]");
            return number;
        }

        /** Zeros and NaN stay what they are. */
        private void sign(String to, String a) {
            line("{\n.reg .pred %tapeabove, %tapebelow");
            write("setp.gt", "%tapeabove", a, literal(0));
            write("setp.lt", "%tapebelow", a, literal(0));
            write("mov", to, a);
            write("@%tapeabove mov", to, literal(1));
            write("@%tapebelow mov", to, literal(-1));
            text.append("}\n");
        }

        private void call(String function, String to, String a) {
            var bits = single ? "b32" : "b64";
            line("{\n.param ." + bits + " argument");
            line(".param ." + bits + " result");
            line("st.param." + type + " [argument], " + a);
            line("call (result), basin_" + function + "_" + type + ", (argument)");
            line("ld.param." + type + " " + to + ", [result]");
            text.append("}\n");
        }
    }
}
