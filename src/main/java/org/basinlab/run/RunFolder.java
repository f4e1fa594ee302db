package org.basinlab.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.basinlab.experiment.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder a run writes. Until it is finished it is called {@code NAME.partial}, has a marker in it and a
 * lock beside it, {@code NAME.lock}; finishing syncs its files and renames it. So a folder without that ending
 * is whole, whenever the run was killed. What a killed run left is known by its marker and cleared by the next
 * run of that name; nothing else is ever removed.
 */
public final class RunFolder implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final String MARKER = ".basin-unfinished";

    private final Path target;
    private final Path partial;
    private final FileChannel lock;
    private final List<Path> made;
    private boolean ended;

    private RunFolder(Path target, Path partial, FileChannel lock, List<Path> made) {
        this.target = target;
        this.partial = partial;
        this.lock = lock;
        this.made = made;
    }

    /** A folder named by the time and the experiment. */
    public static Path named(Path runs, String experiment) {
        var name = LocalDateTime.now().format(TIME) + "-" + experiment;
        var folder = runs.resolve(name);
        for (var i = 2; Files.exists(folder) || Files.exists(partial(folder)); i++) {
            folder = runs.resolve(name + "-" + i);
        }
        return folder;
    }

    /**
     * Begins to write a folder.
     *
     * @throws InputException if it is there already and not empty, if another run is writing it, or if
     *                        nothing can be written there
     */
    public static RunFolder begin(Path target) {
        var absolute = target.toAbsolutePath().normalize();
        InputException.require(
                absolute.getFileName() != null && !target.toString().isBlank(), "--out %s is no folder's name", target);
        var partial = partial(absolute);
        var made = missingParents(partial);
        FileChannel lock = null;
        try {
            Files.createDirectories(absolute.resolveSibling(".").normalize());
            lock = lock(lockFile(absolute));
            InputException.require(lock != null, "another run is writing %s: give another --out", target);
            requireFree(absolute, target);
            requireOurs(partial);
            Files.createDirectories(partial);
            Files.writeString(partial.resolve(MARKER), "A run that was not finished.\n");
            clear(partial, partial.resolve(MARKER));
            return new RunFolder(absolute, partial, lock, made);
        } catch (IOException e) {
            release(lock, absolute);
            throw new InputException("cannot write to " + target + ": " + reason(e), e);
        } catch (InputException e) {
            release(lock, absolute);
            throw e;
        }
    }

    private static void requireFree(Path absolute, Path target) throws IOException {
        if (Files.exists(absolute)) {
            InputException.require(Files.isDirectory(absolute), "--out %s is a file: give another", target);
            try (var inside = Files.list(absolute)) {
                InputException.require(
                        inside.findAny().isEmpty(),
                        "%s is there already and is not overwritten: give another --out or remove it",
                        target);
            }
        }
    }

    private static void requireOurs(Path partial) throws IOException {
        if (Files.exists(partial) && !Files.exists(partial.resolve(MARKER))) {
            throw new InputException(partial + " is there already and no run left it: move it, or give another --out");
        }
    }

    /** Whether a folder, or the one that a run would give this name, is that of a run that has not ended, or never did. */
    public static boolean isUnfinished(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        return Files.exists(absolute.resolve(MARKER))
                || absolute.getFileName() != null
                        && !Files.exists(absolute)
                        && Files.exists(partial(absolute).resolve(MARKER));
    }

    /** Where to write a file of the run while it is unfinished. */
    public Path file(String name) throws IOException {
        var file = partial.resolve(name);
        Files.createDirectories(file.resolveSibling(".").normalize());
        return file;
    }

    /**
     * Ends writing: the folder gets its name.
     *
     * @return the finished folder
     * @throws IOException if it cannot be synced or renamed
     */
    public synchronized Path finish() throws IOException {
        try (var files = Files.walk(partial)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        Files.delete(partial.resolve(MARKER));
        Files.deleteIfExists(target);
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, target);
        }
        ended = true;
        release(lock, target);
        return target;
    }

    /**
     * Ends writing, unfinished: what was written stays under the partial name.
     *
     * @return where
     */
    public synchronized Path abandon() {
        if (!ended) {
            ended = true;
            release(lock, target);
        }
        return partial;
    }

    /** Removes what was written, and the folders made to hold it, if the run has not ended. */
    @Override
    public synchronized void close() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        clear(partial, null);
        Files.deleteIfExists(partial);
        release(lock, target);
        for (var parent : made) {
            try {
                Files.deleteIfExists(parent);
            } catch (DirectoryNotEmptyException e) {
                // Somebody else has come to use it, and so its parents.
                return;
            }
        }
    }

    /** The folders above {@code path} that are not there yet, innermost first. */
    private static List<Path> missingParents(Path path) {
        return Stream.iterate(path.getParent(), Objects::nonNull, Path::getParent)
                .takeWhile(parent -> !Files.exists(parent))
                .toList();
    }

    private static Path partial(Path target) {
        return target.resolveSibling(target.getFileName() + ".partial");
    }

    private static Path lockFile(Path target) {
        return target.resolveSibling(target.getFileName() + ".lock");
    }

    /** The lock of a file, until it is closed; null if somebody has it. */
    static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: as taken as by another.
        }
        channel.close();
        return null;
    }

    private static void release(FileChannel lock, Path target) {
        if (lock != null) {
            try {
                Files.deleteIfExists(lockFile(target));
                lock.close();
            } catch (IOException e) {
                // An empty file stays beside the folder; a lock ends with its process.
                LOG.debug("lock of {} not removed", target, e);
            }
        }
    }

    /** Removes all that is inside, but for one file. */
    private static void clear(Path folder, Path but) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (var path : (Iterable<Path>) inside.sorted(Comparator.reverseOrder())::iterator) {
                if (!path.equals(folder) && !path.equals(but)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
            return "a file of that name is in the way";
        }
        return e instanceof AccessDeniedException
                ? "permission denied"
                : e.getMessage() + " (" + e.getClass().getSimpleName() + ")";
    }
}
