package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;

/**
 * The continuous thermostat of P6: {@code sT' = sR, sR' = sR - k sT}, begun with sT and sR independent and uniform on
 * an interval of length e about a centre: a square. After n steps the law is uniform on the parallelogram
 * {@code M^n square}, M = (0 1; -k 1) on (sT, sR), det M = k.
 *
 * <p>Exact differential entropies, in bits. Joint: {@code h = log2(e^2 |k|^n)}, the area's logarithm. Each marginal is
 * a sum of two uniform variables, a {@link Trapezoid}, so that of the decorrelated law P' is h(A) + h(B) of these. A
 * step adds {@code log2 |det M|} to the entropy of any law whatever, for a linear map scales every volume alike. So
 *
 * <pre>
 *   adjusted strength = (h[P'] + N log2 |k| - h[P] - N log2 |k|) - (h[P'] - h[P]) = 0
 *   strength          = I(A; B) under P
 * </pre>
 *
 * <p>and the same with the logarithm of det(covariance) / 2 in place of h, which is, but for a constant, h of the
 * Gaussian with that covariance: this is why P6 found zero "always". It says nothing of this thermostat: it holds of
 * every invertible linear map, and of every reversible finite one. Measures of spread that are no volume, such as the
 * trace of the covariance or the variance of sR alone, give other numbers.
 *
 * @param gain   k, not 0: then the map folds the plane onto a line, and entropies are minus infinity
 * @param side   e, positive, in units of temperature
 * @param centre of both intervals
 */
public record LinearThermostat(double gain, double side, double centre) {
    /** P6's drawing. */
    public static final LinearThermostat P6 = new LinearThermostat(0.3, 0.1, 10);

    /** Of 1 - r^2: a determinant of such a covariance has six digits left. */
    private static final double NARROWEST = 1e-10;

    public LinearThermostat {
        require(
                Double.isFinite(gain) && Math.abs(gain) > 0,
                "--gain must be a number other than 0 (at 0 the map folds the plane onto a line), got %s",
                gain);
        require(side > 0 && Double.isFinite(side), "--side must be positive, got %s", side);
        require(Double.isFinite(centre), "--centre must be a number, got %s", centre);
    }

    /** A point: the thermostat's state, the room's. */
    public record Point(double thermostat, double room) {}

    Matrix2 map() {
        return new Matrix2(0, 1, -gain, 1);
    }

    /** Where a point is one step later. */
    public Point next(Point p) {
        return new Point(p.room, p.room - gain * p.thermostat);
    }

    /** The corners after some steps, in turn around the polygon. */
    public List<Point> corners(int steps) {
        var half = side / 2;
        var corners = new ArrayList<>(List.of(
                new Point(centre - half, centre - half),
                new Point(centre + half, centre - half),
                new Point(centre + half, centre + half),
                new Point(centre - half, centre + half)));
        for (var n = 0; n < steps; n++) {
            corners.replaceAll(this::next);
        }
        return corners;
    }

    /** Where the square's centre is after some steps. */
    public Point centre(int steps) {
        var at = new Point(centre, centre);
        for (var n = 0; n < steps; n++) {
            at = next(at);
        }
        return at;
    }

    /** log2 of the area after some steps: the joint entropy. */
    public double entropy(int steps) {
        return 2 * log2(side) + steps * lossless();
    }

    /** What a step adds to every entropy: log2 |k|, negative where the map contracts. */
    double lossless() {
        return log2(Math.abs(gain));
    }

    /** h of the thermostat's state after some steps. */
    public double entropyOfThermostat(int steps) {
        var m = map().power(steps);
        return Trapezoid.ofRanges(m.a() * side, m.b() * side).entropy();
    }

    /** h of the room's state after some steps. */
    public double entropyOfRoom(int steps) {
        var m = map().power(steps);
        return Trapezoid.ofRanges(m.c() * side, m.d() * side).entropy();
    }

    /**
     * What {@link Bits} says, from the exact entropies.
     *
     * @param before steps from the square to P
     * @param steps  from P to P next
     */
    public Bits bits(int before, int steps) {
        var start = entropy(before);
        var decorrelated = entropyOfThermostat(before) + entropyOfRoom(before);
        var step = steps * lossless();
        return Bits.of(start, start + step, decorrelated, decorrelated + step);
    }

    /** How far a law is spread, by which P6's "log variance" can be meant. */
    public enum Spread {
        /** The determinant of the covariance: what the entropy of a Gaussian rests on. */
        DETERMINANT,
        /** The sum of both variances. */
        TRACE,
        /** The room's variance alone. */
        ROOM;

        double log(Matrix2 covariance) {
            return Math.log(
                    switch (this) {
                        case DETERMINANT -> covariance.determinant();
                        case TRACE -> covariance.trace();
                        case ROOM -> covariance.d();
                    });
        }
    }

    /**
     * P6's versions with variances, in natural logarithms.
     *
     * @param strength         {@code log V[P' next] - log V[P next]}
     * @param adjustedStrength {@code log V[P' next] + log V[P] - log V[P'] - log V[P next]}
     */
    public record Variances(double strength, double adjustedStrength) {}

    /**
     * The same with a spread in place of entropy, one step from P.
     *
     * @param before steps from the square to P
     */
    public Variances variances(Spread spread, int before) {
        var m = map();
        var covariance = covariance(before);
        var decorrelated = covariance.diagonal();
        var strength = spread.log(after(m, decorrelated)) - spread.log(after(m, covariance));
        return new Variances(strength, strength - (spread.log(decorrelated) - spread.log(covariance)));
    }

    /**
     * Whether the law some steps from the square has a width, across its length, that differences of doubles can tell.
     */
    boolean isWide(int steps) {
        return width(Matrix2.IDENTITY, steps) >= NARROWEST;
    }

    /** Whether P, P next and P' next all have. */
    boolean isWide(int before, int steps) {
        var independent = after(map().power(before), Matrix2.IDENTITY).diagonal();
        return isWide(before) && isWide(before + steps) && width(independent, steps) >= NARROWEST;
    }

    /**
     * 1 - r^2, r the correlation of sT and sR some steps from a law in which they have none; by det M, for the
     * difference cancels.
     */
    private double width(Matrix2 independent, int steps) {
        var covariance = after(map().power(steps), independent);
        return Math.pow(gain, 2 * steps) * independent.determinant() / (covariance.a() * covariance.d());
    }

    private Matrix2 covariance(int steps) {
        var m = map().power(steps);
        var variance = side * side / 12;
        return after(m, new Matrix2(variance, 0, 0, variance));
    }

    private static Matrix2 after(Matrix2 m, Matrix2 covariance) {
        return m.times(covariance).times(m.transposed());
    }

    private static double log2(double value) {
        return Entropy.fromNats(Math.log(value));
    }
}
