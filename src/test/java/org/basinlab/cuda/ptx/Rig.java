package org.basinlab.cuda.ptx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An emulated GPU with one module, for tests: arrays in, a launch, arrays out. */
final class Rig {
    final DeviceMemory memory = new DeviceMemory(1L << 28);
    final Machine machine = new Machine(memory);
    private final KernelModule module;

    Rig(PtxModule module) {
        this.module = new KernelModule(module, memory);
    }

    Rig(String ptx) {
        this(PtxModule.parse(ptx));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private long put(ByteBuffer bytes) {
        long address = empty(bytes.capacity());
        memory.write(address, bytes.array());
        return address;
    }

    /** Memory that nothing wrote. */
    long empty(long bytes) {
        return memory.allocate(bytes);
    }

    long zeros(int bytes) {
        return put(buffer(bytes));
    }

    long put(float... values) {
        var bytes = buffer(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return put(bytes);
    }

    long put(double... values) {
        var bytes = buffer(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return put(bytes);
    }

    long put(int... values) {
        var bytes = buffer(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return put(bytes);
    }

    long put(long... values) {
        var bytes = buffer(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return put(bytes);
    }

    private ByteBuffer get(long address, int bytes) {
        return ByteBuffer.wrap(memory.read(address, bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    float[] floats(long address, int count) {
        var values = new float[count];
        get(address, count * Float.BYTES).asFloatBuffer().get(values);
        return values;
    }

    double[] doubles(long address, int count) {
        var values = new double[count];
        get(address, count * Double.BYTES).asDoubleBuffer().get(values);
        return values;
    }

    int[] ints(long address, int count) {
        var values = new int[count];
        get(address, count * Integer.BYTES).asIntBuffer().get(values);
        return values;
    }

    long[] longs(long address, int count) {
        var values = new long[count];
        get(address, count * Long.BYTES).asLongBuffer().get(values);
        return values;
    }

    /** Launches a kernel; arguments are boxed numbers of the parameters' sizes, or bytes. */
    void launch(String kernel, Dim grid, Dim block, int dynamicShared, Object... arguments) {
        var program = module.kernel(kernel);
        if (program == null) {
            throw new IllegalArgumentException("no kernel " + kernel);
        }
        var bytes = buffer(program.allParameterBytes());
        for (int i = 0; i < arguments.length; i++) {
            int at = program.parameterOffsets().get(i);
            if (arguments[i] instanceof Long value) {
                bytes.putLong(at, value);
            } else if (arguments[i] instanceof Integer value) {
                bytes.putInt(at, value);
            } else if (arguments[i] instanceof Float value) {
                bytes.putFloat(at, value);
            } else if (arguments[i] instanceof byte[] value) {
                System.arraycopy(value, 0, bytes.array(), at, value.length);
            } else {
                bytes.putDouble(at, (Double) arguments[i]);
            }
        }
        machine.launch(program, grid, block, dynamicShared, bytes.array());
    }

    /** Launches one block. */
    void launch(String kernel, int threads, Object... arguments) {
        launch(kernel, Dim.of(1), Dim.of(threads), 0, arguments);
    }
}
