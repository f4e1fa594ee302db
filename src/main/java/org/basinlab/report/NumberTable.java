package org.basinlab.report;

import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.stats.Interval;

/** {@link KeyNumbers} with every cell a text, as the page and the console show them. */
public record NumberTable(String title, String corner, List<String> headings, List<Row> rows) {
    /** @param name of the row; not a number, even where it consists of digits, as a seed does */
    public record Row(String name, List<Cell> cells) {}

    /** @param kind {@code number} or {@code words}: the one is set flush right, the other left */
    public record Cell(String text, String kind) {}

    /** Every cell of {@code numbers} as it shall be read. */
    public static NumberTable of(KeyNumbers numbers) {
        var columns = numbers.columns();
        return new NumberTable(
                numbers.title(),
                columns.get(0),
                columns.subList(1, columns.size()),
                numbers.rows().stream()
                        .map(row -> new Row(
                                Numbers.plain(row.get(0)),
                                IntStream.range(1, row.size())
                                        .mapToObj(i -> cell(columns.get(i), row.get(i)))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(String heading, Object value) {
        if (value instanceof Interval interval) {
            return new Cell(Numbers.show(interval), "number");
        } else if (value instanceof Long || value instanceof Integer) {
            return new Cell(Numbers.count(((Number) value).longValue()), "number");
        } else if (value instanceof Number number) {
            var isProbability = heading.equals("p") || heading.startsWith("p,");
            return new Cell(
                    isProbability ? Numbers.pValue(number.doubleValue()) : Numbers.show(number.doubleValue()),
                    "number");
        }
        return value == null ? new Cell(Numbers.NONE, "number") : new Cell(value.toString(), "words");
    }
}
