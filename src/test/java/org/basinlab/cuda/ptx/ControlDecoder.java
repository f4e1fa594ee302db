package org.basinlab.cuda.ptx;

/** Decodes branches, ends, barriers of the block and fences. */
final class ControlDecoder {
    private ControlDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        return switch (s.opcode()) {
            case "bra" -> new Control.Branch(label(s, o));
            case "brx" -> new Control.Table(o.r(0), o.table(1).labels());
            case "exit" -> new Control.Exit();
            case "trap" -> new Control.Trap(false);
            case "bar", "barrier" -> barrier(s, o);
            case "membar", "fence", "prefetch", "prefetchu", "discard", "applypriority", "brkpt" ->
                new Control.Nothing();
            default -> null;
        };
    }

    private static Names.Label label(Statement s, Operands o) {
        if (o.meaning(0) instanceof Names.Label label) {
            return label;
        }
        throw s.error("a label expected");
    }

    private static Instruction barrier(Statement s, Operands o) {
        if (s.has("warp")) {
            return null;
        }
        int at = s.has("red") ? 1 : 0;
        if (!(s.operand(at) instanceof Operand.Integral number) || number.value() != 0) {
            throw s.error("a barrier other than number 0");
        }
        if (s.has("sync") && s.size() == 1) {
            return new BlockBarrier();
        }
        if (s.has("red") && s.size() == 3) {
            var source = o.p(2);
            if (s.has("popc")) {
                return new BlockBarrier.Reduction(BlockBarrier.Reduction.Operation.POPC, source, o.rd(0));
            }
            var operation = s.has("and") ? BlockBarrier.Reduction.Operation.AND : BlockBarrier.Reduction.Operation.OR;
            return new BlockBarrier.Reduction(operation, source, o.pd(s.operand(0)));
        }
        throw s.unknown();
    }
}
