package org.basinlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.basinlab.data.Sha256;
import org.basinlab.experiment.Findings;
import org.basinlab.run.ConfigFile;
import org.basinlab.run.CsvFile;
import org.basinlab.run.FindingsJson;
import org.basinlab.run.Part;
import org.basinlab.run.Provenance;
import org.basinlab.run.ReportData;

/**
 * What a run leaves for people and programs, and what it says on the console. A build that cannot draw leaves the data
 * that {@code basin report} makes the rest of.
 *
 * @param common  what was asked
 * @param command that makes the run again
 */
record ReportFiles(CommonOptions common, String command) {
    static final String FINDINGS = "findings.json";

    /** Where a file of a name is to be written; the folder it lies in is there. */
    interface Place {
        Path file(String name) throws IOException;
    }

    /**
     * The findings first: what comes after can be made again from them and the tables.
     *
     * @param tables those that were written as CSV
     * @return the text of {@code findings.json}
     */
    String write(Place place, Findings findings, Provenance provenance, List<CsvFile> tables) throws IOException {
        text(
                place,
                "config.yaml",
                ConfigFile.text(findings.experiment(), findings.config().options()));
        var json = FindingsJson.text(findings, provenance);
        text(place, FINDINGS, json + "\n");
        new ReportData(
                        ReportData.FORMAT,
                        Sha256.of((json + "\n").getBytes(StandardCharsets.UTF_8)),
                        command,
                        findings.keyNumbers(),
                        findings.figures(),
                        tables)
                .write(place.file(ReportData.NAME));
        if (Part.FIGURES.isThere()) {
            PageFiles.write(place, findings, command, provenance.entries())
                    .ifPresent(problem -> say("figures are left out: " + problem));
        }
        return json;
    }

    /** The findings on standard output, and where the page is. */
    void print(Findings findings, String json, Path folder) {
        System.out.print(common.json ? json + "\n" : ConsoleTable.of(findings));
        say(
                Part.FIGURES.isThere()
                        ? (common.json ? "" : "Report: ") + folder.resolve(PageFiles.PAGE)
                        : "Copy " + folder + " to where a full build of Basin is, and run there:  basin report "
                                + folder.getFileName());
    }

    static void text(Place place, String name, String text) throws IOException {
        Files.writeString(place.file(name), text, StandardCharsets.UTF_8);
    }

    private void say(String remark) {
        if (!common.quiet) {
            System.err.println(remark);
        }
    }
}
