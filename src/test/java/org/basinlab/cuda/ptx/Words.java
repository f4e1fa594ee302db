package org.basinlab.cuda.ptx;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in arrays of bytes, in the GPU's byte order. */
final class Words {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BYTE = MethodHandles.arrayElementVarHandle(byte[].class);

    private Words() {}

    static int short16(byte[] data, int at) {
        return (short) SHORT.get(data, at);
    }

    static void short16(byte[] data, int at, int value) {
        SHORT.set(data, at, (short) value);
    }

    static int int32(byte[] data, int at) {
        return (int) INT.get(data, at);
    }

    static void int32(byte[] data, int at, int value) {
        INT.set(data, at, value);
    }

    static long long64(byte[] data, int at) {
        return (long) LONG.get(data, at);
    }

    static void long64(byte[] data, int at, long value) {
        LONG.set(data, at, value);
    }

    /** Sets bits of a byte that other threads may set bits of. */
    static void setBits(byte[] data, int at, int bits) {
        BYTE.getAndBitwiseOr(data, at, (byte) bits);
    }
}
