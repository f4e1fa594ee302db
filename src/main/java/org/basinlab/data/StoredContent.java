package org.basinlab.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.basinlab.experiment.InputException;

/**
 * The whole content of a file, unzipped where it is gzipped. Whether it is, its first two bytes say
 * (1f 8b), not its name: a browser may have unzipped it on the way and left the name alone.
 */
final class StoredContent {
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;

    private StoredContent() {}

    /**
     * Reads to the end, so that gzip's own checksum has been compared before anyone looks at the
     * bytes. Memory grows with what is there, never with what a header says.
     *
     * @param limit most bytes to accept, uncompressed
     * @throws InputException if the file is absent, a folder, unreadable, larger than that, or its gzip
     *                        stream is damaged or cut short
     */
    static byte[] read(Path file, int limit) {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": is a folder, not a file; name a file inside it");
        }
        try (var stored = new BufferedInputStream(Files.newInputStream(file));
                var content = isGzip(stored) ? new GZIPInputStream(stored, 1 << 16) : stored) {
            var bytes = content.readNBytes(limit);
            InputException.require(
                    bytes.length < limit || content.read() < 0,
                    "%s: holds more than %d bytes uncompressed, the most that fits; give Java more memory (-Xmx)",
                    file,
                    limit);
            return bytes;
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": there is no such file; check the path", e);
        } catch (EOFException e) {
            throw new InputException(file + ": its gzip stream is cut short; fetch the file again", e);
        } catch (ZipException e) {
            throw new InputException(
                    file + ": its gzip stream is damaged (" + e.getMessage() + "); fetch the file again", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + reason(e) + "); check it and its permissions", e);
        }
    }

    private static boolean isGzip(InputStream stored) throws IOException {
        stored.mark(2);
        var gzip = stored.read() == GZIP_MAGIC_1 && stored.read() == GZIP_MAGIC_2;
        stored.reset();
        return gzip;
    }

    /** What the system said, without the file's name, which file system exceptions repeat. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException named && named.getReason() != null ? named.getReason() : e.getMessage();
    }
}
