package org.basinlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.sweep.FaultyDisk.Fault;
import org.basinlab.sweep.SweepFolder.Start;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever operation of the disk goes wrong, the sweep that goes on has every row, once. */
class FaultTest {
    private static final SweepRequest REQUEST = Noise.request("1..3", "kind=a,b");
    private static final Pool POOL = new Pool(1, 3, "auto", null);
    private static final String ALL = "SELECT * FROM replicas ORDER BY ALL";

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void inAnyOperationOfANewSweep(Fault fault) throws IOException {
        var expected = uninterrupted();
        var at = 0;
        for (var hit = true; hit; at++) {
            var folder = dir.resolve(fault + "-" + at);
            var disk = new FaultyDisk(fault, at);
            run(folder, disk, Start.NEW);
            hit = disk.hit();
            requireTidy(folder, fault, hit);
            resumed(folder, expected, fault + " at " + at);
            remove(folder);
        }
        assertThat(at).as("operations").isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAILURE", "POWER"})
    void inAnyOperationOfASweepThatGoesOn(Fault fault) throws IOException {
        var expected = uninterrupted();
        var begun = dir.resolve("begun");
        run(begun, new FaultyDisk(Fault.KILL, secondPart()), Start.NEW);
        assertThat(begun.resolve("parts").toFile().list())
                .as("a part is finished, one is half written")
                .anyMatch(name -> name.endsWith(".parquet"))
                .anyMatch(name -> name.endsWith(".tmp"));
        var at = 0;
        for (var hit = true; hit; at++) {
            var folder = dir.resolve(fault + "-" + at);
            copy(begun, folder);
            var disk = new FaultyDisk(fault, at);
            run(folder, disk, Start.RESUME);
            hit = disk.hit();
            resumed(folder, expected, fault + " at " + at);
            remove(folder);
        }
    }

    @Test
    void aFullDiskIsOneLineAndKeepsWhatIsFinished() {
        var sweep = sweep(new FaultyDisk(Fault.FAILURE, secondPart()));
        try {
            sweep.run(sweep.plan(REQUEST), dir.resolve("full"), Start.NEW, POOL, Progress.NONE);
        } catch (InputException e) {
            assertThat(e)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining(".parquet")
                    .hasMessageContaining("what is finished is kept in " + dir.resolve("full"))
                    .hasMessageMatching("[^\\n]+");
            assertThat(Rows.of(dir.resolve("full"), ALL)).hasSize(3);
            return;
        }
        throw new AssertionError("the disk was full and nobody said so");
    }

    private void resumed(Path folder, List<String> expected, String as) {
        var start = Files.exists(folder) ? Start.RESUME : Start.NEW;
        run(folder, new LocalDisk(), start);
        assertThat(Rows.of(folder, ALL)).as(as).isEqualTo(expected);
        assertThat(folder.resolve("parts").toFile().list()).as(as).allMatch(name -> name.endsWith(".parquet"));
    }

    /** A process that goes on after a failure clears away what it wrote aside. */
    private static void requireTidy(Path folder, Fault fault, boolean hit) throws IOException {
        if (fault == Fault.FAILURE || !hit) {
            if (Files.exists(folder)) {
                try (var all = Files.walk(folder)) {
                    assertThat(all.map(file -> file.getFileName().toString()))
                            .noneMatch(name -> name.endsWith(".tmp") || name.equals(".lock"));
                }
            }
        }
    }

    private List<String> uninterrupted() {
        var folder = dir.resolve("whole");
        run(folder, new LocalDisk(), Start.NEW);
        return Rows.of(folder, ALL);
    }

    /** The operation that writes it. */
    private int secondPart() {
        var healthy = new FaultyDisk(Fault.KILL, Integer.MAX_VALUE);
        run(dir.resolve("counted"), healthy, Start.NEW);
        return healthy.partsWritten().get(1);
    }

    private static void run(Path folder, Disk disk, Start start) {
        var sweep = sweep(disk);
        try {
            sweep.run(sweep.plan(REQUEST), folder, start, POOL, Progress.NONE);
        } catch (InputException | FaultyDisk.Ended e) {
            assertThat(disk).isInstanceOf(FaultyDisk.class);
        }
    }

    private static Sweep<Noise.Setting> sweep(Disk disk) {
        var noise = new Noise();
        return new Sweep<>(noise, noise, disk);
    }

    private static void copy(Path folder, Path to) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : (Iterable<Path>) all::iterator) {
                Files.copy(path, to.resolve(folder.relativize(path).toString()));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
