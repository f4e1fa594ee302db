package org.basinlab.cuda;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * What a kernel is given, in the order of its parameters. CUDA wants the address of every value; the values stay where
 * they are until this is closed, and may be changed between launches.
 */
public final class Arguments implements AutoCloseable {
    /** Enough for every simple value, whatever its alignment. */
    private static final int SLOT = 8;

    private final Memory values;
    private final Memory addresses;
    private final long[] at;

    private Arguments(Object... arguments) {
        at = new long[arguments.length];
        var bytes = 0L;
        for (var k = 0; k < arguments.length; k++) {
            at[k] = bytes;
            bytes += arguments[k] instanceof ByteBuffer struct ? (struct.remaining() + SLOT - 1L) / SLOT * SLOT : SLOT;
        }
        values = new Memory(Math.max(SLOT, bytes));
        addresses = new Memory(Math.max(SLOT, (long) arguments.length * SLOT));
        for (var k = 0; k < arguments.length; k++) {
            addresses.setPointer((long) k * SLOT, values.share(at[k]));
            put(k, arguments[k]);
        }
    }

    /**
     * Arguments.
     *
     * @param arguments each an {@code Integer}, {@code Long}, {@code Float}, {@code Double}, {@link DeviceMemory} for a
     *     pointer to it, or a {@code ByteBuffer} for a structure by value, fields aligned as in C
     */
    public static Arguments of(Object... arguments) {
        return new Arguments(arguments);
    }

    /** Changes one for the launches after this, to a value of the same type. */
    public Arguments set(int index, int value) {
        values.setInt(at[index], value);
        return this;
    }

    private void put(int index, Object argument) {
        var to = at[index];
        if (argument instanceof Integer number) {
            values.setInt(to, number);
        } else if (argument instanceof Long number) {
            values.setLong(to, number);
        } else if (argument instanceof Float number) {
            values.setFloat(to, number);
        } else if (argument instanceof Double number) {
            values.setDouble(to, number);
        } else if (argument instanceof DeviceMemory memory) {
            values.setLong(to, memory.address());
        } else if (argument instanceof ByteBuffer struct) {
            var bytes = new byte[struct.remaining()];
            struct.duplicate().get(bytes);
            values.write(to, bytes, 0, bytes.length);
        } else {
            throw new IllegalArgumentException("no argument of a kernel: " + argument);
        }
    }

    Pointer addresses() {
        return addresses;
    }

    @Override
    public void close() {
        values.close();
        addresses.close();
    }
}
