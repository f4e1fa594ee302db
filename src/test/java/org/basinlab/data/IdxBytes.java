package org.basinlab.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** IDX files for tests, written by the format's description and not by the code under test. */
public final class IdxBytes {
    private IdxBytes() {}

    public static byte[] idx(byte[] values, int... shape) {
        var bytes = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
        bytes.put(new byte[] {0, 0, 8, (byte) shape.length});
        for (var size : shape) {
            bytes.putInt(size);
        }
        return bytes.put(values).array();
    }

    public static byte[] gzip(byte[] content) {
        var stored = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(stored)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored.toByteArray();
    }

    /** Values that differ from their neighbours, 0 and 255 among them when there are 256. */
    public static byte[] ramp(int length) {
        var values = new byte[length];
        for (var i = 0; i < length; i++) {
            values[i] = (byte) (i * 37 + 11);
        }
        return values;
    }

    /** Writes a whole set of 2 x 3 images: 300 to train on, of classes 0 to 9, and 4 to test on, of classes 3 to 6. */
    public static void writeSet(Path folder) throws IOException {
        var trainLabels = new byte[300];
        for (var i = 0; i < trainLabels.length; i++) {
            trainLabels[i] = (byte) (i * 7 % 10);
        }
        Files.write(folder.resolve("train-images-idx3-ubyte"), idx(ramp(1800), 300, 2, 3));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), idx(trainLabels, 300));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), idx(ramp(24), 4, 2, 3));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), idx(new byte[] {3, 4, 5, 6}, 4));
    }
}
