package org.basinlab.cuda;

/** An array of {@code byte} in a device's memory. */
public final class DeviceBytes extends DeviceMemory {
    /**
     * Takes memory; what is in it is left over from before.
     *
     * @throws CudaException if there is not enough
     */
    public DeviceBytes(Device device, long length) {
        super(device, length, Byte.BYTES);
    }

    /** An array with these numbers. */
    public static DeviceBytes of(Device device, byte[] numbers) {
        var array = new DeviceBytes(device, numbers.length);
        try {
            array.write(0, numbers, 0, numbers.length);
            return array;
        } catch (CudaException e) {
            array.close();
            throw e;
        }
    }

    /** Writes {@code count} numbers, from {@code numbers[offset]} on, to {@code at} and after. */
    public void write(long at, byte[] numbers, int offset, int count) {
        write(at, count, (block, from, n) -> block.write(0, numbers, offset + from, n));
    }

    /** Reads {@code count} numbers from {@code at} on into {@code numbers} (modified), from {@code offset} on. */
    public void read(long at, byte[] numbers, int offset, int count) {
        read(at, count, (block, from, n) -> block.read(0, numbers, offset + from, n));
    }
}
