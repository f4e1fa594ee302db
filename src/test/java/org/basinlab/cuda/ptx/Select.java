package org.basinlab.cuda.ptx;

/** {@code selp}: one operand or the other, by a predicate. */
final class Select extends Instruction {
    private final boolean wide;
    private final int destination;
    private final int a;
    private final int b;
    private final Predicate chooses;

    Select(boolean wide, int destination, int a, int b, Predicate chooses) {
        this.wide = wide;
        this.destination = destination;
        this.a = a;
        this.b = b;
        this.chooses = chooses;
    }

    @Override
    void execute(Warp warp, int mask) {
        int first = chooses.mask(warp);
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int from = (first >>> lane & 1) != 0 ? a : b;
            if (wide) {
                warp.q[destination][lane] = warp.q[from][lane];
            } else {
                warp.r[destination][lane] = warp.r[from][lane];
            }
        }
    }
}
