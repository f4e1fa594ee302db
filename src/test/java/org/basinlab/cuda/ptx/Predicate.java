package org.basinlab.cuda.ptx;

/**
 * A predicate as a source.
 *
 * @param row  its register's number; negative for a constant one
 * @param flip all ones where its complement is meant
 */
record Predicate(int row, int flip) {
    private static final int NONE = -1;

    static Predicate constant(boolean value) {
        return new Predicate(NONE, value ? -1 : 0);
    }

    Predicate complement() {
        return new Predicate(row, ~flip);
    }

    /** The lanes for which it holds. */
    int mask(Warp warp) {
        return row < 0 ? flip : warp.p[row] ^ flip;
    }
}
