package org.basinlab.trajectories.cuda;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.basinlab.dynamics.Law;
import org.basinlab.landscape.Tape;
import org.basinlab.landscape.cuda.TapeCode;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.ScaledRows;
import org.basinlab.trajectories.StepPrograms;

/**
 * The kernels of an ensemble as PTX, written for its programs: a trajectory a thread.
 *
 * <pre>
 *   advance   read the trajectory
 *             until the last step:
 *               until the last step, or until tangents are to be rescaled:
 *                 the time, if a formula asks for it; the step
 *               set A to 0, if it is frozen from here on; rescale
 *             write the trajectory
 *   nodes     read the trajectory; the time; the nodes; write them
 * </pre>
 *
 * Each is there with A free and, where a tangent has it frozen, frozen. Register {@code %nK} holds what register K of the
 * programs does: the state, the time, the parameters and the tangents. Parameters that are the same for all trajectories are
 * constants of the text. In memory numbers lie as {@link Rows} says.
 */
final class StepKernels {
    /** Of a block: with many registers a thread, small blocks fill a multiprocessor better. */
    static final int THREADS = 128;

    private static final String ENTRY = """
            .visible .entry $kernel($parameters)
            .maxntid $threads, 1, 1
            {
            .reg .b32 %block, %thread, %left;
            .reg .b64 %column, %first, %count, %row, %pitch, %step, %to, %stop, %rest, %freezes;
            .reg .s32 %e<3>;
            .reg .$type %n<$numbers>, %o<$outputs>;
            .reg .pred %beyond, %more, %on, %frozen;
            mov.u32 %block, %ctaid.x;
            mov.u32 %thread, %tid.x;
            mad.lo.u32 %thread, %block, $threads, %thread;
            cvt.u64.u32 %column, %thread;
            ld.param.u64 %count, [count];
            setp.ge.u64 %beyond, %column, %count;
            @%beyond bra out;
            $body
            out:
            ret;
            }
            """;

    /** Rows of numbers, each a pitch after the one before; the trajectory's column of each. */
    private static final String COLUMN = """
            ld.param.u64 %row, [$memory];
            cvta.to.global.u64 %row, %row;
            mad.lo.u64 %row, %column, $bytes, %row;
            ld.param.u64 %pitch, [$pitch];
            mul.lo.u64 %pitch, %pitch, $bytes;
            """;

    private static final String LEGS = """
            legs:
            or.b64 %stop, %step, $phases;
            add.s64 %stop, %stop, 1;
            min.s64 %stop, %stop, %to;
            $steps
            setp.lt.s64 %on, %step, %to;
            $freeze
            and.b64 %rest, %step, $phases;
            setp.ne.s64 %more, %rest, 0;
            @%more bra rescaled;
            $rescale
            rescaled:
            @%on bra legs;
            """;

    private static final String STEPS = """
            sub.s64 %rest, %stop, %step;
            cvt.u32.u64 %left, %rest;
            steps:
            $clock
            $tape
            $tick
            sub.s32 %left, %left, 1;
            setp.gt.s32 %more, %left, 0;
            @%more bra steps;
            mov.b64 %step, %stop;
            """;

    private static final String FREEZE = """
            ld.param.u64 %freezes, [freezes];
            setp.ne.s64 %frozen, %freezes, 0;
            @%on bra flowing;
            $held
            flowing:
            """;

    private final Ensemble ensemble;
    private final StepPrograms programs;
    private final List<Law> laws;
    private final boolean single;
    private final TapeCode code;

    StepKernels(Ensemble ensemble, StepPrograms programs) {
        this.ensemble = ensemble;
        this.programs = programs;
        laws = ensemble.tangents().laws();
        single = ensemble.precision().isSingle();
        code = new TapeCode(single);
    }

    /** What a kernel is called. */
    static String name(String kernel, boolean frozen) {
        return kernel + (frozen ? "_frozen" : "_free");
    }

    /** The text of them all, with the functions that they call. */
    String module() {
        var text = new StringBuilder(TapeCode.HEADER);
        var tapes = new ArrayList<Tape>();
        for (var frozen : laws.contains(Law.FROZEN) ? List.of(false, true) : List.of(false)) {
            text.append(advance(frozen)).append(nodes(frozen));
            tapes.add(programs.step(frozen));
            tapes.add(programs.nodes(frozen));
        }
        return code.module(text.toString(), tapes);
    }

    private String advance(boolean frozen) {
        var moved = IntStream.range(0, programs.moved())
                .mapToObj(k -> number(programs.register(k)))
                .toList();
        var powers = registers("%e", laws.size());
        var steps = Gaps.filled(
                STEPS,
                "clock",
                clock(),
                "tape",
                code.of(programs.step(frozen), numbers(), moved),
                "tick",
                programs.timed() ? "add.s64 %step, %step, 1;" : "");
        return entry(
                name("advance", frozen),
                List.of("rows", "given", "powers", "pitch", "count", "from", "to", "freezes"),
                0,
                read()
                        + loaded("powers", "pitch", "s32", powers)
                        + "ld.param.u64 %step, [from];\nld.param.u64 %to, [to];\n"
                        + (laws.isEmpty() ? "mov.b64 %stop, %to;\n" + steps : legs(steps))
                        + stored("rows", "pitch", code.type(), moved)
                        + stored("powers", "pitch", "s32", powers));
    }

    private String nodes(boolean frozen) {
        var tape = programs.nodes(frozen);
        var outputs = registers("%o", tape.outputs().length);
        return entry(
                name("nodes", frozen),
                List.of("rows", "given", "pitch", "first", "count", "step", "into"),
                outputs.size(),
                "ld.param.u64 %first, [first];\nadd.u64 %column, %column, %first;\n"
                        + read()
                        + "ld.param.u64 %step, [step];\n"
                        + clock()
                        + code.of(tape, numbers(), outputs)
                        + "sub.u64 %column, %column, %first;\n"
                        + stored("into", "count", code.type(), outputs));
    }

    private String entry(String name, List<String> parameters, int outputs, String body) {
        return Gaps.filled(
                ENTRY,
                "kernel",
                name,
                "parameters",
                parameters.stream().map(p -> ".param .u64 " + p).collect(joining(", ")),
                "threads",
                THREADS,
                "type",
                code.type(),
                "numbers",
                numbers().size(),
                "outputs",
                Math.max(1, outputs),
                "body",
                body);
    }

    /** The state, the tangents and the parameters: from memory, or as they are for all. */
    private String read() {
        var text = new StringBuilder(loaded(
                "rows",
                "pitch",
                code.type(),
                IntStream.range(0, programs.moved())
                        .mapToObj(k -> number(programs.register(k)))
                        .toList()));
        var varying = Rows.varying(ensemble);
        text.append(loaded(
                "given",
                "pitch",
                code.type(),
                IntStream.of(varying).mapToObj(this::parameter).toList()));
        for (var p = 0; p < programs.parameters(); p++) {
            if (!ensemble.parameters().varies(p)) {
                text.append(constant(parameter(p), ensemble.parameters().at(p, 0)));
            }
        }
        return text.append(constant(number(programs.dimension()), 0)).toString();
    }

    private String legs(String steps) {
        var rescale = IntStream.range(0, laws.size())
                .mapToObj(k -> Rescaling.of(single, tangent(k), "%e" + k))
                .collect(joining());
        var phases = ScaledRows.patience(ensemble.precision()) - 1;
        return Gaps.filled(LEGS, "phases", phases, "steps", steps, "freeze", freeze(), "rescale", rescale);
    }

    private String freeze() {
        var frozen = laws.indexOf(Law.FROZEN);
        if (frozen < 0) {
            return "";
        }
        var held = IntStream.range(0, programs.dimension())
                .filter(j -> programs.held()[j])
                .mapToObj(j -> "@%frozen " + constant(tangent(frozen).get(j), 0))
                .collect(joining());
        return Gaps.filled(FREEZE, "held", held);
    }

    private String clock() {
        return programs.timed() ? Clock.of(ensemble.stepping(), single, number(programs.dimension()), "%step") : "";
    }

    private String loaded(String memory, String pitch, String type, List<String> registers) {
        return column(memory, pitch, type, registers, r -> "ld.global." + type + " " + r + ", [%row];\n");
    }

    private String stored(String memory, String pitch, String type, List<String> registers) {
        return column(memory, pitch, type, registers, r -> "st.global." + type + " [%row], " + r + ";\n");
    }

    private static String column(
            String memory, String pitch, String type, List<String> registers, UnaryOperator<String> moved) {
        if (registers.isEmpty()) {
            return "";
        }
        var bytes = "f64".equals(type) ? Double.BYTES : Float.BYTES;
        return Gaps.filled(COLUMN, "memory", memory, "pitch", pitch, "bytes", bytes)
                + registers.stream().map(moved).collect(joining("add.u64 %row, %row, %pitch;\n"));
    }

    private String constant(String register, double number) {
        return "mov." + code.type() + " " + register + ", " + code.literal(number) + ";\n";
    }

    private static String number(int register) {
        return "%n" + register;
    }

    private List<String> numbers() {
        return registers("%n", programs.freeStep().parameters());
    }

    private String parameter(int p) {
        return number(programs.dimension() + 1 + p);
    }

    private List<String> tangent(int k) {
        return IntStream.range(0, programs.dimension())
                .mapToObj(j -> number(programs.tangent(k) + j))
                .toList();
    }

    private static List<String> registers(String name, int count) {
        return IntStream.range(0, count).mapToObj(k -> name + k).toList();
    }
}
