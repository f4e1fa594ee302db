package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.basinlab.random.RandomStream;

/**
 * Combinations of levels at random, but balanced: a Latin hypercube of factors with few levels.
 *
 * <p>Of n combinations each level of a choice has n/L, rounded up or down, L the number of its levels: a column of
 * them is shuffled for each choice (M. D. McKay, R. J. Beckman and W. J. Conover 1979). Of many such draws the one
 * is kept whose choices go together least (R. L. Iman and W. J. Conover 1982), by the sum over pairs of choices of
 * Pearson's {@code chi^2 = sum (n_ab - n_a n_b / n)^2 / (n_a n_b / n)}. The first combination is the plain one, and
 * no two are alike: of two that are, one trades a level with another.
 */
final class BalancedDraw {
    private static final int DRAWS = 300;
    /** Choices of a draw, at most. */
    private static final int CHOICES = 64;

    private static final int MOST_TRADES = 100_000;

    private final List<Choice> choices;
    private final int n;
    private final RandomStream random;

    private BalancedDraw(List<Choice> choices, int n, RandomStream random) {
        this.choices = choices;
        this.n = n;
        this.random = random;
    }

    /** So many combinations of these choices, the plain one first. */
    static List<Map<Choice, String>> of(List<Choice> choices, int n, RandomStream random) {
        var draw = new BalancedDraw(choices, n, random);
        var columns = draw.leastAssociated();
        draw.makeDistinct(columns);
        var combinations = new ArrayList<Map<Choice, String>>();
        for (var i = 0; i < n; i++) {
            var levels = new EnumMap<Choice, String>(Choice.class);
            for (var c = 0; c < columns.length; c++) {
                levels.put(choices.get(c), choices.get(c).levels().get(columns[c][i]));
            }
            combinations.add(levels);
        }
        return combinations;
    }

    private int[][] leastAssociated() {
        int[][] best = null;
        var least = Double.POSITIVE_INFINITY;
        for (var k = 0; k < DRAWS; k++) {
            var columns = new int[choices.size()][];
            for (var c = 0; c < columns.length; c++) {
                columns[c] = column(choices.get(c), (long) k * CHOICES + c);
            }
            var association = association(columns);
            if (association < least) {
                least = association;
                best = columns;
            }
        }
        return best;
    }

    /** A balanced column, shuffled, the plain level first; of levels that do not come out even, chance has more. */
    private int[] column(Choice choice, long draw) {
        var levels = choice.levels().size();
        var plain = choice.levels().indexOf(choice.plain());
        var order = random.permutation(levels, 2 * draw);
        moveToFront(order, plain);
        var place = random.permutation(n, 2 * draw + 1);
        var column = new int[n];
        for (var i = 0; i < n; i++) {
            column[place[i]] = order[i % levels];
        }
        moveToFront(column, plain);
        return column;
    }

    /** Trades the first entry for the first that has this value. */
    private static void moveToFront(int[] entries, int value) {
        var at = 0;
        while (entries[at] != value) {
            at++;
        }
        entries[at] = entries[0];
        entries[0] = value;
    }

    private double association(int[][] columns) {
        var sum = 0.0;
        for (var a = 0; a < columns.length; a++) {
            for (var b = 0; b < a; b++) {
                sum += association(columns[a], columns[b], level(a), level(b));
            }
        }
        return sum;
    }

    private int level(int choice) {
        return choices.get(choice).levels().size();
    }

    private double association(int[] one, int[] other, int ones, int others) {
        var both = new int[ones][others];
        var rows = new int[ones];
        var columns = new int[others];
        for (var i = 0; i < n; i++) {
            both[one[i]][other[i]]++;
            rows[one[i]]++;
            columns[other[i]]++;
        }
        var chi2 = 0.0;
        for (var a = 0; a < ones; a++) {
            for (var b = 0; b < others; b++) {
                var expected = (double) rows[a] * columns[b] / n;
                chi2 += expected == 0 ? 0 : (both[a][b] - expected) * (both[a][b] - expected) / expected;
            }
        }
        return chi2;
    }

    /** Modified: a combination like an earlier one trades one level with any but the plain one, until none is. */
    private void makeDistinct(int[][] columns) {
        var k = (long) DRAWS * CHOICES << 32;
        for (var trades = 0; ; trades++) {
            var alike = likeAnEarlierOne(columns);
            if (alike < 0) {
                return;
            }
            if (trades == MOST_TRADES) {
                throw new IllegalArgumentException(n + " combinations of " + choices + " cannot all differ");
            }
            var column = columns[random.below(columns.length, k++)];
            var partner = 1 + random.below(n - 1, k++);
            var level = column[alike];
            column[alike] = column[partner];
            column[partner] = level;
        }
    }

    private int likeAnEarlierOne(int[][] columns) {
        var seen = new HashSet<List<Integer>>();
        for (var i = 0; i < n; i++) {
            var combination = new ArrayList<Integer>();
            for (var column : columns) {
                combination.add(column[i]);
            }
            if (!seen.add(combination)) {
                return i;
            }
        }
        return -1;
    }
}
