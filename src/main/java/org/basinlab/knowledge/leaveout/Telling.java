package org.basinlab.knowledge.leaveout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.stats.Pearson;

/** Holds what predictors say of each element against what leaving it out does. */
final class Telling {
    private final Lesson lesson;
    private final Learnt learnt;
    private final int fisherImages;
    private final List<Sizes> changes;
    private final List<Centred> tallyRanks;

    private Telling(Lesson lesson, Learnt learnt, int fisherImages) {
        this.lesson = lesson;
        this.learnt = learnt;
        this.fisherImages = fisherImages;
        changes = learnt.without().stream()
                .map(w -> Sizes.between(w, learnt.base()))
                .toList();
        tallyRanks = learnt.online().tallies().stream()
                .map(t -> Centred.ranks(t.weights()))
                .toList();
    }

    /**
     * All that is told; NaN where a training diverged.
     *
     * @param fisherImages of an element, at most
     */
    static Told of(Lesson lesson, Learnt learnt, int fisherImages) {
        return learnt.diverged()
                ? Told.nothing(lesson.elements().size(), lesson.world().train().pixelsPerImage())
                : new Telling(lesson, learnt, fisherImages).told();
    }

    private Told told() {
        var count = changes.size();
        var matrix = new double[count][count];
        var elements = new ArrayList<Told.OfElement>();
        for (var l = 0; l < count; l++) {
            var ranks = Centred.ranks(changes.get(l).weights());
            for (var k = 0; k < count; k++) {
                matrix[k][l] = tallyRanks.get(k).correlation(ranks);
            }
            elements.add(element(l, ranks));
        }
        return new Told(elements, matrix);
    }

    /** The change at a level, ready to be correlated with. */
    private record Changed(Centred ranks, Centred values) {}

    private Told.OfElement element(int e, Centred changeRanks) {
        var change = changes.get(e);
        var changed = Arrays.stream(Level.values())
                .map(level -> new Changed(
                        level == Level.HIDDEN_WEIGHTS ? changeRanks : Centred.ranks(change.at(level)),
                        Centred.values(change.at(level))))
                .toList();
        var fisher = Fisher.of(
                learnt.base(),
                lesson.world().train(),
                lesson.world().classes(),
                spread(lesson.elements().get(e).images(), fisherImages));
        var predictors = Predictor.values();
        var levels = Level.values();
        var spearman = new double[predictors.length][levels.length];
        var pearson = new double[predictors.length][levels.length];
        var curves = new double[Told.ORDERS.size()][];
        Centred totalRanks = null;
        Centred fisherRanks = null;
        Centred inputRanks = null;
        for (var predictor : predictors) {
            var sizes = sizes(predictor, e, fisher);
            for (var level : levels) {
                var weights = level == Level.HIDDEN_WEIGHTS;
                var told = sizes.at(level);
                var against = changed.get(level.ordinal());
                var ranks = weights && predictor == Predictor.TALLY ? tallyRanks.get(e) : Centred.ranks(told);
                spearman[predictor.ordinal()][level.ordinal()] = ranks.correlation(against.ranks());
                pearson[predictor.ordinal()][level.ordinal()] =
                        Centred.values(told).correlation(against.values());
                if (weights && predictor == Predictor.TOTAL) {
                    totalRanks = ranks;
                }
                if (weights && predictor == Predictor.FISHER_EMPIRICAL) {
                    fisherRanks = ranks;
                }
                if (weights && predictor == Predictor.INPUT) {
                    inputRanks = ranks;
                }
            }
            var order = Told.ORDERS.indexOf(predictor);
            if (order >= 0) {
                curves[order] = Concentration.of(sizes.weights(), change.weights(), Told.shares());
            }
        }
        return new Told.OfElement(
                spearman,
                pearson,
                PartialCorrelation.given(tallyRanks.get(e), changeRanks, totalRanks),
                PartialCorrelation.given(tallyRanks.get(e), changeRanks, totalRanks, fisherRanks),
                PartialCorrelation.given(tallyRanks.get(e), changeRanks, inputRanks),
                relative(e),
                Concentration.of(share(e), change.weights(), Told.shares()),
                curves,
                pixels(learnt.online().tallies().get(e), change));
    }

    private Sizes sizes(Predictor predictor, int e, Fisher fisher) {
        var online = learnt.online();
        var spec = learnt.base().spec();
        return switch (predictor) {
            case TALLY -> online.tallies().get(e);
            // By the learning rate, which is the same for all and so of no account to a correlation.
            case INTELLIGENCE -> online.squares().get(e);
            case FISHER_MODEL -> fisher.model();
            case FISHER_EMPIRICAL -> fisher.empirical();
            case TOTAL -> online.total();
            case DISPLACEMENT -> Sizes.between(learnt.base(), learnt.start());
            case MAGNITUDE -> Sizes.of(learnt.base());
            case INPUT -> online.meanInputs().get(e).sizes(spec.units(0), spec.outputs());
        };
    }

    /** t_E / t_total of hidden weights; 0 for those that nothing updated. */
    private double[] share(int e) {
        return ratios(
                learnt.online().tallies().get(e).weights(),
                learnt.online().total().weights(),
                0);
    }

    /** P4's r against its q. */
    private double relative(int e) {
        if (changes.size() < 2) {
            return Double.NaN;
        }
        var sum = changes.stream().reduce(Sizes::plus).orElseThrow().weights();
        var r = ratios(
                learnt.online().tallies().get(e).weights(),
                learnt.online().total().weights(),
                Double.NaN);
        var q = ratios(changes.get(e).weights(), sum, Double.NaN);
        return Pearson.r(r, q, IntStream.range(0, r.length).toArray());
    }

    private static double[] ratios(double[] parts, double[] wholes, double none) {
        return IntStream.range(0, parts.length)
                .mapToDouble(p -> wholes[p] > 0 ? parts[p] / wholes[p] : none)
                .toArray();
    }

    private static double[] pixels(Sizes tally, Sizes change) {
        return IntStream.range(0, tally.inputs())
                .mapToDouble(i -> Centred.ranks(outgoing(tally, i)).correlation(Centred.ranks(outgoing(change, i))))
                .toArray();
    }

    private static double[] outgoing(Sizes sizes, int pixel) {
        return IntStream.range(0, sizes.biases().length)
                .mapToDouble(j -> sizes.weights()[j * sizes.inputs() + pixel])
                .toArray();
    }

    /** So many of some at most, evenly over all of them. */
    static int[] spread(int[] all, int most) {
        var count = Math.min(all.length, most);
        return IntStream.range(0, count)
                .map(k -> all[(int) ((long) k * all.length / count)])
                .toArray();
    }

    /** The change that leaving out an element causes, with its tally: of at most so many hidden weights, evenly. */
    static double[][] sample(Learnt learnt, int e, int most) {
        var change = Sizes.between(learnt.without().get(e), learnt.base()).weights();
        var tally = learnt.online().tallies().get(e).weights();
        var which = spread(IntStream.range(0, change.length).toArray(), most);
        return new double[][] {
            Arrays.stream(which).mapToDouble(p -> tally[p]).toArray(),
            Arrays.stream(which).mapToDouble(p -> change[p]).toArray()
        };
    }
}
