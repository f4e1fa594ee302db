package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    @TempDir
    Path dir;

    @Test
    void filesComeToTheirPlacesTogether() throws IOException {
        Files.writeString(dir.resolve("page"), "old");
        try (var staging = new Staging(dir)) {
            Files.writeString(staging.file("sub/picture"), "picture");
            Files.writeString(staging.file("page"), "new");
            assertThat(dir.resolve("page")).hasContent("old");
            assertThat(dir.resolve("sub")).doesNotExist();
            staging.finish();
        }
        assertThat(dir.resolve("page")).hasContent("new");
        assertThat(dir.resolve("sub/picture")).hasContent("picture");
        try (var inside = Files.list(dir)) {
            assertThat(inside).hasSize(2);
        }
    }

    @Test
    void whatIsNotFinishedChangesNothing() throws IOException {
        try (var staging = new Staging(dir)) {
            Files.writeString(staging.file("page"), "half");
        }
        assertThat(dir).isEmptyDirectory();
        // What a killed process leaves.
        Files.createDirectory(dir.resolve(".basin-new"));
        Files.writeString(dir.resolve(".basin-new/page"), "half");
        new Staging(dir).close();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void oneAtATime() throws IOException {
        try (var staging = new Staging(dir)) {
            assertThat(staging).isNotNull();
            assertThatThrownBy(() -> new Staging(dir).close())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another");
        }
    }

    @Test
    void nothingIsWrittenOutside() throws IOException {
        try (var staging = new Staging(dir)) {
            for (var name : new String[] {"../up", "/up", "sub/../../up", "."}) {
                assertThatThrownBy(() -> staging.file(name)).as(name).isInstanceOf(InputException.class);
            }
        }
    }
}
