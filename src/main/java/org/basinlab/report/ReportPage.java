package org.basinlab.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Verdict;

/**
 * The findings of a run as one HTML page that needs nothing beside it: no network, no other file.
 *
 * <p>The answer comes first, then the claims, then what they rest on. Every figure is in it twice,
 * for light and for dark. The page is well-formed XML too.
 */
public final class ReportPage {
    private static final Template TEMPLATE = template();
    /** A headline of more characters is set smaller: it and the first claims shall fit one screen. */
    private static final int LONG = 140;

    private ReportPage() {}

    /**
     * The page. Where figures cannot be drawn it says why, and is complete but for them.
     *
     * @param command    the exact command that makes this run again
     * @param provenance what the run came out of, in the order to be shown; a value may be a map again
     */
    public static String html(Findings findings, String command, Map<String, ?> provenance) {
        return html(findings, command, provenance, Fonts.problem());
    }

    static String html(Findings findings, String command, Map<String, ?> provenance, Optional<String> noFigures) {
        var page = new HashMap<String, Object>();
        page.put("experiment", findings.experiment());
        page.put("headline", unbroken(findings.headline()));
        page.put("longHeadline", findings.headline().length() > LONG);
        page.put("tally", tally(findings.claims()));
        page.put("claims", findings.claims().stream().map(ReportPage::shown).toList());
        page.put("hasNumbers", !findings.keyNumbers().isEmpty());
        page.put("numbers", findings.keyNumbers().stream().map(NumberTable::of).toList());
        page.put("hasFigures", !findings.figures().isEmpty());
        page.put("noFigures", noFigures.orElse(null));
        page.put(
                "figures",
                noFigures.isPresent()
                        ? List.of()
                        : findings.figures().stream().map(ReportPage::drawn).toList());
        page.put("options", rows(findings.config().options()));
        page.put("command", command);
        page.put("provenance", rows(provenance));
        page.put("light", Theme.LIGHT.surfaceCss());
        page.put("dark", Theme.DARK.surfaceCss());
        page.put("width", Drawing.WIDTH);
        return TEMPLATE.execute(page);
    }

    /** A claim as the template reads it; {@code mark} names its shape and colour. */
    private record ShownClaim(
            String source,
            String statement,
            String published,
            String ours,
            String interval,
            String mark,
            String verdict,
            String because) {}

    private record DrawnFigure(String title, String caption, String alt, int height, String light, String dark) {}

    private static ShownClaim shown(Claim claim) {
        return new ShownClaim(
                claim.source(),
                unbroken(claim.statement()),
                Numbers.show(claim.published()),
                Numbers.show(claim.ours()),
                Numbers.show(claim.ci95()),
                claim.verdict().toString(),
                words(claim.verdict()),
                unbroken(claim.because()));
    }

    /** Keeps a number on the line of the R² it belongs to. */
    private static String unbroken(String text) {
        return text.replaceAll("R² (=)? ?(\\d)", "R²\u00a0$1\u00a0$2").replace("\u00a0\u00a0", "\u00a0");
    }

    private static DrawnFigure drawn(Figure figure) {
        return new DrawnFigure(
                figure.title(),
                figure.caption(),
                figure.alt(),
                Drawing.height(figure),
                embedded(Drawing.svg(figure, Theme.LIGHT)),
                embedded(Drawing.svg(figure, Theme.DARK)));
    }

    private static String embedded(String svg) {
        return Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** How many claims met each verdict, such as {@code 2 reproduced, 1 differs}. */
    private static String tally(List<Claim> claims) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> Map.entry(
                        claims.stream()
                                .filter(claim -> claim.verdict() == verdict)
                                .count(),
                        words(verdict)))
                .filter(entry -> entry.getKey() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** An option or another fact about the run. */
    private record Entry(String label, String value) {}

    private static List<Entry> rows(Map<String, ?> entries) {
        return entries.entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Map<?, ?> inner
                        ? inner.entrySet().stream()
                                .map(deeper -> new Entry(
                                        entry.getKey() + ": " + deeper.getKey(), Numbers.plain(deeper.getValue())))
                        : Stream.of(new Entry(entry.getKey(), Numbers.plain(entry.getValue()))))
                .toList();
    }

    private static Template template() {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .withLoader(ReportPage::resource)
                .compile(resource("report.html.mustache"));
    }

    private static Reader resource(String name) {
        return new InputStreamReader(ReportPage.class.getResourceAsStream(name), StandardCharsets.UTF_8);
    }
}
