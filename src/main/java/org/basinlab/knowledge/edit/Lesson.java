package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.training.DatapointStream;

/**
 * What a twin learns from: images in an order, over and over, in legs, so that the network can be looked at between them.
 *
 * @param order of an epoch
 */
record Lesson(LabelledImages images, Classes classes, int[] order) {
    /**
     * Datapoints from one on and before another, counted over all epochs. Keep what is returned where it is used again:
     * engines remember what they have computed of a stream by its identity.
     */
    DatapointStream leg(int from, int to) {
        var which = IntStream.range(from, to).map(k -> order[k % order.length]).toArray();
        return new DatapointStream(
                images,
                which,
                IntStream.of(which).map(i -> classes.groupOf(images.label(i))).toArray());
    }

    /** All legs. */
    List<DatapointStream> legs(List<Integer> ends) {
        var legs = new ArrayList<DatapointStream>();
        for (var l = 0; l < ends.size(); l++) {
            legs.add(leg(l, ends));
        }
        return legs;
    }

    /** One of them. */
    DatapointStream leg(int l, List<Integer> ends) {
        return leg(l == 0 ? 0 : ends.get(l - 1), ends.get(l));
    }

    /**
     * Where legs end: after all datapoints, half of them, a quarter and so on, rounded; those that would be empty are left
     * out.
     *
     * @return ascending
     */
    static List<Integer> ends(int datapoints, int checkpoints) {
        return IntStream.range(0, checkpoints)
                .map(k -> (int) Math.round(Math.scalb((double) datapoints, k + 1 - checkpoints)))
                .filter(end -> end > 0)
                .distinct()
                .boxed()
                .toList();
    }
}
