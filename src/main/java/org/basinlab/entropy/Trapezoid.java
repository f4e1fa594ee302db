package org.basinlab.entropy;

/**
 * The law of {@code wide u + narrow v}, u and v independent and uniform on an interval of length 1: a trapezoid, flat
 * over wide - narrow, with slopes over narrow at each side.
 *
 * <p>Its density is 1 / wide on the flat part and falls linearly to 0, so {@code h = ln wide + narrow / (2 wide)}
 * natural units: each slope holds the probability narrow / (2 wide) and adds half of it to the entropy of the
 * rectangle.
 *
 * @param wide   above 0, at least {@code narrow}
 * @param narrow not negative; 0 makes it a rectangle, {@code wide} a triangle
 */
public record Trapezoid(double wide, double narrow) {
    public Trapezoid {
        if (!(wide > 0 && narrow >= 0 && narrow <= wide)) {
            throw new IllegalArgumentException("no trapezoid of widths " + wide + " and " + narrow);
        }
    }

    /** Of the sum of two uniform variables with these ranges, in any order, of either sign. */
    static Trapezoid ofRanges(double one, double other) {
        return new Trapezoid(Math.max(Math.abs(one), Math.abs(other)), Math.min(Math.abs(one), Math.abs(other)));
    }

    /** Differential entropy in bits. */
    public double entropy() {
        return Entropy.fromNats(Math.log(wide) + narrow / (2 * wide));
    }
}
