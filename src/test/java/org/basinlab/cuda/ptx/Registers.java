package org.basinlab.cuda.ptx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of a kernel's warps: 32 lanes of 32 bits (for registers of 16 bits too, with zeros above
 * them), or of 64 bits, or of one bit, as a mask, for a predicate. Constants are rows that all warps share.
 */
final class Registers {
    /**
     * A register.
     *
     * @param bits 1 for a predicate, else 16, 32 or 64
     * @param row  its number among those of its kind; those of 16 bits are of the 32-bit kind
     */
    record Register(int bits, int row) {}

    private final Map<Integer, Integer> constants32 = new LinkedHashMap<>();
    private final Map<Long, Integer> constants64 = new LinkedHashMap<>();
    private int rows32 = Special.values().length;
    private int rows64;
    private int predicates;

    Register declare(Type type) {
        return switch (type.bytes()) {
            case 0 -> new Register(1, predicates++);
            case 1, 2 -> new Register(16, rows32++);
            case 4 -> new Register(32, rows32++);
            default -> new Register(64, rows64++);
        };
    }

    int constant(int value) {
        return constants32.computeIfAbsent(value, v -> rows32++);
    }

    int constant(long value) {
        return constants64.computeIfAbsent(value, v -> rows64++);
    }

    int rows32() {
        return rows32;
    }

    int rows64() {
        return rows64;
    }

    int predicates() {
        return predicates;
    }

    /** The value of each constant row, by row. */
    Map<Integer, Integer> constants32() {
        return byRow(constants32);
    }

    /** As {@link #constants32()}. */
    Map<Integer, Long> constants64() {
        return byRow(constants64);
    }

    private static <V> Map<Integer, V> byRow(Map<V, Integer> rows) {
        var values = new HashMap<Integer, V>();
        rows.forEach((value, row) -> values.put(row, value));
        return values;
    }
}
