package org.basinlab.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
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

/**
 * The folder a run writes. Until it is finished it is called {@code NAME.partial} and is locked by the
 * process that writes it; finishing syncs its files and renames it. So a folder without that ending is
 * whole, whenever the run was killed, and what a killed run left is cleared by the next of that name.
 */
public final class RunFolder implements AutoCloseable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String LOCK = ".lock";

    private final Path target;
    private final Path partial;
    private final FileChannel lock;
    private final List<Path> made;
    private boolean finished;

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
        var partial = partial(absolute);
        try {
            if (Files.exists(absolute)) {
                InputException.require(Files.isDirectory(absolute), "--out %s is a file", target);
                try (var inside = Files.list(absolute)) {
                    InputException.require(
                            inside.findAny().isEmpty(),
                            "%s is there already and is not overwritten: give another --out or remove it",
                            target);
                }
            }
            var made = missingParents(partial);
            Files.createDirectories(partial);
            var lock = lock(partial);
            InputException.require(lock != null, "another run is writing %s: give another --out", target);
            clear(partial);
            return new RunFolder(absolute, partial, lock, made);
        } catch (IOException e) {
            throw new InputException("cannot write to " + target + ": " + reason(e), e);
        }
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
     * @throws IOException if it cannot be synced or renamed; what was written stays under the partial name
     */
    public Path finish() throws IOException {
        try (var files = Files.walk(partial)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        lock.close();
        Files.delete(partial.resolve(LOCK));
        Files.deleteIfExists(target);
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, target);
        }
        finished = true;
        return target;
    }

    /** Removes what was written, and the folders made to hold it, if the run was not finished. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            finished = true;
            clear(partial);
            lock.close();
            Files.deleteIfExists(partial.resolve(LOCK));
            Files.deleteIfExists(partial);
            for (var parent : made) {
                try {
                    Files.deleteIfExists(parent);
                } catch (DirectoryNotEmptyException e) {
                    // Somebody else has come to use it, and so its parents.
                    return;
                }
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

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

    private static void clear(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (var path : (Iterable<Path>) inside.sorted(Comparator.reverseOrder())::iterator) {
                if (!path.equals(folder) && !path.equals(folder.resolve(LOCK))) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
            return "a file of that name is in the way";
        }
        return e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e.getMessage() + " (" + e.getClass().getSimpleName() + ")";
    }
}
