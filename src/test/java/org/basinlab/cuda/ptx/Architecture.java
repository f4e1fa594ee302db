package org.basinlab.cuda.ptx;

/** What a GPU of compute capability 7.5 does not have: the driver refuses it in modules made for one. */
final class Architecture {
    private static final int AMPERE = 80;

    private Architecture() {}

    /**
     * Looks whether a module's target has an instruction.
     *
     * @throws PtxException if it has not
     */
    static void check(Statement s, int target) {
        if (target < AMPERE && needsAmpere(s)) {
            throw s.error("needs .target sm_80, and the module is for sm_" + target);
        }
    }

    private static boolean needsAmpere(Statement s) {
        return switch (s.opcode()) {
            case "cp", "redux" -> true;
            case "mma" -> !s.text().equals("mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32");
            case "min", "max" -> s.has("NaN");
            case "cvt", "fma", "add", "sub", "mul", "neg", "abs", "setp" ->
                s.types().stream().anyMatch(Architecture::isNew);
            default -> false;
        };
    }

    private static boolean isNew(Type type) {
        return type == Type.TF32 || type == Type.BF16 || type == Type.BF16X2;
    }
}
