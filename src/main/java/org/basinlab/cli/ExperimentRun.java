package org.basinlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.basinlab.experiment.Config;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.run.Machine;
import org.basinlab.run.Provenance;
import org.basinlab.run.RunFolder;

/** One run of any experiment from the command line: into its folder, and onto the console. */
final class ExperimentRun {
    private final CommonOptions common;
    private final String command;

    /**
     * A run.
     *
     * @param common  what was asked of it
     * @param command that makes the run again
     */
    ExperimentRun(CommonOptions common, String command) {
        this.common = common;
        this.command = command;
    }

    /**
     * Runs it and writes everything.
     *
     * @param threads that the experiment may use
     * @return the exit code
     */
    <C extends Config> int run(Experiment<C> experiment, C config, int threads) {
        var started = Instant.now();
        RunTables.require();
        var target = common.out != null ? common.out : RunFolder.named(Path.of("runs"), experiment.name());
        try (var folder = RunFolder.begin(target)) {
            var clearing = new Thread(() -> closeQuietly(folder));
            Runtime.getRuntime().addShutdownHook(clearing);
            try {
                var cpu = Machine.cpu();
                var tables = new RunTables(folder::file);
                var findings = findings(experiment, config, tables);
                var provenance = Provenance.of(findings.origin(), cpu, threads, started);
                var files = new ReportFiles(common, command);
                var json = files.write(folder::file, findings, provenance, tables.csv());
                files.print(findings, json, folder.finish());
                return 0;
            } catch (InputException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                var what =
                        e instanceof IOException || e instanceof UncheckedIOException ? e.getMessage() : e.toString();
                throw new IllegalStateException(what + "; what was written is in " + folder.abandon(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + target + ": " + e.getMessage(), e);
        }
    }

    private <C extends Config> Findings findings(Experiment<C> experiment, C config, RunTables tables) {
        if (common.quiet) {
            return experiment.run(config, Progress.NONE, tables);
        }
        try (var progress = new ConsoleProgress()) {
            return experiment.run(config, progress, tables);
        }
    }

    /** Interrupted: nothing half-written stays. */
    private static void closeQuietly(RunFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            System.err.println("basin: could not clear the unfinished run: " + e.getMessage());
        }
    }
}
