package org.basinlab.cuda;

/** An array of {@code float} in a device's memory. */
public final class DeviceFloats extends DeviceMemory {
    /**
     * Takes memory; what is in it is left over from before.
     *
     * @throws CudaException if there is not enough
     */
    public DeviceFloats(Device device, long length) {
        super(device, length, Float.BYTES);
    }

    /** An array with these numbers. */
    public static DeviceFloats of(Device device, float[] numbers) {
        var array = new DeviceFloats(device, numbers.length);
        try {
            array.write(0, numbers, 0, numbers.length);
            return array;
        } catch (CudaException e) {
            array.close();
            throw e;
        }
    }

    /** Writes {@code count} numbers, from {@code numbers[offset]} on, to {@code at} and after. */
    public void write(long at, float[] numbers, int offset, int count) {
        write(at, count, (block, from, n) -> block.write(0, numbers, offset + from, n));
    }

    /** Reads {@code count} numbers from {@code at} on into {@code numbers} (modified), from {@code offset} on. */
    public void read(long at, float[] numbers, int offset, int count) {
        read(at, count, (block, from, n) -> block.read(0, numbers, offset + from, n));
    }
}
