package org.basinlab.cuda;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** The buffer for errors among the options of cuModuleLoadDataEx. */
final class JitLog {
    private static final int ERROR_LOG_BUFFER = 5;
    private static final int ERROR_LOG_BUFFER_SIZE_BYTES = 6;

    private Pointer buffer;
    private int size;
    private Pointer sizeAt;

    JitLog(int count, int[] options, Pointer values) {
        for (int i = 0; i < count; i++) {
            var at = values.share((long) i * Long.BYTES);
            if (options[i] == ERROR_LOG_BUFFER) {
                buffer = at.getPointer(0);
            } else if (options[i] == ERROR_LOG_BUFFER_SIZE_BYTES) {
                size = at.getInt(0);
                sizeAt = at;
            }
        }
    }

    /** Writes a message, as much of it as fits, and over the buffer's size the message's. */
    void error(String message) {
        if (buffer == null || size < 1) {
            return;
        }
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, size - 1);
        buffer.write(0, bytes, 0, length);
        buffer.setByte(length, (byte) 0);
        sizeAt.setLong(0, length);
    }
}
