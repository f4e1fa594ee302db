package org.basinlab.cuda;

/**
 * The shape of a launch.
 *
 * @param x           blocks across
 * @param y           blocks down
 * @param z           blocks deep
 * @param threads     of a block
 * @param sharedBytes of a block, beside what the kernel declares
 */
public record Grid(int x, int y, int z, int threads, int sharedBytes) {
    private static final int MOST_DOWN = 65535;
    private static final int MOST_THREADS = 1024;

    public Grid {
        if (x < 1 || y < 1 || z < 1 || y > MOST_DOWN || z > MOST_DOWN || threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "no grid: " + x + " x " + y + " x " + z + " blocks of " + threads + " threads");
        }
    }

    /** Blocks in a row. */
    public static Grid row(int blocks, int threads, int sharedBytes) {
        return new Grid(blocks, 1, 1, threads, sharedBytes);
    }
}
