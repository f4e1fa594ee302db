package org.basinlab.cuda;

/** An array of {@code int} in a device's memory. */
public final class DeviceInts extends DeviceMemory {
    /**
     * Takes memory; what is in it is left over from before.
     *
     * @throws CudaException if there is not enough
     */
    public DeviceInts(Device device, long length) {
        super(device, length, Integer.BYTES);
    }

    /** An array with these numbers. */
    public static DeviceInts of(Device device, int[] numbers) {
        var array = new DeviceInts(device, numbers.length);
        try {
            array.write(0, numbers, 0, numbers.length);
            return array;
        } catch (CudaException e) {
            array.close();
            throw e;
        }
    }

    /** Writes {@code count} numbers, from {@code numbers[offset]} on, to {@code at} and after. */
    public void write(long at, int[] numbers, int offset, int count) {
        write(at, count, (block, from, n) -> block.write(0, numbers, offset + from, n));
    }

    /** Reads {@code count} numbers from {@code at} on into {@code numbers} (modified), from {@code offset} on. */
    public void read(long at, int[] numbers, int offset, int count) {
        read(at, count, (block, from, n) -> block.read(0, numbers, offset + from, n));
    }
}
