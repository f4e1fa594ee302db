package org.basinlab.cuda.ptx;

import java.util.Locale;
import java.util.function.IntBinaryOperator;

/** Decodes what lanes of a warp do together. */
final class WarpDecoder {
    private WarpDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        return switch (s.opcode()) {
            case "shfl" -> shuffle(s, o);
            case "vote" -> vote(s, o);
            case "redux" -> reduce(s, o);
            case "activemask" -> new Vote.Active(o.rd(0));
            case "bar", "barrier" -> s.has("warp") && s.has("sync") ? new Vote.Barrier(o.r(0)) : null;
            default -> null;
        };
    }

    private static Instruction shuffle(Statement s, Operands o) {
        if (!s.has("sync") || s.words().size() != 4 || s.size() != 5) {
            throw s.unknown();
        }
        Shuffle.Mode mode;
        try {
            mode = Shuffle.Mode.valueOf(s.words().get(2).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw s.unknown();
        }
        int destination;
        int valid = -1;
        if (s.operand(0) instanceof Operand.Pair pair) {
            destination = o.rd(pair.first());
            valid = o.pd(pair.second());
        } else {
            destination = o.rd(0);
        }
        return new Shuffle(mode, destination, valid, o.r(1), o.r(2), o.r(3), o.r(4));
    }

    private static Instruction vote(Statement s, Operands o) {
        if (!s.has("sync") || s.words().size() != 4) {
            throw s.unknown();
        }
        var source = o.p(1);
        int memberRow = o.r(2);
        return switch (s.words().get(2)) {
            case "ballot" -> new Vote.Ballot(o.rd(0), source, memberRow);
            case "all" -> new Vote.Poll(o.pd(s.operand(0)), source, memberRow, (votes, voters) -> votes == voters);
            case "any" -> new Vote.Poll(o.pd(s.operand(0)), source, memberRow, (votes, voters) -> votes != 0);
            case "uni" ->
                new Vote.Poll(o.pd(s.operand(0)), source, memberRow, (votes, voters) -> votes == 0 || votes == voters);
            default -> throw s.unknown();
        };
    }

    private static Instruction reduce(Statement s, Operands o) {
        if (!s.has("sync")
                || s.words().size() != 4
                || s.type().bytes() != 4
                || s.type().isFloat()) {
            throw s.unknown();
        }
        boolean signed = s.type().isSigned();
        IntBinaryOperator function = switch (s.words().get(2)) {
            case "add" -> (a, b) -> a + b;
            case "and" -> (a, b) -> a & b;
            case "or" -> (a, b) -> a | b;
            case "xor" -> (a, b) -> a ^ b;
            case "min" -> signed ? Math::min : (a, b) -> Integer.compareUnsigned(a, b) < 0 ? a : b;
            case "max" -> signed ? Math::max : (a, b) -> Integer.compareUnsigned(a, b) > 0 ? a : b;
            default -> throw s.unknown();
        };
        return new Vote.Reduction(o.rd(0), o.r(1), o.r(2), function);
    }
}
