package org.basinlab.cuda.ptx;

/** Extent of a grid or a block. */
public record Dim(int x, int y, int z) {
    public static Dim of(int x) {
        return new Dim(x, 1, 1);
    }

    public static Dim of(int x, int y) {
        return new Dim(x, y, 1);
    }

    /** How many blocks or threads that is. */
    public long count() {
        return (long) x * y * z;
    }
}
