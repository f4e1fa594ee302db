package org.basinlab.cuda.ptx;

/** Decodes {@code cp.async}. */
final class AsyncDecoder {
    private static final int ALL = -1;

    private AsyncDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        if (!s.opcode().equals("cp")) {
            return null;
        }
        if (!s.has("async") || s.has("bulk") || s.has("mbarrier")) {
            throw s.unknown();
        }
        if (s.has("commit_group")) {
            return new AsyncCopy.Commit();
        }
        if (s.has("wait_all")) {
            return new AsyncCopy.Wait(ALL);
        }
        if (s.has("wait_group")) {
            if (s.operand(0) instanceof Operand.Integral count) {
                return new AsyncCopy.Wait((int) count.value());
            }
            throw s.unknown();
        }
        if (!(s.operand(2) instanceof Operand.Integral size) || s.size() > 4) {
            throw s.unknown();
        }
        int bytes = (int) size.value();
        if (bytes != 4 && bytes != 8 && bytes != 16 || s.has("cg") && bytes != 16) {
            throw s.error(bytes + " bytes");
        }
        int sourceBytes = o.r(s.size() == 4 ? s.operand(3) : size, Type.B32);
        return new AsyncCopy(
                o.place(0), o.place(1), bytes, sourceBytes, o.census().add(4));
    }
}
