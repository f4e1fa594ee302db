package org.basinlab.cuda;

/** An array of {@code double} in a device's memory. */
public final class DeviceDoubles extends DeviceMemory {
    /**
     * Takes memory; what is in it is left over from before.
     *
     * @throws CudaException if there is not enough
     */
    public DeviceDoubles(Device device, long length) {
        super(device, length, Double.BYTES);
    }

    /** An array with these numbers. */
    public static DeviceDoubles of(Device device, double[] numbers) {
        var array = new DeviceDoubles(device, numbers.length);
        try {
            array.write(0, numbers, 0, numbers.length);
            return array;
        } catch (CudaException e) {
            array.close();
            throw e;
        }
    }

    /** Writes {@code count} numbers, from {@code numbers[offset]} on, to {@code at} and after. */
    public void write(long at, double[] numbers, int offset, int count) {
        write(at, count, (block, from, n) -> block.write(0, numbers, offset + from, n));
    }

    /** Reads {@code count} numbers from {@code at} on into {@code numbers} (modified), from {@code offset} on. */
    public void read(long at, double[] numbers, int offset, int count) {
        read(at, count, (block, from, n) -> block.read(0, numbers, offset + from, n));
    }
}
