package org.basinlab.knowledge.leaveout;

import static org.basinlab.knowledge.leaveout.LeaveOutResult.COMPARISONS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.training.OnlineTrainer;

/**
 * Worlds of which it is known what leaving out does.
 *
 * <p>Apart: four classes with ink in a quarter of the image each, and rectifiers that each see one quarter, with a bias that
 * keeps them shut without ink in it. A unit is moved by one class alone, exactly; without that class it stays as it was
 * drawn. (Others change a little too, for all share the output biases.)
 *
 * <p>Halves: the images of a class, all drawn alike, dealt into two. Both halves teach the same.
 */
final class Controls {
    /** Height and width of an image. */
    static final int SIDE = 8;

    /** Fixed, and not the run's, so that they can be judged in a run of one replica too. */
    static final int REPLICAS = 20;

    private static final int QUARTERS = 4;
    private static final int IMAGES_A_QUARTER = 60;
    private static final int IMAGES_OF_HALVES = 400;
    private static final int UNITS = 16;
    private static final double RATE = 0.01;

    /** Of each tally. Of a single one much is left to chance; their mean can be told from the margins. */
    private static final int SHUFFLES = 16;

    private static final int SHUFFLING = 204;

    private final OnlineTrainer trainer;
    private final Progress progress;
    private final Precision dtype;
    private final long seed;
    private final World apart = world(QUARTERS * IMAGES_A_QUARTER, QUARTERS, "0,1:2,3", Controls::quarterInk);
    private final World alike = world(IMAGES_OF_HALVES, 2, "0:1", Controls::stripedInk);
    private final Lesson quarters;

    Controls(OnlineTrainer trainer, Setting setting, Progress progress) {
        this.trainer = trainer;
        this.progress = progress;
        dtype = setting.dtype();
        seed = setting.seed();
        quarters = Lesson.dropping(
                apart,
                apart.classes().all().stream()
                        .map(c -> new Element("class " + c, apart.images(l -> l == c)))
                        .toList(),
                1);
    }

    /** Datapoints trained on. */
    static long datapoints() {
        // Everything, and everything less each of four quarters; everything, and less each of two quarters.
        return REPLICAS * (IMAGES_A_QUARTER * QUARTERS * 4L + IMAGES_OF_HALVES / 4 * 10L);
    }

    /** Of one seed: the first world, the tallies there shuffled, and the second world. */
    private record Pair(Told apart, Shuffled shuffled, Told halves) {}

    /** What a tally tells whose units and pixels are shuffled, the mean over elements and shuffles. */
    private record Shuffled(double spearman, double partial, double lift) {}

    List<Control> run(int threads) {
        var tasks = IntStream.range(0, REPLICAS)
                .<Callable<Pair>>mapToObj(r -> () -> pair(seed + r))
                .toList();
        var pairs = Threads.all(threads, tasks);
        var quartered = "ink of each class in a quarter of its own, units that see one quarter each";
        var shuffled = "the same, with the tally's units and pixels shuffled";
        return List.of(
                Control.positive(
                        "correlation, classes apart",
                        quartered,
                        estimate(
                                pairs,
                                p -> Gathered.mean(p.apart(), e -> e.spearman(Predictor.TALLY, Level.HIDDEN_WEIGHTS))),
                        Margins.CORRELATION),
                Control.positive(
                        "specificity, classes apart",
                        quartered,
                        estimate(pairs, p -> p.apart().specificity()),
                        Margins.SPECIFICITY),
                Control.positive(
                        "beyond update size, classes apart",
                        quartered,
                        estimate(pairs, p -> Gathered.mean(p.apart(), Told.OfElement::partial)),
                        Margins.PARTIAL),
                Control.positive(
                        "disproportion, classes apart",
                        quartered,
                        estimate(pairs, p -> Gathered.mean(p.apart(), Told.OfElement::lift)),
                        Margins.LIFT),
                Control.negative(
                        "correlation, tally shuffled",
                        shuffled,
                        estimate(pairs, p -> p.shuffled().spearman()),
                        Margins.CORRELATION),
                Control.negative(
                        "beyond update size, tally shuffled",
                        shuffled,
                        estimate(pairs, p -> p.shuffled().partial()),
                        Margins.PARTIAL),
                Control.negative(
                        "disproportion, tally shuffled",
                        shuffled,
                        estimate(pairs, p -> p.shuffled().lift()),
                        Margins.LIFT),
                Control.negative(
                        "specificity, halves of a class",
                        "images of one class, all drawn alike, dealt into two random halves",
                        estimate(pairs, p -> p.halves().specificity()),
                        Margins.SPECIFICITY));
    }

    private static Estimate estimate(List<Pair> pairs, ToDoubleFunction<Pair> number) {
        return Estimate.of(pairs.stream().mapToDouble(number).toArray(), COMPARISONS);
    }

    private Pair pair(long networkSeed) {
        var learnt = learntApart(networkSeed);
        var lesson = halves(networkSeed);
        var setting = setting(StandardActivation.SOFTPLUS);
        return new Pair(
                Telling.of(quarters, learnt, IMAGES_A_QUARTER),
                shuffled(learnt, networkSeed),
                Telling.of(
                        lesson,
                        Learnt.from(lesson, setting, setting.start(alike, networkSeed), List.of(), trainer, progress),
                        IMAGES_OF_HALVES));
    }

    /** Networks of the world in which classes are apart. */
    Learnt learntApart(long networkSeed) {
        return Learnt.from(
                quarters, setting(StandardActivation.RELU), apartStart(networkSeed), List.of(), trainer, progress);
    }

    /** The class of a unit, or of a pixel by its quarter. */
    static int quarter(int pixel) {
        return 2 * (pixel / SIDE * 2 / SIDE) + pixel % SIDE * 2 / SIDE;
    }

    private Setting setting(Activation hidden) {
        return new Setting(
                UNITS,
                hidden,
                StandardActivation.IDENTITY,
                Loss.MSE,
                Initialization.HE,
                BiasInitialization.HE,
                dtype,
                RATE,
                1,
                REPLICAS,
                0);
    }

    /**
     * Units that see one quarter: 16 weights from 0.05 to 0.15, so that ink opens the unit and its absence, with a bias of
     * -0.25, does not; the output weights as drawn.
     */
    private Parameters apartStart(long networkSeed) {
        var start = setting(StandardActivation.RELU).start(apart, networkSeed);
        var random = new RandomStream(networkSeed, RandomStream.KNOWLEDGE, 203);
        var values = start.values();
        for (var j = 0; j < UNITS; j++) {
            for (var i = 0; i < SIDE * SIDE; i++) {
                var weight = 0.05 + 0.1 * random.uniform((long) j * SIDE * SIDE + i);
                // A single, as a network of singles has it.
                values[j * SIDE * SIDE + i] = quarter(i) == j % QUARTERS ? (float) weight : 0;
            }
            values[start.spec().biasOffset(0) + j] = -0.25;
        }
        return start;
    }

    private interface Ink {
        /** The mean brightness of a class's pixel, 0 to 1. */
        double of(int label, int pixel);
    }

    private static double quarterInk(int label, int pixel) {
        return quarter(pixel) == label ? 0.7 : 0;
    }

    private static double stripedInk(int label, int pixel) {
        return (pixel + 2 * label) % 4 < 2 ? 0.6 : 0.2;
    }

    /** Classes in turn, each pixel uniform from half its mean to half as much again. */
    private static World world(int count, int classes, String groups, Ink ink) {
        var random = new RandomStream(0, RandomStream.KNOWLEDGE, 201);
        var pixels = new byte[count * SIDE * SIDE];
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) (i % classes);
            for (var p = 0; p < SIDE * SIDE; p++) {
                var at = i * SIDE * SIDE + p;
                pixels[at] = (byte) Math.min(255, 255 * ink.of(labels[i], p) * (0.5 + random.uniform(at)));
            }
        }
        var images = new LabelledImages(SIDE, SIDE, pixels, labels, Map.of());
        return new World(images, images, Classes.parse(groups));
    }

    private Lesson halves(long networkSeed) {
        var of = alike.images(l -> l == 0);
        var dealt = new RandomStream(networkSeed, RandomStream.KNOWLEDGE, 202).permutation(of.length, 0);
        var images = IntStream.of(dealt).map(k -> of[k]).toArray();
        return Lesson.dropping(
                alike,
                List.of(
                        new Element("one half", Arrays.copyOf(images, of.length / 2)),
                        new Element("other half", Arrays.copyOfRange(images, of.length / 2, of.length))),
                1);
    }

    private static Shuffled shuffled(Learnt learnt, long networkSeed) {
        if (learnt.diverged()) {
            return new Shuffled(Double.NaN, Double.NaN, Double.NaN);
        }
        var random = new RandomStream(networkSeed, RandomStream.KNOWLEDGE, SHUFFLING);
        var total = Centred.ranks(learnt.online().total().weights());
        var told = new ArrayList<Shuffled>();
        for (var e = 0; e < learnt.without().size(); e++) {
            var change = Sizes.between(learnt.without().get(e), learnt.base()).weights();
            var changeRanks = Centred.ranks(change);
            for (var s = 0; s < SHUFFLES; s++) {
                var tally = shuffled(learnt.online().tallies().get(e), random, 2L * (e * SHUFFLES + s));
                var tallyRanks = Centred.ranks(tally);
                told.add(new Shuffled(
                        tallyRanks.correlation(changeRanks),
                        PartialCorrelation.given(tallyRanks, changeRanks, total),
                        Concentration.of(tally, change, 0.1)[0] / 0.1 - 1));
            }
        }
        return new Shuffled(mean(told, Shuffled::spearman), mean(told, Shuffled::partial), mean(told, Shuffled::lift));
    }

    private static double mean(List<Shuffled> told, ToDoubleFunction<Shuffled> number) {
        return told.stream().mapToDouble(number).average().orElseThrow();
    }

    private static double[] shuffled(Sizes sizes, RandomStream random, long draw) {
        var inputs = sizes.inputs();
        var units = random.permutation(sizes.biases().length, draw);
        var pixels = random.permutation(inputs, draw + 1);
        return IntStream.range(0, sizes.weights().length)
                .mapToDouble(p -> sizes.weights()[units[p / inputs] * inputs + pixels[p % inputs]])
                .toArray();
    }
}
