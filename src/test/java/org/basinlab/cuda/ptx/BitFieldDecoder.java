package org.basinlab.cuda.ptx;

/** Decodes {@code bfe} and {@code bfi}: position and length come from the low bytes of their operands. */
final class BitFieldDecoder {
    private BitFieldDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        var type = s.type();
        boolean wide = type.bytes() == 8;
        if (s.opcode().equals("bfe")) {
            boolean signed = type.isSigned();
            return wide
                    ? new FieldOf64(o.qd(0), o.q(1), -1, o.r(2), o.r(3), signed)
                    : new Elementwise.Ternary32(
                            o.rd(0), o.r(1), o.r(2), o.r(3), (a, b, c) -> (int) extract(a, b, c, 32, signed));
        }
        return wide
                ? new FieldOf64(o.qd(0), o.q(1), o.q(2), o.r(3), o.r(4), false)
                : new Insertion(o.rd(0), o.r(1), o.r(2), o.r(3), o.r(4));
    }

    /** The field of {@code a}; beyond its bits there are copies of its sign, or zeros. */
    static long extract(long a, int position, int length, int width, boolean signed) {
        int from = position & 0xff;
        int count = length & 0xff;
        if (count == 0) {
            return 0;
        }
        int msb = width - 1;
        boolean fill = signed && (a >>> Math.min(from + count - 1, msb) & 1) != 0;
        long result = 0;
        for (int i = 0; i <= msb; i++) {
            boolean set = i < count && from + i <= msb ? (a >>> from + i & 1) != 0 : fill;
            if (set) {
                result |= 1L << i;
            }
        }
        return result;
    }

    /** {@code b} with the low bits of {@code a} at a position. */
    static long insert(long a, long b, int position, int length, int width) {
        int from = position & 0xff;
        int count = length & 0xff;
        long result = b;
        for (int i = 0; i < count && from + i < width; i++) {
            long bit = 1L << from + i;
            result = (a >>> i & 1) != 0 ? result | bit : result & ~bit;
        }
        return result;
    }

    private static final class Insertion extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final int position;
        private final int length;

        Insertion(int destination, int a, int b, int position, int length) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.position = position;
            this.length = length;
        }

        @Override
        void execute(Warp warp, int mask) {
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                warp.r[destination][lane] = (int)
                        insert(warp.r[a][lane], warp.r[b][lane], warp.r[position][lane], warp.r[length][lane], 32);
            }
        }
    }

    private static final class FieldOf64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final int position;
        private final int length;
        private final boolean signed;

        /** Takes a field of {@code a} if {@code b} is negative, and else puts it into {@code b}. */
        FieldOf64(int destination, int a, int b, int position, int length, boolean signed) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.position = position;
            this.length = length;
            this.signed = signed;
        }

        @Override
        void execute(Warp warp, int mask) {
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                int from = warp.r[position][lane];
                int count = warp.r[length][lane];
                long value = warp.q[a][lane];
                warp.q[destination][lane] = b < 0
                        ? extract(value, from, count, 64, signed)
                        : insert(value, warp.q[b][lane], from, count, 64);
            }
        }
    }
}
