package org.basinlab.knowledge.split;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.knowledge.setting.World;
import org.basinlab.random.RandomStream;

/**
 * The kinds of data sets that are crossed with starts, made of one world.
 *
 * @param world all are made of
 * @param seed  of what is dealt at random, the same for every start
 */
record Families(World world, long seed) {
    /** Classes that are painted on, one a data set: more would add to the cost and little to the split. */
    private static final int PAINTED = 4;

    private static final int GROUPINGS = 3;
    private static final int ORDERS = 4;
    private static final int SAMPLE_DRAWS = 400;
    private static final int ORDER_DRAWS = 401;

    /** Disjoint samples, dealt at random, each in file order; one more for the reference. */
    Family samples(int count) {
        var size = world.train().count() / (count + 1);
        require(
                size >= 1,
                "--split-samples %s: %s training images make no %s samples: give fewer, or more --images",
                count,
                world.train().count(),
                count + 1);
        var dealt = new RandomStream(seed, RandomStream.KNOWLEDGE, SAMPLE_DRAWS)
                .permutation(world.train().count(), 0);
        var samples = new ArrayList<DataSet>();
        for (var d = 0; d <= count; d++) {
            var sample = Arrays.copyOfRange(dealt, d * size, (d + 1) * size);
            Arrays.sort(sample);
            samples.add(new DataSet("sample " + (d + 1), world, sample));
        }
        return new Family(
                Family.SAMPLES,
                "Disjoint samples of the training images, dealt at random",
                samples.subList(0, count),
                samples.get(count));
    }

    /** How many worlds {@link #edits} makes. */
    int editedWorlds() {
        return 1 + Math.min(PAINTED, world.classes().all().size());
    }

    /** The images as they are, and with a stroke on a class, one class after the other. */
    Family edits() {
        var worlds = new ArrayList<DataSet>();
        worlds.add(new DataSet("as it is", world, world.order()));
        for (var label : world.classes().all().stream().limit(PAINTED).toList()) {
            var stroke = Edit.stroke(label, world.train().rows(), world.train().columns());
            var edited = world.with(stroke.painted(world.train(), i -> true));
            worlds.add(new DataSet("stroke on " + label, edited, world.order()));
        }
        return new Family(
                Family.EDITS,
                "The same images in the same order, as they are and with a stroke painted on a class",
                worlds,
                worlds.get(0));
    }

    /** The same images with their classes otherwise grouped. */
    Family labels() {
        var groupings = groupings(world.classes()).stream()
                .map(classes ->
                        new DataSet(classes.toString(), new World(world.train(), world.test(), classes), world.order()))
                .toList();
        return new Family(
                Family.LABELS,
                "The same images in the same order, their classes otherwise grouped",
                groupings,
                groupings.get(0));
    }

    /** The same images in random orders. */
    Family orders() {
        var random = new RandomStream(seed, RandomStream.KNOWLEDGE, ORDER_DRAWS);
        var orders = IntStream.range(0, ORDERS)
                .mapToObj(d -> new DataSet(
                        "order " + (d + 1),
                        world,
                        random.permutation(world.train().count(), d)))
                .toList();
        return new Family(Family.ORDERS, "The same images in random orders", orders, orders.get(0));
    }

    /**
     * Classes in groups of the same sizes, the given ones first, three at most. Of two groups of equal size, the first
     * holds the first class: without this the same two groups would come twice, with their outputs swapped. Where two
     * groups have no other way, or there are more than two, classes move on by one place, the last to the first group.
     */
    static List<Classes> groupings(Classes classes) {
        var groups = classes.groups();
        var all = classes.all();
        var found = new ArrayList<Classes>();
        found.add(classes);
        if (groups.size() == 2) {
            var size = groups.get(0).size();
            var fixed = size == groups.get(1).size();
            choose(all, size, fixed ? List.of(all.get(0)) : List.of(), fixed ? 1 : 0, classes, found);
        }
        for (var by = 1; found.size() < Math.min(GROUPINGS, all.size()) && by < all.size(); by++) {
            if (groups.size() > 2 || found.size() < 2) {
                add(rotated(classes, by), found);
            }
        }
        return found;
    }

    private static void choose(
            List<Integer> all, int size, List<Integer> chosen, int next, Classes given, List<Classes> found) {
        if (chosen.size() == size) {
            add(
                    new Classes(List.of(
                            chosen,
                            all.stream().filter(c -> !chosen.contains(c)).toList())),
                    found);
            return;
        }
        for (var i = next; i < all.size() && found.size() < GROUPINGS; i++) {
            var more = new ArrayList<>(chosen);
            more.add(all.get(i));
            choose(all, size, more, i + 1, given, found);
        }
    }

    private static Classes rotated(Classes classes, int by) {
        var all = classes.all();
        var groups = new ArrayList<List<Integer>>();
        var at = 0;
        for (var group : classes.groups()) {
            groups.add(IntStream.range(at, at + group.size())
                    .mapToObj(i -> all.get((i + by) % all.size()))
                    .toList());
            at += group.size();
        }
        return new Classes(groups);
    }

    private static void add(Classes classes, List<Classes> found) {
        if (found.stream().noneMatch(other -> same(other, classes))) {
            found.add(classes);
        }
    }

    /** Whether every class is in the same group. */
    private static boolean same(Classes one, Classes other) {
        return one.all().stream().allMatch(c -> one.groupOf(c) == other.groupOf(c));
    }
}
