package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a sweep: {@code sweep.yaml}, what was asked; {@code provenance.json}; and {@code parts/}, one
 * immutable file for each finished batch.
 *
 * <p>A file is written aside, synced, renamed, and the list of its folder synced: so under its name it is whole,
 * whenever the process or the power ended. What was written aside and not renamed is cleared by the next process that
 * writes here.
 */
public final class SweepFolder implements AutoCloseable {
    /** The column by which a row is known. */
    static final String DIGEST = "config_digest";

    private static final String REQUEST = "sweep.yaml";
    private static final String PROVENANCE = "provenance.json";
    private static final String PARTS = "parts";
    private static final String ASIDE = ".tmp";
    private static final Set<String> OWN = Set.of(REQUEST, PROVENANCE, REQUEST + ASIDE, PROVENANCE + ASIDE, PARTS);
    private static final Logger LOG = LoggerFactory.getLogger(SweepFolder.class);

    private final Path folder;
    private final Disk disk;
    private final FolderLock lock;

    private SweepFolder(Path folder, Disk disk, FolderLock lock) {
        this.folder = folder;
        this.disk = disk;
        this.lock = lock;
    }

    /** Whether a sweep is new, or goes on where another process ended. */
    public enum Start {
        NEW,
        RESUME
    }

    /**
     * Begins to write a folder.
     *
     * @throws InputException if it is another process's, holds a sweep and {@code start} is new, holds none and it is
     *                        not, holds something else, or cannot be written
     */
    static SweepFolder begin(Path folder, Start start, Disk disk) {
        require(!folder.toString().isBlank(), "--out needs the name of a folder");
        require(!Files.exists(folder) || Files.isDirectory(folder), "--out %s is a file: give another", folder);
        require(
                start == Start.NEW || Files.isDirectory(folder),
                "there is no sweep in %s to go on with: name its folder, or leave out --resume",
                folder);
        try {
            disk.createFolder(folder);
            requireOurs(folder, disk);
            var lock = FolderLock.take(folder)
                    .orElseThrow(() -> new InputException(
                            "another process is writing " + folder + ": wait for it, or give another --out"));
            var ours = new SweepFolder(folder, disk, lock);
            try {
                if (start == Start.NEW) {
                    ours.requireNoRows();
                }
                ours.clear();
                return ours;
            } catch (IOException | RuntimeException | Error e) {
                ours.close();
                throw e;
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * What a query finds in a sweep's folder, also while the sweep is running.
     *
     * @param sql one SELECT of the view {@code replicas}
     * @throws InputException if there is no finished part yet, one is damaged, or the SQL is wrong
     */
    public static Table table(Path folder, String sql) {
        try (var replicas = Replicas.in(folder)) {
            return replicas.select(sql, QueryTable::of);
        }
    }

    /** What was asked of the sweep in a folder. */
    public static Path request(Path folder) {
        return folder.resolve(REQUEST);
    }

    /**
     * The finished parts, whole every one of them.
     *
     * @throws InputException if one is damaged, or there is no sweep
     */
    static List<Path> parts(Path folder, Disk disk) {
        var parts = folder.resolve(PARTS);
        require(Files.isDirectory(folder), "there is no folder %s", folder);
        require(Files.isDirectory(parts), "%s is not the folder of a sweep: it has no parts", folder);
        try {
            var whole = new ArrayList<Path>();
            var damaged = new ArrayList<Path>();
            for (var file : disk.list(parts)) {
                if (PartFile.isRead(file)) {
                    (PartFile.isWhole(file, disk.read(file)) ? whole : damaged).add(file);
                }
            }
            require(
                    damaged.isEmpty(),
                    "%s is damaged%s: delete it and go on with --resume, which makes its rows again and keeps the others",
                    damaged.isEmpty() ? "" : damaged.get(0),
                    damaged.size() > 1 ? ", and " + (damaged.size() - 1) + " more in that folder" : "");
            return whole;
        } catch (IOException e) {
            throw new InputException("cannot read " + parts + ": " + reason(e), e);
        }
    }

    /**
     * The runs that are finished, each with the part it is in.
     *
     * @throws InputException if a part is damaged, or a run is in two
     */
    Map<String, Path> finished() {
        var parts = parts(folder, disk);
        var finished = new HashMap<String, Path>();
        if (parts.isEmpty()) {
            return finished;
        }
        try (var replicas = Replicas.of(folder, parts)) {
            replicas.digests((digest, part) -> {
                var other = finished.put(digest, part);
                require(
                        other == null,
                        "%s and %s hold the same row: delete one of them and go on with --resume",
                        other,
                        part);
            });
        }
        return finished;
    }

    /** Keeps what was asked, unless it is there already. */
    void keepRequest(String yaml) {
        keep(REQUEST, yaml);
    }

    /** Keeps where the numbers come from. */
    void keepProvenance(String json) {
        keep(PROVENANCE, json);
    }

    /** Where the numbers so far come from; null if no run has said so. */
    String provenance() {
        return text(PROVENANCE);
    }

    /**
     * Stores the rows of a batch.
     *
     * @throws InputException if they cannot be written; then nothing of them is left
     */
    void store(String batch, Table rows) {
        var part = folder.resolve(PARTS).resolve(PartFile.name(batch));
        put(part, PartFile.aside(part), file -> PartFile.write(rows, file));
    }

    /** Lets others write here. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // A lock ends with its process; its file may stay.
            LOG.debug("lock of {} not removed", folder, e);
        }
    }

    /** What else lies in a folder is nobody's concern once a sweep has begun in it. */
    private static void requireOurs(Path folder, Disk disk) throws IOException {
        var inside = disk.list(folder);
        if (!inside.contains(folder.resolve(REQUEST))) {
            for (var file : inside) {
                require(
                        OWN.contains(file.toFile().getName()) || FolderLock.is(file),
                        "%s is no sweep's folder, for it holds %s: give another --out",
                        folder,
                        file.getFileName());
            }
        }
    }

    private void requireNoRows() throws IOException {
        var parts = folder.resolve(PARTS);
        require(
                !Files.isDirectory(parts) || disk.list(parts).stream().noneMatch(PartFile::isRead),
                "%s holds rows of a sweep already: add --resume to go on with it, or give another --out",
                folder);
    }

    /** Makes what is missing and removes what a process left that ended while it wrote. */
    private void clear() throws IOException {
        var parts = folder.resolve(PARTS);
        disk.createFolder(parts);
        for (var file : disk.list(parts)) {
            if (PartFile.isLeftover(file)) {
                disk.delete(file);
            }
        }
        disk.delete(folder.resolve(REQUEST + ASIDE));
        disk.delete(folder.resolve(PROVENANCE + ASIDE));
        disk.sync(parts);
        disk.sync(folder);
        var parent = folder.toAbsolutePath().resolveSibling(".").normalize();
        // A folder may be entered and not listed; then it can be no worse than it was.
        if (Files.isReadable(parent)) {
            disk.sync(parent);
        }
    }

    private void keep(String name, String text) {
        if (!text.equals(text(name))) {
            var file = folder.resolve(name);
            put(file, folder.resolve(name + ASIDE), aside -> Files.writeString(aside, text));
        }
    }

    private String text(String name) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file) ? new String(disk.read(file), StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + reason(e), e);
        }
    }

    private void put(Path file, Path aside, Disk.Content content) {
        try {
            disk.write(aside, content);
            disk.sync(aside);
            disk.rename(aside, file);
            disk.sync(file.resolveSibling(".").normalize());
        } catch (IOException e) {
            try {
                disk.delete(aside);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            // Whoever wrote it knows it by the name it had aside, and has said so.
            throw new InputException("cannot write " + file + ": " + reason(e).replace(aside + ": ", ""), e);
        }
    }

    private static InputException unwritable(Path file, IOException e) {
        return new InputException("cannot write " + file + ": " + reason(e), e);
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
