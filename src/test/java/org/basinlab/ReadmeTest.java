package org.basinlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the build runs. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void itsJavaIsCompiledAndRun() throws IOException {
        var source = Files.readString(Path.of("src/test/java/org/basinlab/LibraryExample.java"));
        var shown = source.substring(
                source.indexOf("// README: begin\n") + "// README: begin\n".length(), source.indexOf("// README: end"));
        assertThat(Files.readString(README)).contains("```java\n" + shown + "```");
        var replica = LibraryExample.run(1200, 100);
        assertThat(replica.weights().r2()).isBetween(0.0, 1.0);
        assertThat(replica.forks()).hasSize(5);
        assertThat(replica.statistics().get("hidden_biases_tau")).isBetween(-1.0, 1.0);
    }

    @Test
    void noFigureIsLeftOpen() throws IOException {
        assertThat(Files.readString(README)).doesNotContainPattern("@[A-Z_]+@");
    }

    @Test
    void itsLinksLeadToFiles() throws IOException {
        var link = Pattern.compile("\\]\\((?!https?:)([^)#]+)").matcher(Files.readString(README));
        var links = 0;
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
            links++;
        }
        assertThat(links).isPositive();
    }

    @Test
    void continuousIntegrationRunsItsTestCommand() throws IOException {
        assertThat(Files.readString(README)).contains("\n    mvn verify\n");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("\nmvn verify\n");
    }
}
