package org.basinlab.cuda;

/** Real numbers in a device's memory, in the type that kernels compute in; here they are {@code double}. */
public final class DeviceReals implements AutoCloseable {
    private final DeviceMemory memory;

    /**
     * Takes memory; what is in it is left over from before.
     *
     * @param single whether they are of single precision, or of double
     * @throws CudaException if there is not enough
     */
    public DeviceReals(Device device, boolean single, long length) {
        memory = single ? new DeviceFloats(device, length) : new DeviceDoubles(device, length);
    }

    /** Bytes a number. */
    public static int bytes(boolean single) {
        return single ? Float.BYTES : Double.BYTES;
    }

    /** The memory itself, for kernels. */
    public DeviceMemory memory() {
        return memory;
    }

    /** Where it begins, for kernels. */
    public long address() {
        return memory.address();
    }

    /** Where a number is, for kernels. */
    public long address(long number) {
        return memory.address(number);
    }

    /** Makes all of them 0. */
    public void clear() {
        memory.clear();
    }

    /** Writes {@code numbers} to {@code at} and after, rounded to the type. */
    public void write(long at, double[] numbers) {
        if (memory instanceof DeviceDoubles doubles) {
            doubles.write(at, numbers, 0, numbers.length);
        } else {
            var rounded = new float[numbers.length];
            for (var k = 0; k < rounded.length; k++) {
                rounded[k] = (float) numbers[k];
            }
            ((DeviceFloats) memory).write(at, rounded, 0, rounded.length);
        }
    }

    /** The {@code count} numbers from {@code at} on. */
    public double[] read(long at, int count) {
        var numbers = new double[count];
        read(at, numbers, 0, count);
        return numbers;
    }

    /** Reads {@code count} numbers from {@code at} on into {@code numbers} (modified), from {@code offset} on. */
    public void read(long at, double[] numbers, int offset, int count) {
        if (memory instanceof DeviceDoubles doubles) {
            doubles.read(at, numbers, offset, count);
        } else {
            var singles = new float[count];
            ((DeviceFloats) memory).read(at, singles, 0, count);
            for (var k = 0; k < count; k++) {
                numbers[offset + k] = singles[k];
            }
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
