package org.basinlab.detection;

import java.util.Locale;

/** What is planted in a random network. */
public enum PlantedKind {
    /** A tree of P9's form, max(A, B) = relu(A - B) + relu(B) - relu(-B). */
    THREE_UNITS("max, three units", Selection.MAX, true, 1, 0),
    /** A tree of relu(A - B) + relu(B + 1) - 1, which is max(A, B) where B is at least -1. */
    TWO_UNITS("max, two units", Selection.MAX, true, 1, 0),
    /** A tree of min(A, B) = relu(B) - relu(-B) - relu(B - A). */
    MINIMUM("min, three units", Selection.MIN, true, 1, 0),
    /** relu(a - b) + relu(b - a) of two inputs: the bend of a comparator, and not its linear part. */
    ABSOLUTE("|a - b|", Selection.MAX, true, 1, 0),
    /** Random units alone. */
    RANDOM("random", Selection.MAX, false, 1, 0),
    /** A near miss: a tree of max(A, 1.3 B). */
    SCALED("max(a, 1.3 b)", Selection.MAX, false, 1.3, 0),
    /** A near miss: a tree of max(A, B + 0.2). */
    SHIFTED("max(a, b + 0.2)", Selection.MAX, false, 1, 0.2);

    private final String label;
    private final Selection selection;
    private final boolean comparator;
    private final double factor;
    private final double shift;

    PlantedKind(String label, Selection selection, boolean comparator, double factor, double shift) {
        this.label = label;
        this.selection = selection;
        this.comparator = comparator;
        this.factor = factor;
        this.shift = shift;
    }

    /** For people. */
    public String label() {
        return label;
    }

    Selection selection() {
        return selection;
    }

    /** Whether there are comparators in it. */
    boolean isComparator() {
        return comparator;
    }

    /** Whether precision and recall count it; of {@link #ABSOLUTE} it is a matter of words what should be found. */
    boolean isCounted() {
        return this != ABSOLUTE;
    }

    /** Of B in max(A, factor B + shift). */
    double factor() {
        return factor;
    }

    double shift() {
        return shift;
    }

    /** In results. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
