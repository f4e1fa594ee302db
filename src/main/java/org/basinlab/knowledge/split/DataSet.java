package org.basinlab.knowledge.split;

import java.util.Arrays;
import org.basinlab.knowledge.setting.World;
import org.basinlab.training.DatapointStream;

/**
 * What some networks learn from.
 *
 * @param name  for people
 * @param world where the images are, and how they are grouped
 * @param order the images of a pass
 */
record DataSet(String name, World world, int[] order) {
    /** Datapoints of a pass, from one on to before another. */
    DatapointStream stream(int from, int to) {
        return world.stream(Arrays.copyOfRange(order, from, to), 1);
    }
}
