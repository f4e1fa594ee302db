package org.basinlab.knowledge.setting;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.basinlab.experiment.InputException;

/**
 * The classes in play, in groups; the network has an output for each group and learns to tell them apart.
 *
 * @param groups at least two, none empty, no class in two of them
 */
public record Classes(List<List<Integer>> groups) {
    public Classes {
        groups = groups.stream().map(List::copyOf).toList();
        require(groups.size() >= 2, "--digits needs at least two groups, such as 1,7:6,8");
        var seen = new HashSet<Integer>();
        for (var group : groups) {
            require(!group.isEmpty(), "--digits: a group has no class");
            for (var label : group) {
                require(label >= 0 && label <= 255, "--digits: a class is a number from 0 to 255, got %s", label);
                require(seen.add(label), "--digits: class %s is named twice", label);
            }
        }
    }

    /**
     * Reads {@code 1,7:6,8}.
     *
     * @throws InputException if it is not groups of classes
     */
    public static Classes parse(String text) {
        var groups = new ArrayList<List<Integer>>();
        for (var group : text.split(":", -1)) {
            try {
                groups.add(Arrays.stream(group.split(",", -1))
                        .map(word -> Integer.valueOf(word.strip()))
                        .toList());
            } catch (NumberFormatException e) {
                throw new InputException("--digits takes groups of classes such as 1,7:6,8, got " + text, e);
            }
        }
        return new Classes(groups);
    }

    /** The group a class is in, from 0; -1 for none. */
    public int groupOf(int label) {
        for (var g = 0; g < groups.size(); g++) {
            if (groups.get(g).contains(label)) {
                return g;
            }
        }
        return -1;
    }

    /** All classes, group by group. */
    public List<Integer> all() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return groups.stream()
                .map(group -> group.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(":"));
    }
}
