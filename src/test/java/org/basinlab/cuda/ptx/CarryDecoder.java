package org.basinlab.cuda.ptx;

/** Decodes {@code add.cc}, {@code addc}, {@code sub.cc}, {@code subc}, {@code mad.cc} and {@code madc}. */
final class CarryDecoder {
    private CarryDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        boolean takes = s.opcode().equals("addc")
                || s.opcode().equals("subc")
                || s.opcode().equals("madc");
        boolean leaves = s.has("cc");
        if (!takes && !leaves) {
            return null;
        }
        var type = s.type();
        if (type.isFloat() || type.bytes() < 4) {
            throw s.unknown();
        }
        boolean wide = type.bytes() == 8;
        boolean signed = type.isSigned();
        int destination = wide ? o.qd(0) : o.rd(0);
        int a = wide ? o.q(1) : o.r(1);
        int b = wide ? o.q(2) : o.r(2);
        return switch (s.opcode()) {
            case "add", "addc" -> new Carry(wide, false, takes, leaves, destination, a, a, b, (x, y) -> x);
            case "sub", "subc" -> new Carry(wide, true, takes, leaves, destination, a, a, b, (x, y) -> x);
            case "mad", "madc" -> {
                int c = wide ? o.q(3) : o.r(3);
                Carry.Term term = s.has("hi") ? high(wide, signed) : (x, y) -> x * y;
                yield new Carry(wide, false, takes, leaves, destination, a, b, c, term);
            }
            default -> throw s.unknown();
        };
    }

    private static Carry.Term high(boolean wide, boolean signed) {
        return wide
                ? (x, y) -> LongDecoder.high(x, y, signed)
                : (x, y) -> IntegerDecoder.high((int) x, (int) y, signed);
    }
}
