package org.basinlab.walkers;

import java.util.stream.IntStream;

/** Which walkers have come to rest: none of the batches moves them any more, or W is not a
 * number. With many batches only the latter is asked. */
final class Rest {
    private static final int FEW = 16;

    private final Block block;
    private final int[][][] each;

    /**
     * Rest on a landscape.
     *
     * @param block of one's own, to try steps in
     */
    Rest(Block block, Draws draws, long batches) {
        this.block = block;
        each = batches > FEW
                ? new int[0][][]
                : IntStream.range(0, (int) batches).mapToObj(draws::first).toArray(int[][][]::new);
    }

    /** Whether a walker that was at one place before some steps and is at another after them stays there for ever. */
    boolean after(double before, double now) {
        return Double.isNaN(now) || now == before && at(now);
    }

    /** Whether a walker at w stays there for ever. */
    boolean at(double w) {
        for (var batch : each) {
            block.place(0, w);
            block.advance(batch, 0, 1, 1);
            if (block.at(0) != w) {
                return false;
            }
        }
        return each.length > 0;
    }
}
