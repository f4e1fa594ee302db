package org.basinlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command as a user runs it: the launcher, a process, its exit code and streams. */
record Launched(int code, String out, String err) {
    private static final long LIMIT = 180;

    static Launched basin(Path folder, String... arguments) {
        return end(builder(folder, List.of(arguments)));
    }

    /** Starts a process and waits for its end. */
    static Launched end(ProcessBuilder builder) {
        try {
            var out = Files.createTempFile("basin", ".out");
            var err = Files.createTempFile("basin", ".err");
            var process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after " + LIMIT + " s: " + Files.readString(err));
            }
            var launched = new Launched(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return launched;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The process of a command, not yet started: in {@code folder}, on the JDK that runs the tests. */
    static ProcessBuilder builder(Path folder, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of("basin").toAbsolutePath().toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Processes of a few seconds: what the second compiler does for them takes longer than it saves; without it
        // vectors are slower than none. The numbers are the same.
        builder.environment().put("BASIN_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Dbasin.vectors=off");
        return builder;
    }

    /** What was said on standard error, line by line. */
    List<String> remarks() {
        return err.lines().toList();
    }
}
