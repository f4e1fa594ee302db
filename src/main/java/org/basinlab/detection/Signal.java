package org.basinlab.detection;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A number that comparators compare: an input, or what an earlier comparator selected. Equal if of one name. */
public sealed interface Signal {
    /** Such as {@code max(x0, max(x1, x2))}; arguments in the order of their names, as their own order is no matter. */
    String name();

    /** Its value at each point. */
    double[] at(Cloud cloud);

    /** The inputs it is made of. */
    SortedSet<Integer> leaves();

    /** Whether nothing but this is selected in it; true of an input. */
    boolean isAll(Selection selection);

    /** An input of the network. */
    record Input(int index) implements Signal {
        @Override
        public String name() {
            return "x" + index;
        }

        @Override
        public double[] at(Cloud cloud) {
            return cloud.columns().get(index);
        }

        @Override
        public SortedSet<Integer> leaves() {
            return new TreeSet<>(List.of(index));
        }

        @Override
        public boolean isAll(Selection selection) {
            return true;
        }
    }

    /**
     * The larger or the smaller of two.
     *
     * @param one   of the two, the one whose name comes first
     * @param other the other
     */
    record Selected(Selection selection, Signal one, Signal other) implements Signal {
        public Selected {
            if (one.name().compareTo(other.name()) > 0) {
                var first = other;
                other = one;
                one = first;
            }
        }

        @Override
        public String name() {
            return selection + "(" + one.name() + ", " + other.name() + ")";
        }

        @Override
        public double[] at(Cloud cloud) {
            var a = one.at(cloud);
            var b = other.at(cloud);
            var values = new double[a.length];
            for (var p = 0; p < values.length; p++) {
                values[p] = selection.of(a[p], b[p]);
            }
            return values;
        }

        /** a - b, whose zeros are where the bend is. */
        double[] difference(Cloud cloud) {
            var a = one.at(cloud);
            var b = other.at(cloud);
            var values = new double[a.length];
            for (var p = 0; p < values.length; p++) {
                values[p] = a[p] - b[p];
            }
            return values;
        }

        @Override
        public SortedSet<Integer> leaves() {
            var leaves = one.leaves();
            leaves.addAll(other.leaves());
            return leaves;
        }

        @Override
        public boolean isAll(Selection wanted) {
            return selection == wanted && one.isAll(wanted) && other.isAll(wanted);
        }

        /** The same two with this kept of them. */
        Selected with(Selection other) {
            return new Selected(other, one, this.other);
        }
    }
}
