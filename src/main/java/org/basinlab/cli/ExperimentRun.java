package org.basinlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.basinlab.experiment.Config;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.report.Drawing;
import org.basinlab.report.Fonts;
import org.basinlab.report.ReportPage;
import org.basinlab.report.Theme;
import org.basinlab.run.ConfigFile;
import org.basinlab.run.FindingsJson;
import org.basinlab.run.Machine;
import org.basinlab.run.ParquetFile;
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
        requireTables();
        var target = common.out != null ? common.out : RunFolder.named(Path.of("runs"), experiment.name());
        try (var folder = RunFolder.begin(target)) {
            var clearing = new Thread(() -> closeQuietly(folder));
            Runtime.getRuntime().addShutdownHook(clearing);
            try {
                var cpu = Machine.cpu();
                var findings = findings(experiment, config, folder);
                var provenance = Provenance.of(findings.origin(), cpu, threads, started);
                var json = FindingsJson.text(findings, provenance);
                write(folder, findings, provenance, json);
                var finished = folder.finish();
                System.out.print(common.json ? json + "\n" : ConsoleTable.of(findings));
                say((common.json ? "" : "Report: ") + finished.resolve("report.html"));
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

    /** What could fail at the end is tried before the work is done. */
    private static void requireTables() {
        try {
            ParquetFile.require();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private <C extends Config> Findings findings(Experiment<C> experiment, C config, RunFolder folder) {
        if (common.quiet) {
            return experiment.run(config, Progress.NONE, table -> write(folder, table));
        }
        try (var progress = new ConsoleProgress()) {
            return experiment.run(config, progress, table -> write(folder, table));
        }
    }

    private static void write(RunFolder folder, Table table) {
        try {
            ParquetFile.write(table, folder.file("tables/" + table.name() + ".parquet"));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The findings first: what comes after can be made again from them and the tables. */
    private void write(RunFolder folder, Findings findings, Provenance provenance, String json) throws IOException {
        text(
                folder,
                "config.yaml",
                ConfigFile.text(findings.experiment(), findings.config().options()));
        text(folder, "findings.json", json + "\n");
        var noFonts = Fonts.problem();
        noFonts.ifPresent(problem -> say("figures are left out: " + problem));
        if (noFonts.isEmpty()) {
            for (var figure : findings.figures()) {
                Files.write(folder.file("figures/" + figure.name() + ".png"), Drawing.png(figure, Theme.LIGHT));
                text(folder, "figures/" + figure.name() + ".svg", Drawing.svg(figure, Theme.LIGHT));
            }
        }
        text(folder, "report.html", ReportPage.html(findings, command, provenance.entries()));
    }

    private static void text(RunFolder folder, String name, String text) throws IOException {
        Files.writeString(folder.file(name), text, StandardCharsets.UTF_8);
    }

    /** Interrupted: nothing half-written stays. */
    private static void closeQuietly(RunFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            System.err.println("basin: could not clear the unfinished run: " + e.getMessage());
        }
    }

    private void say(String remark) {
        if (!common.quiet) {
            System.err.println(remark);
        }
    }
}
