package org.basinlab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.basinlab.stats.Interval;

/**
 * Numbers as a reader wants them: four significant digits at most, a true minus sign, the same in
 * every locale. {@code findings.json} has all the digits.
 */
public final class Numbers {
    /** Stands where there is no number. */
    static final String NONE = "–";

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private Numbers() {}

    /** Four significant digits without trailing zeros; a dash for null and what is not finite. */
    public static String show(Double value) {
        if (value == null || !Double.isFinite(value)) {
            return NONE;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return count(value.longValue());
        }
        return rounded(value, FOUR_DIGITS);
    }

    /** A whole number, digits in groups of three from five digits on. */
    public static String count(long value) {
        var digits = String.valueOf(value);
        return minus(
                value > -10_000 && value < 10_000 ? digits : digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f"));
    }

    /** {@code low to high} on one line, three significant digits each; a dash for null. */
    public static String show(Interval interval) {
        return interval == null
                ? NONE
                : rounded(interval.low(), THREE_DIGITS) + "\u00a0to\u00a0" + rounded(interval.high(), THREE_DIGITS);
    }

    /** A probability under a null hypothesis: two digits, and never smaller than it can be told. */
    public static String pValue(Double p) {
        if (p == null || !Double.isFinite(p)) {
            return NONE;
        }
        return p < 1e-4 ? "< 0.0001" : rounded(p, TWO_DIGITS);
    }

    /** As it would be typed, every digit there: Java writes 0.0001 as 1.0E-4. A dash for null. */
    static String plain(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value == null ? NONE : value.toString();
    }

    /** The hyphen that Java writes, made a minus sign. */
    static String minus(String digits) {
        return digits.replace('-', '\u2212');
    }

    private static String rounded(double value, MathContext digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : minus(String.valueOf(value).replace("Infinity", "∞"));
        }
        var plain = new BigDecimal(value).round(digits).stripTrailingZeros();
        var exponent = plain.precision() - plain.scale() - 1;
        if (exponent >= -4 && exponent < 9) {
            return minus(plain.toPlainString());
        }
        return minus(plain.scaleByPowerOfTen(-exponent).toPlainString()) + "×" + tenTo(exponent);
    }

    /** A power of ten with its exponent raised. */
    static String tenTo(int power) {
        var text = new StringBuilder("10").append(power < 0 ? "⁻" : "");
        for (var digit : String.valueOf(Math.abs(power)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }
}
