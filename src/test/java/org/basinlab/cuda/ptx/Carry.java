package org.basinlab.cuda.ptx;

/** Sums and differences of 32 or 64 bits that take or leave the lane's carry flag. */
final class Carry extends Instruction {
    /** What is added to the third operand, or the first. */
    interface Term {
        long of(long a, long b);
    }

    private final boolean wide;
    private final boolean subtract;
    private final boolean takes;
    private final boolean leaves;
    private final int destination;
    private final int a;
    private final int b;
    private final int c;
    private final Term term;

    /**
     * The term of a and b, plus or minus c.
     *
     * @param takes  whether the carry is added, or the borrow subtracted
     * @param leaves whether the carry or borrow of the result is kept
     */
    Carry(
            boolean wide,
            boolean subtract,
            boolean takes,
            boolean leaves,
            int destination,
            int a,
            int b,
            int c,
            Term term) {
        this.wide = wide;
        this.subtract = subtract;
        this.takes = takes;
        this.leaves = leaves;
        this.destination = destination;
        this.a = a;
        this.b = b;
        this.c = c;
        this.term = term;
    }

    @Override
    void execute(Warp warp, int mask) {
        int carries = warp.carry;
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int in = takes ? carries >>> lane & 1 : 0;
            boolean out = wide ? execute64(warp, lane, in) : execute32(warp, lane, in);
            if (leaves) {
                carries = out ? carries | 1 << lane : carries & ~(1 << lane);
            }
        }
        warp.carry = carries;
    }

    private boolean execute32(Warp warp, int lane, int in) {
        long x = term.of(warp.r[a][lane], warp.r[b][lane]) & 0xffff_ffffL;
        long y = warp.r[c][lane] & 0xffff_ffffL;
        long result = subtract ? x - y - in : x + y + in;
        warp.r[destination][lane] = (int) result;
        return result >>> 32 != 0;
    }

    private boolean execute64(Warp warp, int lane, int in) {
        long x = term.of(warp.q[a][lane], warp.q[b][lane]);
        long y = warp.q[c][lane];
        long result = subtract ? x - y - in : x + y + in;
        warp.q[destination][lane] = result;
        int order = subtract ? Long.compareUnsigned(x, y) : Long.compareUnsigned(result, x);
        return order < 0 || in != 0 && (subtract ? x == y : result == x);
    }
}
