package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "4,4", "6,6", "7,7", "3,6", "6,3", "1,5", "7,2"})
    void isTheBestOfAllMatchings(int rows, int columns) {
        for (var trial = 0; trial < 6; trial++) {
            var similarity = Toys.similarity(rows, columns, 1000L * trial + 31L * rows + columns);
            var matching = Matching.best(similarity);
            assertOneToOne(matching, rows, columns);
            assertThat(total(similarity, matching)).isCloseTo(greatest(similarity), within(1e-9));
        }
    }

    /** Every matching of the smaller side into the larger is the beginning of a permutation of the larger. */
    private static double greatest(Similarity similarity) {
        var larger = Math.max(similarity.rows(), similarity.columns());
        return Permutations.of(larger).stream()
                .mapToDouble(p -> total(
                        similarity,
                        new Matching(IntStream.range(0, similarity.rows())
                                .map(i -> p[i] < similarity.columns() ? p[i] : -1)
                                .toArray())))
                .max()
                .orElseThrow();
    }

    private static double total(Similarity similarity, Matching matching) {
        return matching.pairs().stream()
                .mapToDouble(p -> similarity.at(p.one(), p.other()))
                .sum();
    }

    private static void assertOneToOne(Matching matching, int rows, int columns) {
        assertThat(matching.pairs()).hasSize(Math.min(rows, columns));
        assertThat(matching.pairs().stream().map(Matching.Pair::other).distinct())
                .hasSize(Math.min(rows, columns));
        assertThat(matching.partner()).hasSize(rows);
    }

    /** A matching is best exactly if no cycle of exchanges gains: looked for by shortest paths. */
    @ParameterizedTest
    @CsvSource({"60,60", "40,70", "70,40"})
    void noCycleOfExchangesGains(int rows, int columns) {
        var larger = Math.max(rows, columns);
        var values = new double[larger * larger];
        var common = Toys.normals(larger, 5);
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                values[i * larger + j] =
                        0.7 + 0.2 * common[i] * common[j] + 0.05 * Toys.RANDOM.normal(99 + (long) i * columns + j);
            }
        }
        var similarity = new Similarity(
                rows,
                columns,
                IntStream.range(0, rows * columns)
                        .mapToDouble(k -> values[k / columns * larger + k % columns])
                        .toArray());
        var matching = Matching.best(similarity);
        assertOneToOne(matching, rows, columns);
        var partner = filledUp(matching, larger);
        var loss = new double[larger][larger];
        for (var i = 0; i < larger; i++) {
            for (var k = 0; k < larger; k++) {
                loss[i][k] = values[i * larger + partner[i]] - values[i * larger + partner[k]];
            }
        }
        for (var via = 0; via < larger; via++) {
            for (var i = 0; i < larger; i++) {
                for (var k = 0; k < larger; k++) {
                    loss[i][k] = Math.min(loss[i][k], loss[i][via] + loss[via][k]);
                }
            }
        }
        for (var i = 0; i < larger; i++) {
            assertThat(loss[i][i]).isGreaterThan(-1e-9);
        }
    }

    private static int[] filledUp(Matching matching, int larger) {
        var partner = Arrays.copyOf(matching.partner(), larger);
        Arrays.fill(partner, matching.partner().length, larger, -1);
        var free = IntStream.range(0, larger)
                .filter(j -> IntStream.of(partner).noneMatch(p -> p == j))
                .iterator();
        for (var i = 0; i < larger; i++) {
            if (partner[i] < 0) {
                partner[i] = free.nextInt();
            }
        }
        return partner;
    }

    @Test
    void unitsThatAreLikeNothingTakeWhatIsLeft() {
        var matching = Matching.best(new Similarity(3, 3, new double[9]));
        assertOneToOne(matching, 3, 3);
        var one = Matching.best(new Similarity(3, 3, new double[] {0, 0, 0, 0, 0, 0.5, 0, 0, 0}));
        assertThat(one.partner()[1]).isEqualTo(2);
    }

    @Test
    void scaleDoesNotMatter() {
        var similarity = Toys.similarity(9, 9, 400);
        var tiny = new Similarity(
                9, 9, Arrays.stream(similarity.values()).map(v -> 1e-12 * v).toArray());
        assertThat(Matching.best(tiny).partner())
                .isEqualTo(Matching.best(similarity).partner());
    }

    @Test
    void randomMatchingsTakeEveryPairAlikeOften() {
        var counts = new int[3][5];
        var draws = 3000;
        for (var d = 0; d < draws; d++) {
            for (var pair : Matching.random(3, 5, Toys.RANDOM, d).pairs()) {
                counts[pair.one()][pair.other()]++;
            }
        }
        for (var row : counts) {
            for (var count : row) {
                assertThat(count / (double) draws).isCloseTo(0.2, within(0.04));
            }
        }
        assertThat(Matching.random(5, 3, Toys.RANDOM, 0).pairs()).hasSize(3);
    }

    @Test
    void theMeanOfRandomMatchingsIsTheMeanOfAllPairs() {
        var similarity = Toys.similarity(5, 5, 900);
        var mean = Permutations.of(5).stream()
                .mapToDouble(p -> similarity.mean(new Matching(p)))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(similarity.mean(), within(1e-12));
    }
}
