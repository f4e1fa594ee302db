package org.basinlab.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import javax.imageio.ImageIO;
import org.basinlab.cli.Schemas;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Table;
import org.basinlab.report.Drawing;
import org.basinlab.report.ReportPage;
import org.basinlab.report.Theme;
import org.basinlab.run.FindingsJson;
import org.basinlab.run.Provenance;
import org.junit.jupiter.api.Test;

/** From rows to the page: what a made-up map gives. */
class AtlasFindingsTest {
    private static final AtlasConfig CONFIG = new AtlasConfig(40, 20, 40, 1, "data/mnist", "auto", 2);
    private static final Table ROWS = rows();
    private static final Findings FINDINGS = Atlas.findings(CONFIG, ROWS, MadeUpMap.ORIGIN);
    private static final AtlasResults RESULTS = (AtlasResults) FINDINGS.results();

    private static Table rows() {
        var runs = new ArrayList<>(MadeUpMap.runs(CONFIG, AtlasDesign.settings(CONFIG), MadeUpMap::likely));
        var chosen = new Judging(CONFIG).chosen(runs);
        runs.replaceAll(of -> chosen.contains(of.setting())
                ? MadeUpMap.runs(CONFIG.seed(), CONFIG.seeds() + CONFIG.furtherSeeds(), of.setting(), MadeUpMap::likely)
                : of);
        return MadeUpMap.table(runs);
    }

    /** Also writes the page and its pictures to {@code target/atlas-sample}, to be looked at. */
    @Test
    void thePageIsWhole() throws Exception {
        var folder = Files.createDirectories(Path.of("target", "atlas-sample"));
        for (var figure : FINDINGS.figures()) {
            for (var theme : Theme.values()) {
                var png = Drawing.png(figure, theme);
                Files.write(folder.resolve(figure.name() + "-" + theme + ".png"), png);
                var image = ImageIO.read(new ByteArrayInputStream(png));
                assertThat(image.getWidth()).isEqualTo(880);
                assertThat(image.getRGB(2, 2))
                        .as("nothing at the edge of %s", figure.name())
                        .isEqualTo(image.getRGB(877, 2));
            }
            var svg = Drawing.svg(figure, Theme.LIGHT);
            assertThat(svg.length()).isLessThan(500_000);
            assertThat(svg.replaceAll("base64,[^']*", "").contains("NaN")).isFalse();
            assertThat(figure.alt()).doesNotContain("NaN");
        }
        var html = ReportPage.html(FINDINGS, "./basin atlas --seed 1", Map.of());
        Files.writeString(folder.resolve("report.html"), html);
        assertThat(html).contains("The settings nearest to the published pair", "What drives R²");
    }

    @Test
    void findingsKeepToTheirSchema() {
        var provenance = Provenance.of(FINDINGS.origin(), "made up", 2, Instant.now());
        Schemas.check("atlas", FindingsJson.text(FINDINGS, provenance));
    }
}
