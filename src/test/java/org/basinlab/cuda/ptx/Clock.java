package org.basinlab.cuda.ptx;

import java.util.Arrays;
import java.util.Set;

/** {@code mov} of a clock: counts the instructions that the warp executed, so that launches repeat exactly. */
final class Clock extends Instruction {
    private static final Set<String> NAMES = Set.of("%clock", "%clock64", "%globaltimer");

    private final boolean wide;
    private final int destination;

    Clock(boolean wide, int destination) {
        this.wide = wide;
        this.destination = destination;
    }

    static boolean isClock(String name) {
        return NAMES.contains(name);
    }

    @Override
    void execute(Warp warp, int mask) {
        long now = warp.executed();
        if (wide) {
            var old = warp.q[destination].clone();
            Arrays.setAll(warp.q[destination], lane -> (mask >>> lane & 1) != 0 ? now : old[lane]);
        } else {
            var old = warp.r[destination].clone();
            Arrays.setAll(warp.r[destination], lane -> (mask >>> lane & 1) != 0 ? (int) now : old[lane]);
        }
    }
}
