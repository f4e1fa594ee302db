package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path dir;

    @Test
    void hasItsNameOnlyOnceItIsWhole() throws IOException {
        var target = dir.resolve("a/run");
        try (var folder = RunFolder.begin(target)) {
            Files.writeString(folder.file("figures/x.svg"), "<svg/>");
            assertThat(target).doesNotExist();
            assertThat(folder.finish()).isEqualTo(target);
        }
        assertThat(target.resolve("figures/x.svg")).hasContent("<svg/>");
        try (var inside = Files.list(target.getParent())) {
            assertThat(inside).containsExactly(target);
        }
        try (var inside = Files.list(target)) {
            assertThat(inside).as("no lock is left").containsExactly(target.resolve("figures"));
        }
    }

    @Test
    void aRunThatFailsLeavesNothing() throws IOException {
        var target = dir.resolve("run");
        try (var folder = RunFolder.begin(target)) {
            Files.writeString(folder.file("findings.json"), "{");
        }
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftIsCleared() throws IOException {
        var target = dir.resolve("run");
        Files.createDirectories(dir.resolve("run.partial/figures"));
        Files.writeString(dir.resolve("run.partial/figures/old.svg"), "half");
        Files.writeString(dir.resolve("run.partial/.basin-unfinished"), "");
        try (var folder = RunFolder.begin(target)) {
            Files.writeString(folder.file("new"), "whole");
            folder.finish();
        }
        assertThat(target.resolve("figures")).doesNotExist();
        assertThat(target.resolve("new")).hasContent("whole");
    }

    @Test
    void whatNoRunLeftIsNotTouched() throws IOException {
        Files.createDirectories(dir.resolve("run.partial"));
        Files.writeString(dir.resolve("run.partial/notes.txt"), "precious");
        assertThatThrownBy(() -> RunFolder.begin(dir.resolve("run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no run left it");
        assertThat(dir.resolve("run.partial/notes.txt")).hasContent("precious");
        try (var inside = Files.list(dir)) {
            assertThat(inside).containsExactly(dir.resolve("run.partial"));
        }
    }

    @Test
    void anAbandonedRunStaysUnderItsPartialName() throws IOException {
        var folder = RunFolder.begin(dir.resolve("run"));
        Files.writeString(folder.file("findings.json"), "{}");
        var left = folder.abandon();
        folder.close();
        assertThat(left.resolve("findings.json")).hasContent("{}");
        assertThat(dir.resolve("run")).doesNotExist();
        RunFolder.begin(dir.resolve("run")).close();
        assertThat(dir).as("the next run of that name clears it").isEmptyDirectory();
    }

    @Test
    void twoRunsDoNotShareAFolder() throws IOException {
        var target = dir.resolve("run");
        try (var first = RunFolder.begin(target)) {
            Files.writeString(first.file("x"), "kept");
            assertThatThrownBy(() -> RunFolder.begin(target))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another run is writing");
            assertThat(first.file("x")).hasContent("kept");
        }
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(dir.resolve("result"), "precious");
        assertThatThrownBy(() -> RunFolder.begin(dir))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not overwritten");
        assertThatThrownBy(() -> RunFolder.begin(dir.resolve("result")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> RunFolder.begin(dir.resolve("result/run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot write");
        assertThat(dir.resolve("result")).hasContent("precious");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        var target = Files.createDirectory(dir.resolve("empty"));
        try (var folder = RunFolder.begin(target)) {
            Files.writeString(folder.file("x"), "y");
            folder.finish();
        }
        assertThat(target.resolve("x")).exists();
    }
}
