package org.basinlab.cuda.ptx;

import java.util.Set;
import java.util.function.LongUnaryOperator;

/** Conversions from and to floating point. */
final class FloatConversion {
    private static final Set<String> INTEGRAL = Set.of("rni", "rzi", "rmi", "rpi");
    private static final double TWO_63 = 0x1p63;

    private FloatConversion() {}

    private static boolean roundsToIntegral(Statement s) {
        return s.words().stream().anyMatch(INTEGRAL::contains);
    }

    /** A register's floating-point number as a double, which holds all of them. */
    private static double read(long raw, Type from, boolean ftz) {
        return switch (from) {
            case F64 -> Double.longBitsToDouble(raw);
            case F32 -> ftz ? Floats.flushed((int) raw) : Float.intBitsToFloat((int) raw);
            case F16 -> Half.toFloat((int) raw & 0xffff);
            default -> Half.ofBfloat((int) raw & 0xffff);
        };
    }

    static LongUnaryOperator floatToFloat(Statement s, Type to, Type from) {
        if (s.has("relu") || s.has("satfinite")) {
            throw s.unknown();
        }
        boolean ftz = s.has("ftz");
        boolean sat = s.has("sat");
        boolean integral = roundsToIntegral(s);
        var rounding = Rounding.of(s);
        if (to == Type.TF32) {
            if (!s.has("rna") || from != Type.F32) {
                throw s.unknown();
            }
            return a -> Half.toTf32(Float.intBitsToFloat((int) a));
        }
        if ((to.bytes() == 2 || from.bytes() == 2) && (rounding != Rounding.NEAREST || from == Type.F64)) {
            throw s.unknown();
        }
        if (to == Type.F64 && from == Type.F32 && !ftz && !sat) {
            return a -> Double.doubleToRawLongBits(Float.intBitsToFloat((int) a));
        }
        return a -> {
            double value = read(a, from, ftz);
            if (integral) {
                value = rounding.toIntegral(value);
            }
            if (sat) {
                value = value > 0 ? Math.min(value, 1) : 0;
            }
            return switch (to) {
                case F64 -> Double.doubleToRawLongBits(value);
                case F32 -> {
                    float result = rounding.toFloat(value, 0);
                    yield ftz ? Floats.flush(result) : Float.floatToRawIntBits(result);
                }
                case F16 -> Half.ofFloat((float) value);
                default -> Half.toBfloat((float) value);
            };
        };
    }

    static LongUnaryOperator integerToFloat(Statement s, Type to, Type from) {
        var rounding = Rounding.of(s);
        if (s.has("sat") || to.bytes() == 2 && from.bytes() > 2) {
            throw s.unknown();
        }
        return a -> {
            long value = ConvertDecoder.extend(a, from);
            boolean huge = from == Type.U64 && value < 0;
            return switch (to) {
                case F64 -> Double.doubleToRawLongBits(toDouble(value, huge, rounding));
                case F32 -> Float.floatToRawIntBits(toFloat(value, huge, rounding));
                case F16 -> Half.ofFloat(value);
                default -> Half.toBfloat(value);
            };
        };
    }

    /** An unsigned number beyond 2^63 is halved first, with the bit lost kept where it decides. */
    private static double toDouble(long value, boolean huge, Rounding rounding) {
        long half = huge ? value >>> 1 | value & 1 : value;
        double nearest = (double) half;
        long error = nearest == TWO_63 ? half - Long.MAX_VALUE - 1 : half - (long) nearest;
        double result = nearest;
        if (error < 0 && (rounding == Rounding.DOWN || rounding == Rounding.ZERO && half > 0)) {
            result = Math.nextDown(nearest);
        } else if (error > 0 && (rounding == Rounding.UP || rounding == Rounding.ZERO && half < 0)) {
            result = Math.nextUp(nearest);
        }
        return huge ? result * 2 : result;
    }

    private static float toFloat(long value, boolean huge, Rounding rounding) {
        long half = huge ? value >>> 1 | value & 1 : value;
        if (rounding == Rounding.NEAREST) {
            return huge ? (float) half * 2 : (float) half;
        }
        double high = (double) half;
        long error = high == TWO_63 ? half - Long.MAX_VALUE - 1 : half - (long) high;
        float result = rounding.toFloat(high, error);
        return huge ? result * 2 : result;
    }

    static LongUnaryOperator floatToInteger(Statement s, Type to, Type from) {
        var rounding = Rounding.of(s);
        boolean ftz = s.has("ftz");
        if (!roundsToIntegral(s)) {
            throw s.unknown();
        }
        boolean signed = to.isSigned();
        int bits = to.bits();
        boolean zeroOfNan = from != Type.F64 && bits < 64;
        return a -> {
            double value = read(a, from, ftz);
            if (Double.isNaN(value)) {
                return zeroOfNan ? 0 : ConvertDecoder.extend(1L << bits - 1, to);
            }
            double whole = rounding.toIntegral(value);
            if (bits == 64) {
                return signed ? (long) whole : toUnsigned(whole);
            }
            double max = signed ? 0x1p0 * ((1L << bits - 1) - 1) : (1L << bits) - 1;
            double min = signed ? -max - 1 : 0;
            return (long) Math.max(min, Math.min(max, whole));
        };
    }

    private static long toUnsigned(double whole) {
        if (whole <= 0) {
            return 0;
        }
        if (whole < TWO_63) {
            return (long) whole;
        }
        return whole >= 2 * TWO_63 ? -1 : (long) (whole - TWO_63) ^ Long.MIN_VALUE;
    }
}
