package org.basinlab.cuda.ptx;

/** Decodes {@code mma.sync} with sums of floats. */
final class MatrixDecoder {
    private MatrixDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        if (!s.opcode().equals("mma")) {
            return null;
        }
        var format = switch (s.text()) {
            case "mma.sync.aligned.m16n8k4.row.col.f32.tf32.tf32.f32",
                    "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32" -> MatrixProduct.Format.TF32;
            case "mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32",
                    "mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32" -> MatrixProduct.Format.F16;
            case "mma.sync.aligned.m16n8k8.row.col.f32.bf16.bf16.f32",
                    "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32" -> MatrixProduct.Format.BF16;
            default -> throw s.unknown();
        };
        int depth = Integer.parseInt(s.words().get(3).substring("m16n8k".length()));
        int perLane = 16 * depth / Warp.LANES / format.perRegister();
        var d = rows(s, o, 0, 4, true);
        var a = rows(s, o, 1, perLane, false);
        var b = rows(s, o, 2, perLane / 2, false);
        var c = rows(s, o, 3, 4, false);
        return new MatrixProduct(format, depth, d, a, b, c, o.r(new Operand.Integral(-1), Type.B32));
    }

    private static int[] rows(Statement s, Operands o, int index, int count, boolean result) {
        if (!(s.operand(index) instanceof Operand.Group group)
                || group.members().size() != count) {
            throw s.error("a fragment of other than " + count + " registers");
        }
        return group.members().stream()
                .mapToInt(member -> result ? o.rd(member) : o.r(member, Type.F32))
                .toArray();
    }
}
