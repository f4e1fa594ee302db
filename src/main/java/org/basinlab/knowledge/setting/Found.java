package org.basinlab.knowledge.setting;

import java.util.List;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Table;

/**
 * All that a part found, but for its claims.
 *
 * @param result   the part's own keys of {@code findings.json}
 * @param headline the answer in a sentence
 * @param numbers  small tables for people
 * @param figures  what to draw
 * @param tables   every replica's numbers
 * @param <R>      a record
 */
public record Found<R extends Record>(
        R result, String headline, List<KeyNumbers> numbers, List<Figure> figures, List<Table> tables) {
    public Found {
        numbers = List.copyOf(numbers);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }
}
