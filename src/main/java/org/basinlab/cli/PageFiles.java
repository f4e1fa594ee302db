package org.basinlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.basinlab.experiment.Findings;
import org.basinlab.report.Drawing;
import org.basinlab.report.Fonts;
import org.basinlab.report.ReportPage;
import org.basinlab.report.Theme;

/** What is drawn of a run: its figures, and the page around them. */
final class PageFiles {
    static final String PAGE = "report.html";

    private PageFiles() {}

    /**
     * Draws it, the page last.
     *
     * @param command    that makes the run again
     * @param provenance of its numbers
     * @return why the figures are left out; empty where they are not
     */
    static Optional<String> write(ReportFiles.Place place, Findings findings, String command, Map<String, ?> provenance)
            throws IOException {
        var noFonts = Fonts.problem();
        if (noFonts.isEmpty()) {
            for (var figure : findings.figures()) {
                var file = "figures/" + figure.name();
                Files.write(place.file(file + ".png"), Drawing.png(figure, Theme.LIGHT));
                ReportFiles.text(place, file + ".svg", Drawing.svg(figure, Theme.LIGHT));
            }
        }
        ReportFiles.text(place, PAGE, ReportPage.html(findings, command, provenance));
        return noFonts;
    }
}
