package org.basinlab.cuda.ptx;

/** The numbers of PTX. */
final class Constants {
    private Constants() {}

    static boolean isNumber(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    /** A constant as an operand; {@code negative} where a minus stands before it. */
    static Operand operand(String word, boolean negative, int line) {
        if (word.startsWith("0f") || word.startsWith("0F")) {
            var value = Float.intBitsToFloat((int) hexadecimal(word, line));
            return new Operand.Real(negative ? -value : value);
        }
        if (word.startsWith("0d") || word.startsWith("0D")) {
            var value = Double.longBitsToDouble(hexadecimal(word, line));
            return new Operand.Real(negative ? -value : value);
        }
        if (word.indexOf('.') >= 0) {
            var value = Double.parseDouble(word);
            return new Operand.Real(negative ? -value : value);
        }
        long value = integer(word, line);
        return new Operand.Integral(negative ? -value : value);
    }

    private static long hexadecimal(String word, int line) {
        try {
            return Long.parseUnsignedLong(word.substring(2), 16);
        } catch (NumberFormatException e) {
            throw new PtxException(line, "not a number: " + word);
        }
    }

    /** An integer constant: decimal, hexadecimal, octal or binary, with or without {@code U}. */
    static long integer(String word, int line) {
        var digits = word.endsWith("U") ? word.substring(0, word.length() - 1) : word;
        try {
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                return Long.parseUnsignedLong(digits.substring(2), 16);
            }
            if (digits.startsWith("0b") || digits.startsWith("0B")) {
                return Long.parseUnsignedLong(digits.substring(2), 2);
            }
            if (digits.length() > 1 && digits.charAt(0) == '0') {
                return Long.parseUnsignedLong(digits, 8);
            }
            return Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            throw new PtxException(line, "not a number: " + word);
        }
    }
}
