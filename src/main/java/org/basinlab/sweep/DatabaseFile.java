package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.experiment.InputException;

/** The rows of a sweep as a DuckDB database with a table {@code replicas}. */
public final class DatabaseFile {
    private DatabaseFile() {}

    /**
     * Writes the rows that a folder holds now.
     *
     * @param file that is not there yet; it is there only once it is whole
     * @return how many rows
     * @throws InputException if there are none, the file is there, or it cannot be written
     */
    public static long export(Path folder, Path file) {
        require(!Files.exists(file), "%s is there already and is not overwritten: give another or remove it", file);
        require(file.getFileName() != null, "%s is no file's name", file);
        var disk = new LocalDisk();
        var aside = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        var log = aside.resolveSibling(aside.getFileName() + ".wal");
        try (var replicas = Replicas.in(folder)) {
            try {
                var rows = replicas.copyTo(aside);
                disk.sync(aside);
                Files.move(aside, file);
                disk.sync(file.toAbsolutePath().resolveSibling(".").normalize());
                return rows;
            } catch (FileAlreadyExistsException e) {
                throw new InputException(file + " is there already and is not overwritten: give another", e);
            } finally {
                disk.delete(aside);
                disk.delete(log);
            }
        } catch (IOException e) {
            throw new InputException("cannot write " + file + ": " + SweepFolder.reason(e), e);
        }
    }
}
