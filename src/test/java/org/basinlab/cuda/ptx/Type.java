package org.basinlab.cuda.ptx;

import java.util.Locale;

/** PTX's fundamental types. */
enum Type {
    PRED(0),
    B8(1),
    U8(1),
    S8(1),
    B16(2),
    U16(2),
    S16(2),
    F16(2),
    BF16(2),
    B32(4),
    U32(4),
    S32(4),
    F32(4),
    F16X2(4),
    BF16X2(4),
    TF32(4),
    B64(8),
    U64(8),
    S64(8),
    F64(8);

    private final int bytes;

    Type(int bytes) {
        this.bytes = bytes;
    }

    /** Size in memory; 0 for a predicate, which has none. */
    int bytes() {
        return bytes;
    }

    int bits() {
        return bytes * 8;
    }

    boolean isSigned() {
        return name().charAt(0) == 'S';
    }

    boolean isFloat() {
        return switch (this) {
            case F16, BF16, F32, F64, F16X2, BF16X2, TF32 -> true;
            default -> false;
        };
    }

    /** The type that {@code word} names, without its dot; null if it names none. */
    static Type of(String word) {
        for (var type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return type;
            }
        }
        return null;
    }
}
