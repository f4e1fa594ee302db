package org.basinlab.training.cuda;

import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceDoubles;
import org.basinlab.cuda.DeviceFloats;
import org.basinlab.cuda.DeviceMemory;
import org.basinlab.network.Precision;

/** Real numbers on a device in the type that kernels compute in; here they are {@code double}. */
final class Reals implements AutoCloseable {
    private final DeviceMemory memory;

    Reals(Device device, Precision precision, long length) {
        memory = precision.isSingle() ? new DeviceFloats(device, length) : new DeviceDoubles(device, length);
    }

    /** Bytes a number. */
    static int bytes(Precision precision) {
        return precision.isSingle() ? Float.BYTES : Double.BYTES;
    }

    long address() {
        return memory.address();
    }

    /** Where a number is, for kernels. */
    long address(long number) {
        return memory.address(number);
    }

    void clear() {
        memory.clear();
    }

    /** Writes {@code numbers} to {@code at} and after, rounded to the type. */
    void write(long at, double[] numbers) {
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
    double[] read(long at, int count) {
        var numbers = new double[count];
        if (memory instanceof DeviceDoubles doubles) {
            doubles.read(at, numbers, 0, count);
        } else {
            var singles = new float[count];
            ((DeviceFloats) memory).read(at, singles, 0, count);
            for (var k = 0; k < count; k++) {
                numbers[k] = singles[k];
            }
        }
        return numbers;
    }

    @Override
    public void close() {
        memory.close();
    }
}
