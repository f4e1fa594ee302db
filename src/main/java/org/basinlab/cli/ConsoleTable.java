package org.basinlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.report.NumberTable;

/** Findings as text: columns lined up, the first to the left, the others to the right. */
final class ConsoleTable {
    private ConsoleTable() {}

    static String of(Findings findings) {
        var text = new StringBuilder(findings.headline()).append("\n\n");
        var claims = new ArrayList<List<Object>>();
        for (var claim : findings.claims()) {
            claims.add(KeyNumbers.row(
                    claim.source() + ": " + claim.statement(),
                    claim.published(),
                    claim.ours(),
                    claim.ci95(),
                    claim.verdict().toString().replace('_', ' ')));
        }
        append(text, new KeyNumbers("Claims", List.of("claim", "published", "ours", "95%", "verdict"), claims));
        findings.keyNumbers().forEach(table -> append(text, table));
        return text.toString();
    }

    static String of(KeyNumbers table) {
        var text = new StringBuilder();
        append(text, table);
        return text.toString();
    }

    private static void append(StringBuilder text, KeyNumbers table) {
        var lines = new ArrayList<List<String>>();
        lines.add(table.columns());
        for (var row : NumberTable.of(table).rows()) {
            lines.add(Stream.concat(Stream.of(row.name()), row.cells().stream().map(NumberTable.Cell::text))
                    .toList());
        }
        var widths = new int[table.columns().size()];
        for (var line : lines) {
            for (var c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], line.get(c).length());
            }
        }
        text.append(table.title()).append('\n');
        for (var line : lines) {
            var out = new StringBuilder("  ");
            for (var c = 0; c < widths.length; c++) {
                var pad = " ".repeat(widths[c] - line.get(c).length());
                out.append(c == 0 ? line.get(c) + pad : "  " + pad + line.get(c));
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
        text.append('\n');
    }
}
