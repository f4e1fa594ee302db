package org.basinlab.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.basinlab.data.Sha256;
import org.basinlab.experiment.Table;
import org.basinlab.run.ParquetFile;

/**
 * A part: a Parquet file that holds its own SHA-256, so that it is known whether a single bit has changed.
 *
 * <p>The digest stands in the file's metadata, under {@code basin_sha256}, as 64 hexadecimal digits; it is taken over
 * the whole file with zeros in their place. A file's metadata is not compressed, so the digits can be put in once the
 * file is there.
 */
final class PartFile {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.parquet");
    private static final Pattern ASIDE = Pattern.compile("[0-9a-f]{64}\\.parquet\\.tmp");
    private static final String KEY = "basin_sha256";
    private static final int DIGITS = 64;
    // Between a key and its text, Parquet's metadata (Thrift's compact protocol) has a field's head and a length.
    private static final int BETWEEN = 2;

    private PartFile() {}

    /** The file of a batch. */
    static String name(String batch) {
        return batch + ".parquet";
    }

    /** Under which a file is written before it gets its name; no reader of parts takes it for one. */
    static Path aside(Path part) {
        return part.resolveSibling(part.getFileName() + ".tmp");
    }

    /** Whether a file was left by a process that ended while it wrote. */
    static boolean isLeftover(Path file) {
        return ASIDE.matcher(file.toFile().getName()).matches();
    }

    /** Whether a file is taken for a part by readers of {@code parts/*.parquet}. */
    static boolean isRead(Path file) {
        return file.toFile().getName().endsWith(".parquet");
    }

    /** Writes a part. */
    static void write(Table rows, Path file) throws IOException {
        ParquetFile.write(rows, file, Map.of(KEY, "0".repeat(DIGITS)));
        var content = Files.readAllBytes(file);
        var place = place(content);
        if (place < 0) {
            throw new IOException(file + " was not written as it should be: its metadata is missing");
        }
        var digest = Sha256.of(content).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digest, 0, content, place, DIGITS);
        Files.write(file, content);
    }

    /** Whether a file is a part as it was written, to the last bit. */
    static boolean isWhole(Path file, byte[] content) {
        var place = place(content);
        if (place < 0 || !NAME.matcher(file.toFile().getName()).matches()) {
            return false;
        }
        var written = new String(content, place, DIGITS, StandardCharsets.US_ASCII);
        var blank = content.clone();
        Arrays.fill(blank, place, place + DIGITS, (byte) '0');
        return Sha256.of(blank).equals(written);
    }

    /** Where the digits are: after the last key; -1 if there is none. */
    private static int place(byte[] content) {
        var key = KEY.getBytes(StandardCharsets.US_ASCII);
        for (var i = content.length - key.length - BETWEEN - DIGITS; i >= 0; i--) {
            if (Arrays.equals(content, i, i + key.length, key, 0, key.length)) {
                return i + key.length + BETWEEN;
            }
        }
        return -1;
    }
}
