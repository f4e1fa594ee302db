package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basinlab.experiment.InputException;

/**
 * The classes in play, in two groups; the network learns to tell the groups apart.
 *
 * @param first  target [1, 0], tally a; at least two classes
 * @param second target [0, 1], tally b; at least two classes
 */
public record DigitGroups(List<Integer> first, List<Integer> second) {
    /** P4's: ones and sevens against sixes and eights. */
    public static final DigitGroups P4 = new DigitGroups(List.of(1, 7), List.of(6, 8));

    public DigitGroups {
        first = List.copyOf(first);
        second = List.copyOf(second);
        require(first.size() >= 2 && second.size() >= 2, "--digits needs at least two classes in each group");
        var seen = new HashSet<Integer>();
        Stream.concat(first.stream(), second.stream()).forEach(digit -> {
            require(digit >= 0 && digit <= 255, "--digits: a class is a number from 0 to 255, got %s", digit);
            require(seen.add(digit), "--digits: class %s is named twice", digit);
        });
    }

    /**
     * Reads {@code 1,7:6,8}.
     *
     * @throws InputException if it is not two groups of classes
     */
    public static DigitGroups parse(String text) {
        var groups = text.split(":", -1);
        require(groups.length == 2, "--digits takes two groups such as 1,7:6,8, got %s", text);
        return new DigitGroups(classes(groups[0], text), classes(groups[1], text));
    }

    private static List<Integer> classes(String group, String text) {
        var classes = new ArrayList<Integer>();
        for (var word : group.split(",", -1)) {
            try {
                classes.add(Integer.valueOf(word.strip()));
            } catch (NumberFormatException e) {
                throw new InputException("--digits takes two groups such as 1,7:6,8, got " + text, e);
            }
        }
        return classes;
    }

    /** The group a class is in, 0 or 1; -1 for neither. */
    public int groupOf(int digit) {
        return first.contains(digit) ? 0 : second.contains(digit) ? 1 : -1;
    }

    /** All classes, the first group's before the second's. */
    public List<Integer> all() {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return join(first) + ":" + join(second);
    }

    private static String join(List<Integer> classes) {
        return classes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
