package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.ColumnShuffle.Block;
import org.junit.jupiter.api.Test;

class ColumnShuffleTest {
    private static final RandomStream NEURONS = new RandomStream(11, RandomStream.NEURONS, 0);
    private static final double[] NONE = {};
    private static final double[] FIXED_X = {3, -1};
    private static final double[] FIXED_Y = {2, 0.5};

    /** Every point by hand: means put where values are missing, columns dealt, one ordinary correlation. */
    @Test
    void agreesWithShufflingThePoints() {
        var blocks = List.of(block(1, 7, 5, 0.2), block(2, 4, 9, 0));
        var draws = ColumnShuffle.draws(blocks, FIXED_X, FIXED_Y, 30, NEURONS);
        var meanX = mean(blocks.stream().map(Block::x).toList(), FIXED_X);
        var meanY = mean(blocks.stream().map(Block::y).toList(), FIXED_Y);
        for (var d = 0; d < 30; d++) {
            var x = Arrays.stream(FIXED_X);
            var y = Arrays.stream(FIXED_Y);
            for (var b = 0; b < 2; b++) {
                var block = blocks.get(b);
                var dealt = NEURONS.permutation(block.x().length, ((long) b << 31) + d);
                x = DoubleStream.concat(
                        x, Arrays.stream(dealt).mapToObj(k -> block.x()[k]).flatMapToDouble(Arrays::stream));
                y = DoubleStream.concat(y, Arrays.stream(block.y()).flatMapToDouble(Arrays::stream));
            }
            var expected = new PearsonsCorrelation()
                    .correlation(
                            x.map(v -> Double.isNaN(v) ? meanX : v).toArray(),
                            y.map(v -> Double.isNaN(v) ? meanY : v).toArray());
            assertThat(draws[d]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void withoutAShuffleItIsPearsonsR() {
        var block = block(3, 6, 10, 0);
        var x = Stream.concat(Stream.of(FIXED_X), Arrays.stream(block.x())).flatMapToDouble(Arrays::stream);
        var y = Stream.concat(Stream.of(FIXED_Y), Arrays.stream(block.y())).flatMapToDouble(Arrays::stream);
        assertThat(ColumnShuffle.observed(List.of(block), FIXED_X, FIXED_Y))
                .isCloseTo(new PearsonsCorrelation().correlation(x.toArray(), y.toArray()), within(1e-12));
    }

    @Test
    void bothWaysToReckonAgree() {
        var blocks = List.of(block(4, 20, 6, 0.1));
        // Fewer draws than columns are taken point by point, more from the products.
        var few = ColumnShuffle.draws(blocks, NONE, NONE, 15, NEURONS);
        var many = ColumnShuffle.draws(blocks, NONE, NONE, 40, NEURONS);
        for (var d = 0; d < few.length; d++) {
            assertThat(few[d]).isCloseTo(many[d], within(1e-12));
        }
    }

    /** Weights that repeat their neuron's bias give the bias's draws, if both are dealt alike. */
    @Test
    void setsOverTheSameNeuronsAreDealtAlike() {
        var biases = block(5, 12, 1, 0);
        var weights = new Block(repeat(biases.x(), 8), repeat(biases.y(), 8));
        var other = block(6, 5, 3, 0);
        var ours = ColumnShuffle.draws(List.of(weights), NONE, NONE, 50, NEURONS);
        var theirs = ColumnShuffle.draws(List.of(biases), NONE, NONE, 50, NEURONS);
        IntStream.range(0, 50).forEach(d -> assertThat(ours[d]).isCloseTo(theirs[d], within(1e-12)));
        var beside = ColumnShuffle.draws(
                List.of(biases, new Block(zero(other.x()), zero(other.y()))), NONE, NONE, 9, NEURONS);
        // Zeros change r, but the order of draws only with another dealing.
        assertThat(order(beside)).isEqualTo(order(Arrays.copyOf(theirs, 9)));
    }

    @Test
    void blocksAreDealtApart() {
        var one = block(7, 30, 1, 0);
        var alone = ColumnShuffle.draws(List.of(one, constant(one)), NONE, NONE, 200, NEURONS);
        var second = ColumnShuffle.draws(List.of(constant(one), one), NONE, NONE, 200, NEURONS);
        // Four standard errors of a correlation of 200 independent pairs.
        assertThat(new PearsonsCorrelation().correlation(alone, second)).isCloseTo(0, within(4 / Math.sqrt(200)));
    }

    /**
     * Neurons that share x and share y over their weights, pixels that shape both, a tenth of the cells missing and
     * some neurons dead, nothing that links a neuron's x to its y: p is uniform on its grid, while the naive one is
     * below 5% in most samples.
     */
    @Test
    void pIsUniformOnShuffledNeurons() {
        var counts = new long[20];
        var naive = 0;
        var runs = 2000;
        for (var run = 0; run < runs; run++) {
            var blocks = List.of(holes(run, neurons(run, 14, 8, 0, 0.7)), neurons(run + 5000, 6, 12, 0, 0));
            var observed = ColumnShuffle.observed(blocks, FIXED_X, FIXED_Y);
            var draws =
                    ColumnShuffle.draws(blocks, FIXED_X, FIXED_Y, 99, new RandomStream(run, RandomStream.NEURONS, 0));
            counts[(int) Math.ceil(20 * NullDistribution.of(observed, draws).p() - 1e-9) - 1]++;
            naive += PearsonTest.p(observed, 14 * 8 + 6 * 12 + 2) <= 0.05 ? 1 : 0;
        }
        assertThat(Uniformity.p(counts)).isGreaterThan(0.001);
        assertThat(naive).isGreaterThan(runs / 2);
    }

    /** Where two of five neurons are dead, the other three take all their 6 orders equally often. */
    @Test
    void deadNeuronsStay() {
        var x = new double[][] {{1}, {Double.NaN}, {10}, {5}, {100}};
        var y = new double[][] {{1}, {3}, {2}, {Double.NaN}, {4}};
        var counts = new TreeMap<Long, Long>();
        for (var r : ColumnShuffle.draws(List.of(new Block(x, y)), NONE, NONE, 6000, NEURONS)) {
            counts.merge(Math.round(r * 1e9), 1L, Long::sum);
        }
        assertThat(counts).hasSize(6);
        assertThat(Uniformity.p(counts.values().stream().mapToLong(c -> c).toArray()))
                .isGreaterThan(0.001);
    }

    /** A link of r = 0.5 between 40 neurons' components: the test on 40 means would find it in 92%. */
    @Test
    void findsALinkBetweenNeurons() {
        var found = IntStream.range(0, 100)
                .filter(run -> {
                    var blocks = List.of(neurons(run, 40, 10, 0.5, 0));
                    var draws = ColumnShuffle.draws(
                            blocks, NONE, NONE, 199, new RandomStream(run, RandomStream.NEURONS, 0));
                    return NullDistribution.of(ColumnShuffle.observed(blocks, NONE, NONE), draws)
                                    .p()
                            <= 0.05;
                })
                .count();
        assertThat(found).isGreaterThan(75);
    }

    @Test
    void whatAllNeuronsShareSurvivesTheShuffle() {
        var blocks = List.of(neurons(1, 40, 200, 0, 2));
        var draws = ColumnShuffle.draws(blocks, NONE, NONE, 199, NEURONS);
        assertThat(NullDistribution.of(0, draws).mean()).isGreaterThan(0.3);
    }

    @Test
    void aConstantHasNoCorrelationAndColumnsMustMatch() {
        var block = block(8, 4, 3, 0);
        var flat = new double[][] {{0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}};
        assertThat(ColumnShuffle.observed(List.of(new Block(flat, block.y())), NONE, NONE))
                .isNaN();
        assertThat(ColumnShuffle.draws(List.of(new Block(flat, block.y())), NONE, NONE, 3, NEURONS))
                .containsOnly(Double.NaN);
        assertThatThrownBy(() -> new Block(new double[2][3], new double[3][3])).hasMessageContaining("2 columns");
        assertThatThrownBy(() -> new Block(new double[2][3], new double[][] {{1, 2, 3}, {1}}))
                .hasMessageContaining("column 1");
    }

    private static Block block(int seed, int columns, int rows, double missing) {
        var random = new RandomStream(seed, RandomStream.INITIAL_PARAMETERS, 5);
        var x = new double[columns][rows];
        var y = new double[columns][rows];
        for (var j = 0; j < columns; j++) {
            for (var i = 0; i < rows; i++) {
                var k = 4L * (j * rows + i);
                x[j][i] = random.uniform(k + 2) < missing ? Double.NaN : 5 + random.normal(2 * k);
                y[j][i] = random.uniform(k + 3) < missing ? Double.NaN : random.normal(2 * k + 2) - x[j][i] / 3;
            }
        }
        return new Block(x, y);
    }

    private static Block neurons(int seed, int neurons, int pixels, double link, double ofPixel) {
        var points = ClusteredPoints.draw(seed, ClusteredPoints.even(neurons, pixels), 0.7, link, 0);
        var random = new RandomStream(seed, RandomStream.INITIAL_PARAMETERS, 6);
        var x = new double[neurons][pixels];
        var y = new double[neurons][pixels];
        for (var j = 0; j < neurons; j++) {
            for (var i = 0; i < pixels; i++) {
                var k = j * pixels + i;
                var pixel = ofPixel * random.normal(100_000 + i);
                x[j][i] = points.x()[k] + pixel;
                y[j][i] = points.y()[k] + pixel / 2;
            }
        }
        return new Block(x, y);
    }

    /** Neurons 2 and 5 dead, and a tenth of the other cells missing, in x and in y apart. */
    private static Block holes(int seed, Block block) {
        var random = new RandomStream(seed, RandomStream.INITIAL_PARAMETERS, 4);
        for (var j = 0; j < block.x().length; j++) {
            for (var i = 0; i < block.x()[j].length; i++) {
                var k = 2L * (j * block.x()[j].length + i);
                var dead = j == 2 || j == 5;
                block.x()[j][i] = dead || random.uniform(k) < 0.1 ? Double.NaN : block.x()[j][i];
                block.y()[j][i] = dead || random.uniform(k + 1) < 0.1 ? Double.NaN : block.y()[j][i];
            }
        }
        return block;
    }

    private static double mean(List<double[][]> blocks, double[] fixed) {
        return Stream.concat(Stream.of(fixed), blocks.stream().flatMap(Arrays::stream))
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElseThrow();
    }

    private static double[][] repeat(double[][] one, int times) {
        return Arrays.stream(one)
                .map(column ->
                        IntStream.range(0, times).mapToDouble(i -> column[0]).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] zero(double[][] like) {
        return new double[like.length][like[0].length];
    }

    private static Block constant(Block like) {
        var x = StatUtils.mean(like.x()[0]);
        var flat = zero(like.x());
        for (var column : flat) {
            Arrays.fill(column, x);
        }
        return new Block(flat, flat);
    }

    private static List<Integer> order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((i, j) -> Double.compare(values[i], values[j]))
                .toList();
    }
}
