package org.basinlab.detection;

import java.util.Locale;

/** Which of two a comparator keeps: max(a, b) = (a + b)/2 + |a - b|/2, min with the other sign of the bend. */
public enum Selection {
    /** The larger. */
    MAX(1),
    /** The smaller. */
    MIN(-1);

    private final int sign;

    Selection(int sign) {
        this.sign = sign;
    }

    double of(double one, double other) {
        return sign > 0 ? Math.max(one, other) : Math.min(one, other);
    }

    /** Of |a - b|/2: 1 or -1. */
    int sign() {
        return sign;
    }

    /** As in {@code max(x0, x1)}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
