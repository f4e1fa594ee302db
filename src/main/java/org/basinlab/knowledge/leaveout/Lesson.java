package org.basinlab.knowledge.leaveout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.knowledge.setting.World;
import org.basinlab.training.DatapointStream;

/**
 * What a network learns from, and what becomes of it without some elements.
 *
 * @param world    that all images are of
 * @param stream   with everything in it
 * @param elements that can be left out, no image in two of them
 * @param without  the stream less each element's datapoints, the others in the same order; empty where networks that
 *                 have learnt without are at hand already
 */
record Lesson(World world, DatapointStream stream, List<Element> elements, List<DatapointStream> without) {
    Lesson {
        elements = List.copyOf(elements);
        without = List.copyOf(without);
    }

    /** Every image in file order, so many times over; each element is dropped. */
    static Lesson dropping(World world, List<Element> elements, int epochs) {
        return new Lesson(
                world,
                world.stream(world.order(), epochs),
                elements,
                elements.stream()
                        .map(e -> world.stream(allBut(world, e), epochs))
                        .toList());
    }

    private static int[] allBut(World world, Element element) {
        var dropped = new boolean[world.train().count()];
        Arrays.stream(element.images()).forEach(i -> dropped[i] = true);
        return IntStream.of(world.order()).filter(i -> !dropped[i]).toArray();
    }

    /** The element of each datapoint, from 0; for those of none, as many as there are. */
    int[] elementOf() {
        var of = new int[world.train().count()];
        Arrays.fill(of, elements.size());
        for (var e = 0; e < elements.size(); e++) {
            for (var image : elements.get(e).images()) {
                of[image] = e;
            }
        }
        return Arrays.stream(stream.order()).map(image -> of[image]).toArray();
    }

    /** Datapoints that are trained on in all. */
    long datapoints() {
        return stream.length()
                + without.stream().mapToLong(DatapointStream::length).sum();
    }
}
