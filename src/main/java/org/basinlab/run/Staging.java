package org.basinlab.run;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.basinlab.experiment.InputException;

/**
 * Files to be put into a folder that is there: each is written aside, in a hidden folder inside, and moved to its place
 * when all are whole. Whenever this is killed, no file of the folder is half-written.
 */
public final class Staging implements AutoCloseable {
    private final Path folder;
    private final Path aside;
    private final FileChannel lock;
    private final List<Path> files = new ArrayList<>();

    /**
     * Begins to write into a folder.
     *
     * @throws InputException if another process is doing so, or nothing can be written there
     */
    public Staging(Path folder) {
        this.folder = folder;
        aside = folder.resolve(".basin-new");
        try {
            Files.createDirectories(aside);
            lock = RunFolder.lock(aside.resolve("lock"));
        } catch (IOException e) {
            throw new InputException("cannot write to " + folder + ": " + e, e);
        }
        require(lock != null, "another basin report is writing %s: wait for it", folder);
    }

    /** Where to write the file of a name. */
    public Path file(String name) throws IOException {
        var file = aside.resolve(name).normalize();
        require(file.startsWith(aside) && !file.equals(aside), "%s is no name of a file in %s", name, folder);
        Files.createDirectories(file.resolveSibling(".").normalize());
        files.add(Path.of(name));
        return file;
    }

    /** Moves every file to its place, in the order in which they were asked for. */
    public void finish() throws IOException {
        for (var name : files) {
            try (var channel = FileChannel.open(aside.resolve(name), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        for (var name : files) {
            var target = folder.resolve(name);
            Files.createDirectories(target.resolveSibling(".").normalize());
            Files.move(
                    aside.resolve(name), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Clears away what is not in its place. */
    @Override
    public void close() throws IOException {
        try (var inside = Files.walk(aside)) {
            for (var path : (Iterable<Path>) inside.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        } finally {
            lock.close();
        }
    }
}
