package org.basinlab.sweep;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A disk on which one operation goes wrong. It knows what has been synced, so that a loss of power can take the rest:
 * content of files that were not synced, names given in folders that were not.
 */
final class FaultyDisk implements Disk {
    /** What goes wrong. */
    enum Fault {
        /** The operation fails, as on a full disk, half done where it can be; the next ones work. */
        FAILURE,
        /** The process ends there; the disk keeps all that was done. */
        KILL,
        /** The power ends there; the disk keeps what was synced. */
        POWER
    }

    /** The process is no more. */
    static final class Ended extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** How to undo a change of a folder's list. */
    private record Change(Path folder, Undo undo) {}

    private interface Undo {
        void run() throws IOException;
    }

    private final Disk disk = new LocalDisk();
    private final Fault fault;
    private final int at;
    private final Set<Path> unsynced = new HashSet<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private final List<Integer> partsWritten = new ArrayList<>();
    private int operations;
    private boolean ended;

    FaultyDisk(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** Whether the fault has come. */
    boolean hit() {
        return operations > at;
    }

    /** The numbers of the operations that wrote parts. */
    List<Integer> partsWritten() {
        return List.copyOf(partsWritten);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step(folder, () -> {});
        var isNew = !Files.exists(folder);
        disk.createFolder(folder);
        if (isNew) {
            changes.push(new Change(parent(folder), () -> Files.deleteIfExists(folder)));
        }
    }

    @Override
    public void write(Path file, Content content) throws IOException {
        if (PartFile.isLeftover(file)) {
            partsWritten.add(operations);
        }
        step(file, () -> {
            content.to(file);
            halve(file);
        });
        content.to(file);
        unsynced.add(file);
        changes.push(new Change(parent(file), () -> Files.deleteIfExists(file)));
    }

    @Override
    public void sync(Path fileOrFolder) throws IOException {
        step(fileOrFolder, () -> {});
        disk.sync(fileOrFolder);
        unsynced.remove(fileOrFolder);
        changes.removeIf(change -> change.folder().equals(fileOrFolder));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(from, () -> {});
        var before = Files.exists(to) ? Files.readAllBytes(to) : null;
        disk.rename(from, to);
        if (unsynced.remove(from)) {
            unsynced.add(to);
        }
        changes.push(new Change(parent(to), () -> {
            Files.move(to, from);
            if (before != null) {
                Files.write(to, before);
            }
        }));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        step(folder, () -> {});
        return disk.list(folder);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        step(file, () -> {});
        return disk.read(file);
    }

    @Override
    public void delete(Path file) throws IOException {
        step(file, () -> {});
        disk.delete(file);
    }

    private synchronized void step(Path file, Undo half) throws IOException {
        if (ended) {
            throw new Ended();
        }
        if (operations++ != at) {
            return;
        }
        half.run();
        if (fault == Fault.FAILURE) {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
        ended = true;
        if (fault == Fault.POWER) {
            for (var lost : unsynced) {
                halve(lost);
            }
            while (!changes.isEmpty()) {
                changes.pop().undo().run();
            }
        }
        throw new Ended();
    }

    private static void halve(Path file) throws IOException {
        if (Files.exists(file)) {
            var content = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(content, content.length / 2));
        }
    }

    private static Path parent(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}
