package org.basinlab.walkers;

import java.util.ArrayList;
import java.util.List;

/**
 * One loop over a block's walkers; a step is a list of them. Three kinds of loop meet where they are called, so the
 * compiler leaves each a method of its own: together they are more than it can inline to the end, and what is not inlined
 * allocates every vector.
 */
@FunctionalInterface
interface Pass {
    /** Over the first n walkers, for the draw at a bit of their coins. */
    void run(int bit, int n);

    /** The passes of one step: the first two for each inner step, then the last. */
    static Pass[] step(Pass drawn, Pass move, int innerSteps, Pass mark) {
        var passes = new ArrayList<Pass>();
        for (var inner = 0; inner < innerSteps; inner++) {
            passes.addAll(List.of(drawn, move));
        }
        passes.add(mark);
        return passes.toArray(Pass[]::new);
    }
}
