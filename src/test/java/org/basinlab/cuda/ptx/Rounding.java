package org.basinlab.cuda.ptx;

import java.math.BigDecimal;

/** IEEE 754's directions of rounding, and arithmetic in them. */
enum Rounding {
    NEAREST,
    ZERO,
    DOWN,
    UP;

    /** The direction among an instruction's modifiers; to the nearest if there is none. */
    static Rounding of(Statement s) {
        for (var word : s.words()) {
            switch (word) {
                case "rz", "rzi" -> {
                    return ZERO;
                }
                case "rm", "rmi" -> {
                    return DOWN;
                }
                case "rp", "rpi" -> {
                    return UP;
                }
                default -> {}
            }
        }
        return NEAREST;
    }

    /** The float for {@code high + low}, where {@code low} is less than half a unit of {@code high}'s last place. */
    float toFloat(double high, double low) {
        float nearest = (float) high;
        if (this == NEAREST && low != 0) {
            throw new IllegalArgumentException("rounding twice");
        }
        if (this == NEAREST || Double.isNaN(high) || Double.isInfinite(high)) {
            return nearest;
        }
        double rest = Float.isInfinite(nearest) ? -Math.signum(high) : high - nearest;
        double error = rest != 0 ? rest : low;
        return adjusted(nearest, error);
    }

    private float adjusted(float nearest, double error) {
        boolean down = this == DOWN || this == ZERO && (nearest > 0);
        boolean up = this == UP || this == ZERO && (nearest < 0);
        if (down && error < 0) {
            return Math.nextDown(nearest);
        }
        return up && error > 0 ? Math.nextUp(nearest) : nearest;
    }

    private double adjusted(double nearest, int error) {
        boolean down = this == DOWN || this == ZERO && (nearest > 0);
        boolean up = this == UP || this == ZERO && (nearest < 0);
        if (down && error < 0) {
            return Math.nextDown(nearest);
        }
        return up && error > 0 ? Math.nextUp(nearest) : nearest;
    }

    /** The sum of two doubles that each are exact. */
    private float sum(double a, double b) {
        double sum = a + b;
        double shadow = sum - a;
        double low = (a - (sum - shadow)) + (b - shadow);
        if (sum == 0 && this == DOWN && Math.copySign(1, a) != Math.copySign(1, b)) {
            return -0.0f;
        }
        return toFloat(sum, Double.isNaN(low) ? 0 : low);
    }

    float add(float a, float b) {
        return this == NEAREST ? a + b : sum(a, b);
    }

    float multiply(float a, float b) {
        return this == NEAREST ? a * b : toFloat((double) a * b, 0);
    }

    float fma(float a, float b, float c) {
        return this == NEAREST ? Math.fma(a, b, c) : sum((double) a * b, c);
    }

    float divide(float a, float b) {
        if (this == NEAREST) {
            return a / b;
        }
        double quotient = (double) a / b;
        double rest = Math.fma(-quotient, (double) b, (double) a) * Math.signum(b);
        return toFloat(quotient, Double.isNaN(rest) ? 0 : rest);
    }

    float sqrt(float a) {
        double root = Math.sqrt(a);
        if (this == NEAREST) {
            return (float) root;
        }
        double rest = Math.fma(-root, root, (double) a);
        return toFloat(root, Double.isNaN(rest) ? 0 : rest);
    }

    double add(double a, double b) {
        double sum = a + b;
        if (this == NEAREST || !Double.isFinite(a) || !Double.isFinite(b)) {
            return sum;
        }
        if (sum == 0) {
            return this == DOWN && Math.copySign(1, a) != Math.copySign(1, b) ? -0.0 : sum;
        }
        return directed(sum, new BigDecimal(a).add(new BigDecimal(b)));
    }

    double multiply(double a, double b) {
        double product = a * b;
        if (this == NEAREST || !Double.isFinite(a) || !Double.isFinite(b)) {
            return product;
        }
        return directed(product, new BigDecimal(a).multiply(new BigDecimal(b)));
    }

    double fma(double a, double b, double c) {
        double result = Math.fma(a, b, c);
        if (this == NEAREST || !Double.isFinite(a) || !Double.isFinite(b) || !Double.isFinite(c)) {
            return result;
        }
        var exact = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
        if (exact.signum() == 0) {
            return this == DOWN && Math.copySign(1, a) * Math.copySign(1, b) != Math.copySign(1, c) ? -0.0 : result;
        }
        return directed(result, exact);
    }

    double divide(double a, double b) {
        double quotient = a / b;
        if (this == NEAREST || !Double.isFinite(a) || !Double.isFinite(b) || b == 0) {
            return quotient;
        }
        if (Double.isInfinite(quotient)) {
            return adjusted(quotient, quotient > 0 ? -1 : 1);
        }
        var rest = new BigDecimal(a).subtract(new BigDecimal(quotient).multiply(new BigDecimal(b)));
        return adjusted(quotient, rest.signum() * (b > 0 ? 1 : -1));
    }

    double sqrt(double a) {
        double root = Math.sqrt(a);
        if (this == NEAREST || !Double.isFinite(root)) {
            return root;
        }
        var exact = new BigDecimal(root);
        return adjusted(root, new BigDecimal(a).compareTo(exact.multiply(exact)));
    }

    /** A double for an exact number, given the nearest one. */
    private double directed(double nearest, BigDecimal exact) {
        if (Double.isInfinite(nearest)) {
            return adjusted(nearest, nearest > 0 ? -1 : 1);
        }
        return adjusted(nearest, exact.compareTo(new BigDecimal(nearest)));
    }

    /** The integer that a double is rounded to, of its sign where it is zero. */
    double toIntegral(double a) {
        return switch (this) {
            case NEAREST -> Math.rint(a);
            case ZERO -> a < 0 ? Math.ceil(a) : Math.floor(a);
            case DOWN -> Math.floor(a);
            case UP -> Math.ceil(a);
        };
    }
}
