package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.training.DatapointStream;

/** Which images each part of the experiment sees, and in what order. */
final class Streams {
    private Streams() {}

    /**
     * Phase 1: all images of the two groups among the first {@code phase1Images}, in file order, the
     * groups balanced as asked.
     */
    static DatapointStream phase1(LabelledImages train, Schedule schedule, DigitGroups digits) {
        require(
                schedule.phase1Images() < train.count(),
                "--phase1-images %s leaves the forks nothing: the training set has %s images",
                schedule.phase1Images(),
                train.count());
        var images = inGroups(train, 0, schedule.phase1Images(), digits, -1);
        for (var digit : digits.all()) {
            require(
                    images.stream().anyMatch(i -> train.label(i) == digit),
                    "class %s has no image among the first %s: give other --digits or more --phase1-images",
                    digit,
                    schedule.phase1Images());
        }
        if (schedule.balance() == Balance.CAP) {
            var sizes = new int[2];
            images.forEach(i -> sizes[digits.groupOf(train.label(i))]++);
            var most = Math.min(sizes[0], sizes[1]);
            var kept = new int[2];
            images.removeIf(i -> kept[digits.groupOf(train.label(i))]++ >= most);
        }
        return stream(train, images, digits);
    }

    /** A fork: the images after phase 1's whose class is in play and not {@code leftOut}. */
    static DatapointStream fork(LabelledImages train, Schedule schedule, DigitGroups digits, int leftOut) {
        var images = inGroups(train, schedule.phase1Images(), train.count(), digits, leftOut);
        if (schedule.forkBalance() == ForkBalance.ALTERNATE) {
            images = alternate(train, images, digits);
        }
        var length = schedule.forkLength() == null ? images.size() : Math.min(schedule.forkLength(), images.size());
        require(length > 0, "no image is left for the fork without class %s: give fewer --phase1-images", leftOut);
        return stream(train, images.subList(0, length), digits);
    }

    /** The test images of every class in play. */
    static DatapointStream test(LabelledImages test, DigitGroups digits) {
        var images = inGroups(test, 0, test.count(), digits, -1);
        require(!images.isEmpty(), "the test set has no image of classes %s", digits);
        return stream(test, images, digits);
    }

    private static List<Integer> inGroups(LabelledImages images, int from, int to, DigitGroups digits, int leftOut) {
        return new ArrayList<>(IntStream.range(from, to)
                .filter(i -> images.label(i) != leftOut && digits.groupOf(images.label(i)) >= 0)
                .boxed()
                .toList());
    }

    private static List<Integer> alternate(LabelledImages train, List<Integer> images, DigitGroups digits) {
        var groups = List.of(
                images.stream().filter(i -> digits.groupOf(train.label(i)) == 0).toList(),
                images.stream().filter(i -> digits.groupOf(train.label(i)) == 1).toList());
        var turns = Math.min(groups.get(0).size(), groups.get(1).size());
        var order = new ArrayList<Integer>();
        for (var turn = 0; turn < turns; turn++) {
            order.add(groups.get(0).get(turn));
            order.add(groups.get(1).get(turn));
        }
        return order;
    }

    private static DatapointStream stream(LabelledImages images, List<Integer> chosen, DigitGroups digits) {
        return new DatapointStream(
                images,
                chosen.stream().mapToInt(Integer::intValue).toArray(),
                chosen.stream().mapToInt(i -> digits.groupOf(images.label(i))).toArray());
    }
}
