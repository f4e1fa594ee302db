package org.basinlab.knowledge.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void isAsGoodAsTheBestOfAllAssignments() {
        for (var trial = 0; trial < 60; trial++) {
            var rows = 1 + trial % 5;
            var columns = rows + trial % 3;
            var similarity = similarity(rows, columns, trial);
            var best = best(similarity);
            assertThat(Arrays.stream(best).distinct().count()).isEqualTo(rows);
            assertThat(sum(similarity, best)).isCloseTo(bruteForce(similarity, 0, new boolean[columns]), within(1e-9));
        }
    }

    @Test
    void findsAHiddenPermutation() {
        var random = new RandomStream(3, RandomStream.KNOWLEDGE, 499);
        var hidden = random.permutation(50, 0);
        var similarity = similarity(50, 50, 7);
        for (var i = 0; i < 50; i++) {
            similarity[i][hidden[i]] += 2;
        }
        assertThat(best(similarity)).containsExactly(hidden);
    }

    @Test
    void takesEqualSimilaritiesAndNone() {
        assertThat(best(new double[3][3])).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(best(new double[0][0])).isEmpty();
        assertThat(best(new double[][] {{1, 1, 1}, {1, 1, 1}})).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatItCannotAssign() {
        assertThatThrownBy(() -> best(new double[][] {{Double.NaN}})).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] best(double[][] similarity) {
        var columns = similarity.length == 0 ? 0 : similarity[0].length;
        return Assignment.best(
                similarity.length,
                columns,
                Arrays.stream(similarity).flatMapToDouble(Arrays::stream).toArray());
    }

    private static double[][] similarity(int rows, int columns, int draw) {
        var random = new RandomStream(draw, RandomStream.KNOWLEDGE, 498);
        var similarity = new double[rows][columns];
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                similarity[i][j] = random.normal((long) i * columns + j) / 3;
            }
        }
        return similarity;
    }

    private static double sum(double[][] similarity, int[] assignment) {
        var sum = 0.0;
        for (var i = 0; i < assignment.length; i++) {
            sum += similarity[i][assignment[i]];
        }
        return sum;
    }

    private static double bruteForce(double[][] similarity, int row, boolean[] taken) {
        if (row == similarity.length) {
            return 0;
        }
        var best = Double.NEGATIVE_INFINITY;
        for (var j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.max(best, similarity[row][j] + bruteForce(similarity, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }
}
