package org.basinlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.basinlab.experiment.Findings;
import org.basinlab.report.Drawing;
import org.basinlab.report.Fonts;
import org.basinlab.report.ReportPage;
import org.basinlab.report.Theme;
import org.basinlab.run.ConfigFile;
import org.basinlab.run.FindingsJson;
import org.basinlab.run.Provenance;

/**
 * What a run leaves for people and programs, and what it says on the console.
 *
 * @param common  what was asked
 * @param command that makes the run again
 */
record ReportFiles(CommonOptions common, String command) {
    /** Where a file of a name is to be written; the folder it lies in is there. */
    interface Place {
        Path file(String name) throws IOException;
    }

    /** The findings first: what comes after can be made again from them and the tables. */
    String write(Place place, Findings findings, Provenance provenance) throws IOException {
        text(
                place,
                "config.yaml",
                ConfigFile.text(findings.experiment(), findings.config().options()));
        var json = FindingsJson.text(findings, provenance);
        text(place, "findings.json", json + "\n");
        var noFonts = Fonts.problem();
        noFonts.ifPresent(problem -> say("figures are left out: " + problem));
        if (noFonts.isEmpty()) {
            for (var figure : findings.figures()) {
                Files.write(place.file("figures/" + figure.name() + ".png"), Drawing.png(figure, Theme.LIGHT));
                text(place, "figures/" + figure.name() + ".svg", Drawing.svg(figure, Theme.LIGHT));
            }
        }
        text(place, "report.html", ReportPage.html(findings, command, provenance.entries()));
        return json;
    }

    /** The findings on standard output, and where the page is. */
    void print(Findings findings, String json, Path folder) {
        System.out.print(common.json ? json + "\n" : ConsoleTable.of(findings));
        say((common.json ? "" : "Report: ") + folder.resolve("report.html"));
    }

    private static void text(Place place, String name, String text) throws IOException {
        Files.writeString(place.file(name), text, StandardCharsets.UTF_8);
    }

    private void say(String remark) {
        if (!common.quiet) {
            System.err.println(remark);
        }
    }
}
