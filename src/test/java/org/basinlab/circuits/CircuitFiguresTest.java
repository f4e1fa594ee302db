package org.basinlab.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import org.basinlab.experiment.Figure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitFiguresTest {
    /** Margins of these ranges are none for the default grid, on which circuits without signs are drawn. */
    @ParameterizedTest
    @ValueSource(strings = {"uniform:-5000:5000", "uniform:0:1e-18", "grid:24:0:1"})
    void anyRangeIsDrawn(String text) {
        var grid = InputGrid.of(text);
        for (var signed : new boolean[] {true, false}) {
            if (signed || grid.low() >= 0) {
                var design = new Design(Operation.MAX, Form.TREE, 8, 1, 1, false, signed, grid, grid.margin());
                var lines = (Figure.Lines) CircuitFigures.depths(design);
                assertThat(lines.lines().get(0).y()).startsWith(1, 2, 2, 3).endsWith(6);
            }
        }
    }
}
