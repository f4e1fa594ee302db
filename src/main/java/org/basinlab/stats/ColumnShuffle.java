package org.basinlab.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;

/**
 * The null in which whole neurons are dealt out anew: the columns of x trade places within their block, y stays.
 *
 * <p>If which neuron an x belongs to does not matter for its y, every dealing is equally likely, however the
 * points of one neuron hang together; {@link NullDistribution} makes an exact p of the draws. It does not test what
 * all neurons share, such as a dependence of both x and y on the pixel: that survives the shuffle, and the mean of
 * the draws shows how much of r it carries.
 *
 * <p>The statistic is Pearson's r over the points of all blocks and the fixed ones. Where x or y is missing (NaN) it
 * is set to that variable's mean, so that neither the number of points nor the variances change under the shuffle;
 * with nothing missing this is the plain r. A column without any x or any y, such as a dead neuron, stays where it
 * is. Elsewhere p is exact only if the cells missing in x say nothing of those missing in y: with a tenth of the cells
 * missing in both at once, 7% to 9% of simulated p fall below 0.05. A draw is then one sum,
 * {@code sum_j K[pi(j)][j]} over the columns, with {@code K[k][j] = sum_row x[k][row] y[j][row]} of deviations,
 * made once where that is cheaper than taking every draw's products point by point.
 *
 * <p>Source: E. J. G. Pitman 1937 for the permutation test of a correlation; P. Good, "Permutation tests" 2000, for
 * shuffling whole exchangeable units. A block of c columns has only c! dealings: five neurons cannot give a p
 * much below 0.01.
 */
public final class ColumnShuffle {
    /**
     * Columns that may trade places, such as the neurons of a layer.
     *
     * @param x [column][row], all columns of a block of the same length; NaN where missing
     * @param y as x
     */
    public record Block(double[][] x, double[][] y) {
        public Block {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " columns of x, " + y.length + " of y");
            }
            for (var j = 0; j < x.length; j++) {
                if (x[j].length != x[0].length || y[j].length != x[0].length) {
                    throw new IllegalArgumentException("column " + j + " is not as long as the first");
                }
            }
        }
    }

    /** Draws and blocks share one counter. */
    private static final int BLOCK_SHIFT = 31;

    private final List<Block> deviations;
    private final double fixed;
    private final double scale;

    private ColumnShuffle(List<Block> blocks, double[] fixedX, double[] fixedY) {
        var x = new Centred(blocks.stream().map(Block::x).toList(), fixedX);
        var y = new Centred(blocks.stream().map(Block::y).toList(), fixedY);
        deviations = IntStream.range(0, blocks.size())
                .mapToObj(b -> new Block(x.blocks.get(b), y.blocks.get(b)))
                .toList();
        fixed = dot(x.fixed, y.fixed);
        scale = Math.sqrt(x.squares) * Math.sqrt(y.squares);
    }

    /**
     * The statistic with nothing shuffled.
     *
     * @param blocks each shuffled on its own
     * @param fixedX points that count but never move; may be empty
     * @param fixedY as long as {@code fixedX}
     * @return NaN if x or y is constant
     */
    public static double observed(List<Block> blocks, double[] fixedX, double[] fixedY) {
        var shuffle = new ColumnShuffle(blocks, fixedX, fixedY);
        var sum = shuffle.fixed;
        for (var block : shuffle.deviations) {
            for (var j = 0; j < block.x().length; j++) {
                sum += dot(block.x()[j], block.y()[j]);
            }
        }
        return shuffle.r(sum);
    }

    /**
     * The statistic of shuffled data. The dealing of block b in draw d is a function of the stream, b, d and the
     * block's number of columns alone: other sets over the same neurons are dealt alike.
     *
     * @param blocks each shuffled on its own
     * @param fixedX points that count but never move; may be empty
     * @param fixedY as long as {@code fixedX}
     * @param draws  how many
     * @param random where the dealings come from
     */
    public static double[] draws(List<Block> blocks, double[] fixedX, double[] fixedY, int draws, RandomStream random) {
        var shuffle = new ColumnShuffle(blocks, fixedX, fixedY);
        var sums = new double[draws];
        for (var b = 0; b < blocks.size(); b++) {
            var block = shuffle.deviations.get(b);
            var columns = block.x().length;
            // One product of all pairs costs columns^2 dots, the draws themselves columns each.
            var products = columns < draws ? products(block) : null;
            var stays = stays(blocks.get(b));
            for (var d = 0; d < draws; d++) {
                var dealt = among(random.permutation(columns, (long) b << BLOCK_SHIFT | d), stays);
                for (var j = 0; j < columns; j++) {
                    sums[d] += products == null ? dot(block.x()[dealt[j]], block.y()[j]) : products[dealt[j]][j];
                }
            }
        }
        for (var d = 0; d < draws; d++) {
            sums[d] = shuffle.r(shuffle.fixed + sums[d]);
        }
        return sums;
    }

    /** Columns without a value in x or in y, such as dead neurons. */
    private static boolean[] stays(Block block) {
        var stays = new boolean[block.x().length];
        for (var j = 0; j < stays.length; j++) {
            stays[j] = Arrays.stream(block.x()[j]).allMatch(Double::isNaN)
                    || Arrays.stream(block.y()[j]).allMatch(Double::isNaN);
        }
        return stays;
    }

    /**
     * The permutation left where some stay: struck from its cycles, the others close ranks. If the whole is
     * uniform, so is what is left, and it is the same as far as can be whoever stays.
     */
    private static int[] among(int[] permutation, boolean... stays) {
        var among = new int[permutation.length];
        for (var j = 0; j < among.length; j++) {
            var k = stays[j] ? j : permutation[j];
            while (k != j && stays[k]) {
                k = permutation[k];
            }
            among[j] = k;
        }
        return among;
    }

    private double r(double sum) {
        return scale == 0 ? Double.NaN : Math.max(-1, Math.min(1, sum / scale));
    }

    private static double[][] products(Block block) {
        var columns = block.x().length;
        var products = new double[columns][columns];
        for (var k = 0; k < columns; k++) {
            for (var j = 0; j < columns; j++) {
                products[k][j] = dot(block.x()[k], block.y()[j]);
            }
        }
        return products;
    }

    /** Four sums at once, for one alone waits for its own last addition. */
    private static double dot(double[] a, double[] b) {
        var s0 = 0.0;
        var s1 = 0.0;
        var s2 = 0.0;
        var s3 = 0.0;
        var i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** One variable's deviations from the mean of all its defined values, 0 where it is missing. */
    private static final class Centred {
        final List<double[][]> blocks;
        final double[] fixed;
        final double squares;

        Centred(List<double[][]> raw, double[] rawFixed) {
            var sum = new double[3];
            raw.forEach(block -> {
                for (var column : block) {
                    count(column, sum);
                }
            });
            count(rawFixed, sum);
            // All values alike have no variance, though rounding may leave their mean a bit beside them.
            var mean = sum[1] / sum[0];
            blocks = raw.stream()
                    .map(block -> IntStream.range(0, block.length)
                            .mapToObj(j -> centred(block[j], mean))
                            .toArray(double[][]::new))
                    .toList();
            fixed = centred(rawFixed, mean);
            var left = dot(fixed, fixed);
            for (var block : blocks) {
                for (var column : block) {
                    left += dot(column, column);
                }
            }
            squares = left < 1e-28 * sum[2] ? 0 : left;
        }

        private static void count(double[] values, double[] sum) {
            for (var value : values) {
                if (!Double.isNaN(value)) {
                    sum[0]++;
                    sum[1] += value;
                    sum[2] += value * value;
                }
            }
        }

        private static double[] centred(double[] values, double mean) {
            var centred = new double[values.length];
            for (var i = 0; i < values.length; i++) {
                centred[i] = Double.isNaN(values[i]) ? 0 : values[i] - mean;
            }
            return centred;
        }
    }
}
