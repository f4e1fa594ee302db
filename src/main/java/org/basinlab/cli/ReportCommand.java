package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.basinlab.data.Sha256;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.InputException;
import org.basinlab.run.CsvFile;
import org.basinlab.run.FindingsJson;
import org.basinlab.run.ParquetFile;
import org.basinlab.run.Part;
import org.basinlab.run.ReportData;
import org.basinlab.run.RunFolder;
import org.basinlab.run.Staging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code basin report}: what a bundle leaves out of a run's folder, made from the data that it leaves. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Makes the page of a run that was made elsewhere: in its folder, from the data there, the figures, the tables as"
                    + " Parquet and report.html, as if the run had been made here.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin report h100                  a folder copied from a machine with the bundle alone",
            "  basin report runs/NAME             a run of this machine, drawn anew, as by a later version",
            "",
            "What is there of the same names is replaced, file by file; the data stay."
        })
public final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The run's folder.")
    private Path folder;

    @Override
    public Integer call() {
        Part.FIGURES.require("basin report");
        Part.TABLES.require("basin report");
        requireRun();
        var data = ReportData.read(folder.resolve(ReportData.NAME));
        var found = findings(data);
        var findings = new Findings(
                found.experiment(),
                found::config,
                found.headline(),
                found.claims(),
                null,
                data.keyNumbers(),
                data.figures(),
                null);
        try (var staging = new Staging(folder.toAbsolutePath().normalize())) {
            for (var table : data.tables()) {
                convert(table, staging);
            }
            PageFiles.write(staging::file, findings, data.command(), found.provenance())
                    .ifPresent(problem -> System.err.println("figures are left out: " + problem));
            staging.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
        System.out.println("Report: " + folder.resolve(PageFiles.PAGE));
        return 0;
    }

    private void requireRun() {
        require(
                !RunFolder.isUnfinished(folder),
                "%s is a run that was not finished: run it again, or copy the folder of one that was",
                folder);
        require(Files.isDirectory(folder), "there is no folder %s", folder);
        for (var needed : new String[] {ReportFiles.FINDINGS, ReportData.NAME}) {
            require(
                    Files.isRegularFile(folder.resolve(needed)),
                    "%s is not the whole folder of a run: there is no %s in it",
                    folder,
                    needed);
        }
    }

    /** Those that the data were written with, and no others. */
    private FindingsJson findings(ReportData data) {
        var file = folder.resolve(ReportFiles.FINDINGS);
        try {
            var bytes = Files.readAllBytes(file);
            var findings = FindingsJson.read(new String(bytes, StandardCharsets.UTF_8));
            require(
                    Sha256.of(bytes).equals(data.findings()),
                    "it is not the one that %s was written with",
                    ReportData.NAME);
            return findings;
        } catch (IOException | InputException e) {
            throw new InputException(file + " cannot be used: " + e.getMessage() + "; copy it anew", e);
        }
    }

    private void convert(CsvFile table, Staging staging) throws IOException {
        var whole = folder.toAbsolutePath().normalize();
        var file = whole.resolve(table.file()).normalize();
        require(
                file.startsWith(whole) && Files.isRegularFile(file),
                "there is no %s in %s: copy the whole folder",
                table.file(),
                folder);
        ParquetFile.require();
        try {
            ParquetFile.convert(table, file, staging.file(RunTables.parquet(table.name())));
        } catch (IOException e) {
            throw new InputException(e.getMessage() + "; copy it anew", e);
        }
    }
}
