package org.basinlab.cuda.ptx;

/** PTX's comparisons; those of floats that end in {@code u} hold for NaN too. */
final class Comparison {
    private Comparison() {}

    /** The comparison among an instruction's modifiers; null if there is none. */
    static String of(Statement s) {
        for (var word : s.words().subList(1, s.words().size())) {
            switch (word) {
                case "eq", "ne", "lt", "le", "gt", "ge", "lo", "ls", "hi", "hs" -> {
                    return word;
                }
                case "equ", "neu", "ltu", "leu", "gtu", "geu", "num", "nan" -> {
                    return word;
                }
                default -> {}
            }
        }
        return null;
    }

    /** A test of doubles, which orders floats too. */
    interface DoubleTest {
        boolean holds(double a, double b);
    }

    static DoubleTest floating(Statement s, String comparison) {
        return switch (comparison) {
            case "eq" -> (a, b) -> a == b;
            case "ne" -> (a, b) -> a < b || a > b;
            case "lt" -> (a, b) -> a < b;
            case "le" -> (a, b) -> a <= b;
            case "gt" -> (a, b) -> a > b;
            case "ge" -> (a, b) -> a >= b;
            case "equ" -> (a, b) -> !(a < b || a > b);
            case "neu" -> (a, b) -> a != b;
            case "ltu" -> (a, b) -> !(a >= b);
            case "leu" -> (a, b) -> !(a > b);
            case "gtu" -> (a, b) -> !(a <= b);
            case "geu" -> (a, b) -> !(a < b);
            case "num" -> (a, b) -> a == a && b == b;
            case "nan" -> (a, b) -> a != a || b != b;
            default -> throw s.unknown();
        };
    }

    static Predicates.IntTest integral32(Statement s, String comparison, boolean signed) {
        return switch (signed ? comparison : unsigned(comparison)) {
            case "eq" -> (a, b) -> a == b;
            case "ne" -> (a, b) -> a != b;
            case "lt" -> (a, b) -> a < b;
            case "le" -> (a, b) -> a <= b;
            case "gt" -> (a, b) -> a > b;
            case "ge" -> (a, b) -> a >= b;
            case "lo" -> (a, b) -> Integer.compareUnsigned(a, b) < 0;
            case "ls" -> (a, b) -> Integer.compareUnsigned(a, b) <= 0;
            case "hi" -> (a, b) -> Integer.compareUnsigned(a, b) > 0;
            case "hs" -> (a, b) -> Integer.compareUnsigned(a, b) >= 0;
            default -> throw s.unknown();
        };
    }

    static Predicates.LongTest integral64(Statement s, String comparison, boolean signed) {
        return switch (signed ? comparison : unsigned(comparison)) {
            case "eq" -> (a, b) -> a == b;
            case "ne" -> (a, b) -> a != b;
            case "lt" -> (a, b) -> a < b;
            case "le" -> (a, b) -> a <= b;
            case "gt" -> (a, b) -> a > b;
            case "ge" -> (a, b) -> a >= b;
            case "lo" -> (a, b) -> Long.compareUnsigned(a, b) < 0;
            case "ls" -> (a, b) -> Long.compareUnsigned(a, b) <= 0;
            case "hi" -> (a, b) -> Long.compareUnsigned(a, b) > 0;
            case "hs" -> (a, b) -> Long.compareUnsigned(a, b) >= 0;
            default -> throw s.unknown();
        };
    }

    private static String unsigned(String comparison) {
        return switch (comparison) {
            case "lt" -> "lo";
            case "le" -> "ls";
            case "gt" -> "hi";
            case "ge" -> "hs";
            default -> comparison;
        };
    }
}
