package org.basinlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning_rate=0.1,0.2 | learning_rate | 0.1 0.2",
                "--learning-rate=0.1 | learning_rate | 0.1",
                "activation= relu , elu | activation | relu elu",
                "tally_from=0:0.4:5 | tally_from | 0.0 0.1 0.2 0.3 0.4",
                "rate=log:0.0001:0.1:4 | rate | 1.0E-4 0.001 0.01 0.1",
                "rate=log:0.001:0.01:3 | rate | 0.001 0.00316227766017 0.01",
                "x=-1:1:3 | x | -1.0 0.0 1.0",
                "x=2:2:1 | x | 2.0",
                "digits=1,7:6,8;3,5:4,9 | digits | 1,7:6,8 3,5:4,9",
                "hidden=100,50; | hidden | 100,50",
            })
    void readsValues(String text, String option, String values) {
        var axis = Axis.parse(text);
        assertThat(axis.option()).isEqualTo(option);
        assertThat(axis.values().grid(false)).containsExactly(values.split(" "));
        assertThat(Axis.of(option, axis.values().toString()))
                .as("is written as it is read")
                .isEqualTo(axis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden=1:10:4 | 1 4 7 10",
                "hidden=1:3:9 | 1 2 3",
                "images=log:1:1000:4 | 1 10 100 1000",
                "images=log:1:4:8 | 1 2 3 4",
            })
    void aWholeOptionGetsEachRoundedValueOnce(String text, String values) {
        assertThat(Axis.parse(text).values().grid(true)).containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning_rate | --over takes OPTION=VALUES",
                "=1 | --over takes OPTION=VALUES",
                "x= | x has no values",
                "x=1,,2 | a value is missing",
                "x=1,2, | a value is missing",
                "x=; | a value is missing",
                "x=1,2,1 | x names 1 twice",
                "x=1:2 | a range is from:to:count",
                "x=log:1:2 | a range is from:to:count",
                "x=log:a:2:3 | 'a' in the range log:a:2:3 is no number",
                "x=1:NaN:3 | is no number",
                "x=1:2:x | 'x' in the range 1:2:x is no count",
                "x=1:2:0 | asks for 0 values",
                "x=1:2:-1 | asks for -1 values",
                "x=1:2:1 | give a count of 2 or more",
                "x=2:2:2 | holds 2 only",
                "x=2:1:5 | is empty",
                "x=log:2:1:5 | is empty",
                "x=log:0:1:5 | begin above 0",
                "x=log:-1:1:5 | begin above 0",
                "x=1:2:1000000000 | give a count from 1 to 100000",
                "x=1:2:99999999999 | is no count",
            })
    void refusesInOneLine(String text, String named) {
        assertThatThrownBy(() -> Axis.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named)
                .hasMessageMatching("[^\\n]+");
    }

    @Property
    void aDrawIsBetweenTheEnds(@ForAll @DoubleRange(max = 1, maxIncluded = false) double uniform) {
        assertThat(Double.parseDouble(Axis.parse("x=-1:3:2").values().draw(uniform, false)))
                .isBetween(-1.0, 3.0);
        assertThat(Double.parseDouble(Axis.parse("x=log:0.001:10:2").values().draw(uniform, false)))
                .isBetween(0.001, 10.0);
        assertThat(Integer.parseInt(Axis.parse("x=log:1:4:2").values().draw(uniform, true)))
                .isBetween(1, 4);
        assertThat(Axis.parse("x=a,b").values().draw(uniform, false)).isEqualTo(uniform < 0.5 ? "a" : "b");
    }

    @Property(tries = 20)
    void wholeDrawsAreEquallyLikely(@ForAll @IntRange(min = -5, max = 5) int from) {
        var axis = Axis.parse("x=" + from + ":" + (from + 3) + ":2");
        var counts = new HashMap<String, Integer>();
        IntStream.range(0, 400).forEach(i -> counts.merge(axis.values().draw((i + 0.5) / 400, true), 1, Integer::sum));
        assertThat(counts).hasSize(4);
        assertThat(counts.values()).allMatch(count -> count == 100);
    }

    @Test
    void aLogarithmicDrawHasAUniformLogarithm() {
        var axis = Axis.parse("x=log:0.01:100:2");
        assertThat(List.of(0.0, 0.25, 0.5, 0.75).stream()
                        .map(u -> Math.log10(Double.parseDouble(axis.values().draw(u, false)))))
                .allSatisfy(exponent -> assertThat(exponent)
                        .isCloseTo(Math.rint(exponent), org.assertj.core.api.Assertions.within(1e-12)))
                .hasSize(4);
    }
}
