package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Verdict;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportPageTest {
    private static final String COMMAND = "./basin localize --seed 1 --learning-rate 0.001";
    private static final Findings FINDINGS = SampleFindings.findings();
    private static final String PAGE = page(FINDINGS, Optional.empty());

    /** Also writes the page to {@code target/report-sample}, to be looked at. */
    @Test
    void thePageOfARunIsWhole() throws Exception {
        var findings = FINDINGS;
        var html = PAGE;
        var folder = Files.createDirectories(Path.of("target", "report-sample"));
        Files.writeString(folder.resolve("report.html"), html);

        var document = parsed(html);
        var pictures = document.getElementsByTagName("img");
        for (var i = 0; i < pictures.getLength(); i++) {
            var alt = pictures.item(i).getAttributes().getNamedItem("alt").getNodeValue();
            assertThat(alt).isEqualTo(findings.figures().get(i).alt());
        }
        var text = document.getDocumentElement().getTextContent();
        // A number keeps to the line of its R².
        var headline = findings.headline().replaceAll("R² = (\\d)", "R²\u00a0=\u00a0$1");
        assertThat(headline).contains("R²\u00a0=\u00a00.15");
        assertThat(text).contains(headline, COMMAND, "5 reproduced, 3 not reproduced, 2 differs, 2 not tested");
        assertThat(text.indexOf(headline)).isLessThan(text.indexOf("Published"));
        assertThat(text.indexOf("0.0841\u00a0to\u00a00.169")).isLessThan(text.indexOf("hidden weights"));
        assertThat(text).contains("learning_rate", "0.001", "78\u202f400", "< 0.0001", "data_digests: train-images");
        assertThat(html.split("<picture>", -1)).hasSize(findings.figures().size() + 1);
        for (var figure : findings.figures()) {
            assertThat(text).contains(figure.title(), figure.caption());
        }
    }

    @Test
    void itFetchesNothing() {
        var html = PAGE;
        assertThat(html).doesNotContain("http://", "https://", "@import", "url(", "<script", "<link");
        var targets = Pattern.compile("(?:src|srcset|href)=\"([^\"]{1,30})").matcher(html);
        assertThat(targets.results().map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(target -> target.startsWith("#") || target.startsWith("data:image/svg+xml;base64,"));
    }

    @Test
    void whateverItSaysIsText() throws Exception {
        var evil = "<script>alert('x & \"y\"')</script>{{headline}}";
        var claim = new Claim(evil, evil, null, Double.NaN, null, Verdict.DIFFERS, evil);
        var map = new Figure.SignedMap("m", evil, evil, evil, 1, 1, new double[] {1}, evil, List.of());
        var numbers = new KeyNumbers(evil, List.of(evil, evil), List.of(KeyNumbers.row(evil, evil)));
        var findings = new Findings(
                evil, () -> Map.of(evil, evil), evil, List.of(claim), null, List.of(numbers), List.of(map), null);
        var html = ReportPage.html(findings, evil, Map.of(evil, evil));
        assertThat(html).doesNotContain("<script");
        assertThat(parsed(html).getElementsByTagName("td").item(0).getTextContent())
                .isEqualTo(evil);
    }

    @Test
    void withoutFontsItSaysWhyAndKeepsTheRest() throws Exception {
        var html = page(FINDINGS, Fonts.problem(() -> false));
        assertThat(html).doesNotContain("<figure", "<picture");
        assertThat(parsed(html).getDocumentElement().getTextContent())
                .contains("figures are left out", "fontconfig", "not reproduced");
    }

    @Test
    void aRunWithoutClaimsNumbersOrFiguresHasAPage() throws Exception {
        var findings = new Findings("bare", Map::of, "Nothing.", List.of(), null, List.of(), List.of(), null);
        var document = parsed(ReportPage.html(findings, COMMAND, Map.of()));
        assertThat(document.getDocumentElement().getTextContent())
                .contains("judges no published claim")
                .doesNotContain("Figures", "Numbers");
    }

    @Test
    void verdictsAreTold() {
        var html = PAGE;
        for (var verdict : Verdict.values()) {
            assertThat(html).contains("<symbol id=\"" + verdict + "\"", "<use href=\"#" + verdict + "\"");
        }
    }

    private static String page(Findings findings, Optional<String> noFigures) {
        return ReportPage.html(findings, COMMAND, SampleFindings.provenance(), noFigures);
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }
}
