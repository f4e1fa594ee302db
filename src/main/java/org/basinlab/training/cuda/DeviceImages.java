package org.basinlab.training.cuda;

import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceBytes;
import org.basinlab.data.LabelledImages;

/** Images on the device, each in a row of {@code pitch} bytes, those after its pixels 0. */
final class DeviceImages {
    /** Images written at once. */
    private static final int TOGETHER = 4096;

    private DeviceImages() {}

    static DeviceBytes upload(Device device, LabelledImages images, int pitch) {
        var memory = new DeviceBytes(device, (long) images.count() * pitch);
        try {
            var size = images.pixelsPerImage();
            for (var first = 0; first < images.count(); first += TOGETHER) {
                var count = Math.min(TOGETHER, images.count() - first);
                var rows = new byte[count * pitch];
                for (var k = 0; k < count; k++) {
                    System.arraycopy(images.pixels(), (first + k) * size, rows, k * pitch, size);
                }
                memory.write((long) first * pitch, rows, 0, rows.length);
            }
            return memory;
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }
}
