package org.basinlab.knowledge.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarianceSplitTest {
    @ParameterizedTest
    @CsvSource({"2,2,1", "3,2,5", "6,4,7", "5,9,3", "20,5,2"})
    void isTheTableOfTheAnalysisOfVariance(int starts, int sets, int coordinates) {
        var y = simulated(starts, sets, coordinates, 0.7, 1.3, 0.4, starts);
        var table = table(y);
        var split = distances(y).split();
        assertThat(split.start()).isCloseTo(table[0], within(1e-12 * coordinates));
        assertThat(split.data()).isCloseTo(table[1], within(1e-12 * coordinates));
        assertThat(split.rest()).isCloseTo(table[2], within(1e-12 * coordinates));
        var total = table[0] + table[1] + table[2];
        assertThat(split.startShare()).isCloseTo(table[0] / total, within(1e-12));
        assertThat(split.dataShare()).isCloseTo(table[1] / total, within(1e-12));
        assertThat(split.restShare()).isCloseTo(table[2] / total, within(1e-12));
        assertThat(split.dataOfBoth()).isCloseTo(table[1] / (table[0] + table[1]), within(1e-12));
    }

    @Test
    void findsTheComponentsThatTablesWereMadeOf() {
        var coordinates = 4000;
        var split = distances(simulated(8, 5, coordinates, 2, 0.5, 1, 11)).split();
        // Standard errors over 4000 coordinates are below 2% of the largest component.
        assertThat(split.start() / coordinates).isCloseTo(4, within(0.3));
        assertThat(split.data() / coordinates).isCloseTo(0.25, within(0.05));
        assertThat(split.rest() / coordinates).isCloseTo(1, within(0.05));
    }

    @Test
    void leavesComponentsBelowZeroAsTheyCome() {
        var below = 0;
        for (var seed = 0; seed < 40; seed++) {
            below += distances(simulated(4, 4, 1, 1, 0, 1, seed)).split().data() < 0 ? 1 : 0;
        }
        // Truly 0, so nearly as often below as above.
        assertThat(below).isBetween(8, 36);
    }

    @Test
    void givesAllToTheStartWhereDataMakeNoDifference() {
        var y = simulated(5, 7, 9, 1, 0, 0, 3);
        var split = distances(y).split();
        assertThat(split.startShare()).isEqualTo(1);
        assertThat(split.dataOfBoth()).isCloseTo(0, within(1e-14));
    }

    @Test
    void givesAllToTheDataWhereStartsMakeNoDifference() {
        var split = distances(simulated(5, 7, 9, 0, 1, 0, 3)).split();
        assertThat(split.dataShare()).isEqualTo(1);
        assertThat(split.dataOfBoth()).isCloseTo(1, within(1e-14));
    }

    @Test
    void addsUpWithoutARestWhereEffectsDo() {
        var a = new double[] {1, 4, -2};
        var b = new double[] {0, 3};
        var y = new double[3][2][1];
        for (var s = 0; s < 3; s++) {
            for (var d = 0; d < 2; d++) {
                y[s][d][0] = a[s] + b[d];
            }
        }
        var split = distances(y).split();
        assertThat(split.start()).isCloseTo(9, within(1e-12));
        assertThat(split.data()).isCloseTo(4.5, within(1e-12));
        assertThat(split.rest()).isCloseTo(0, within(1e-12));
    }

    @Test
    void jackknifesByLeavingEachStartOut() {
        var y = simulated(6, 4, 5, 1, 1, 1, 5);
        var whole = share(table(y));
        var expected = new double[6];
        for (var s = 0; s < 6; s++) {
            var left = s;
            var others = java.util.stream.IntStream.range(0, 6)
                    .filter(t -> t != left)
                    .mapToObj(t -> y[t])
                    .toArray(double[][][]::new);
            expected[s] = 6 * whole - 5 * share(table(others));
        }
        assertThat(distances(y).pseudoValues()).containsExactly(expected, within(1e-11));
    }

    @Test
    void coversTheShareThatTheStartsWereDrawnFrom() {
        // Data sets fixed: their component is what these have, b_d with the sample variance.
        var sets = 4;
        var covered = 0;
        var trials = 200;
        for (var trial = 0; trial < trials; trial++) {
            var random = new RandomStream(trial, RandomStream.KNOWLEDGE, 490);
            var fixed = new RandomStream(1, RandomStream.KNOWLEDGE, 491);
            var coordinates = 20;
            var y = new double[12][sets][coordinates];
            var data = 0.0;
            for (var p = 0; p < coordinates; p++) {
                var b = new double[sets];
                for (var d = 0; d < sets; d++) {
                    b[d] = fixed.normal(p * 100L + d);
                }
                var mean = Arrays.stream(b).average().orElseThrow();
                data += Arrays.stream(b).map(x -> (x - mean) * (x - mean)).sum() / (sets - 1);
                for (var s = 0; s < 12; s++) {
                    var a = random.normal(p * 1000L + s);
                    for (var d = 0; d < sets; d++) {
                        y[s][d][p] = a + b[d] + 0.3 * random.normal(1_000_000L + p * 1000L + s * 10L + d);
                    }
                }
            }
            var truth = data / (data + coordinates);
            covered += Estimate.of(distances(y).pseudoValues(), 1).ci95().contains(truth) ? 1 : 0;
        }
        assertThat(covered / (double) trials).isBetween(0.89, 0.99);
    }

    /** Starts 0 and 1 are one and the same: without start 2 nothing varies, and what is left is not two starts' worth. */
    @Test
    void hasNoIntervalWhereOneStartMakesTheWholeDifference() {
        var y = simulated(3, 3, 2, 0, 0, 0, 1);
        y[2][0][0] = 1;
        y[2][1][0] = 2;
        y[2][2][0] = 4;
        assertThat(distances(y).split().dataOfBoth()).isFinite();
        assertThat(distances(y).pseudoValues()).hasSize(3).containsOnly(Double.NaN);
    }

    @Test
    void hasNoIntervalBelowThreeStarts() {
        assertThat(distances(simulated(2, 3, 2, 1, 1, 1, 1)).pseudoValues()).containsOnly(Double.NaN);
        var one = distances(simulated(1, 3, 2, 1, 1, 1, 1));
        assertThat(one.split().dataOfBoth()).isNaN();
        assertThat(one.split().startShare()).isNaN();
    }

    static SquaredDistances distances(double[][][] y) {
        var starts = y.length;
        var sets = y[0].length;
        var same = new double[starts];
        var data = new double[starts][starts];
        var neither = new double[starts][starts];
        for (var s = 0; s < starts; s++) {
            for (var t = 0; t < starts; t++) {
                for (var d = 0; d < sets; d++) {
                    for (var e = 0; e < sets; e++) {
                        var squared = squared(y[s][d], y[t][e]);
                        if (d == e) {
                            data[s][t] += squared / sets;
                        } else if (s == t) {
                            same[s] += squared / (sets * (sets - 1.0));
                        } else {
                            neither[s][t] += squared / (sets * (sets - 1.0));
                        }
                    }
                }
            }
        }
        return new SquaredDistances(same, data, neither);
    }

    private static double squared(double[] one, double[] other) {
        var sum = 0.0;
        for (var p = 0; p < one.length; p++) {
            sum += (one[p] - other[p]) * (one[p] - other[p]);
        }
        return sum;
    }

    private static double share(double[] table) {
        return table[1] / (table[0] + table[1]);
    }

    /** Components of start, data and rest from mean squares, coordinate by coordinate, as textbooks do. */
    static double[] table(double[][][] y) {
        var starts = y.length;
        var sets = y[0].length;
        var components = new double[3];
        for (var p = 0; p < y[0][0].length; p++) {
            var rows = new double[starts];
            var columns = new double[sets];
            var mean = 0.0;
            for (var s = 0; s < starts; s++) {
                for (var d = 0; d < sets; d++) {
                    rows[s] += y[s][d][p] / sets;
                    columns[d] += y[s][d][p] / starts;
                    mean += y[s][d][p] / (starts * sets);
                }
            }
            var msStart = 0.0;
            var msData = 0.0;
            var msRest = 0.0;
            for (var s = 0; s < starts; s++) {
                msStart += sets * Math.pow(rows[s] - mean, 2) / (starts - 1);
                for (var d = 0; d < sets; d++) {
                    msRest += Math.pow(y[s][d][p] - rows[s] - columns[d] + mean, 2) / ((starts - 1.0) * (sets - 1));
                }
            }
            for (var d = 0; d < sets; d++) {
                msData += starts * Math.pow(columns[d] - mean, 2) / (sets - 1);
            }
            components[0] += (msStart - msRest) / sets;
            components[1] += (msData - msRest) / starts;
            components[2] += msRest;
        }
        return components;
    }

    private static double[][][] simulated(
            int starts, int sets, int coordinates, double start, double data, double rest, long seed) {
        var random = new RandomStream(seed, RandomStream.KNOWLEDGE, 492);
        var y = new double[starts][sets][coordinates];
        var k = 0L;
        for (var p = 0; p < coordinates; p++) {
            var b = new double[sets];
            for (var d = 0; d < sets; d++) {
                b[d] = data * random.normal(k++);
            }
            for (var s = 0; s < starts; s++) {
                var a = start * random.normal(k++);
                for (var d = 0; d < sets; d++) {
                    y[s][d][p] = a + b[d] + rest * random.normal(k++);
                }
            }
        }
        return y;
    }
}
