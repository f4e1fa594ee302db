package org.basinlab.sweep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A folder's lock: one process at a time. It ends with the process, however that ends.
 *
 * <p>The file is removed with the lock. A process that opened it just before locks a file that is no longer in the
 * folder; so whoever locks gives the file a length by chance and sees whether the folder's file has it. It must not be
 * opened for that: on Unix, a process that closes any of its handles of a file loses its lock.
 */
final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";
    private static final int LONGEST = 4096;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Whether a file is the lock of its folder. */
    static boolean is(Path file) {
        return file.endsWith(NAME);
    }

    /**
     * Locks a folder.
     *
     * @return the lock; empty if somebody has it
     * @throws IOException if the folder cannot be written
     */
    static Optional<FolderLock> take(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        while (true) {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            if (isInPlace(file, channel)) {
                return Optional.of(new FolderLock(file, channel));
            }
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process: as taken as by another.
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isInPlace(Path file, FileChannel channel) throws IOException {
        var length = 1 + ThreadLocalRandom.current().nextInt(LONGEST);
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.allocate(length), 0);
            return Files.size(file) == length;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
