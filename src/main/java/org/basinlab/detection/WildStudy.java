package org.basinlab.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.network.Parameters;

/**
 * Networks trained on the maximum of k numbers, uniform on (-1, 1), and on controls: what is found in them.
 *
 * <p>Every network has weights and points of its own, controls too, so that shares of them have Wilson's intervals.
 */
final class WildStudy {
    private static final int JUDGING = 2048;
    /** Units a layer of all networks that are trained side by side: beyond, products of matrices take longer than calls. */
    private static final int SIDE_BY_SIDE = 128;

    private final DetectionConfig config;
    private final long seed;
    private final int threads;
    private final ReluTrainer trainer;
    private final Progress progress;

    WildStudy(DetectionConfig config, long seed, int threads, ReluTrainer trainer, Progress progress) {
        this.config = config;
        this.seed = seed;
        this.threads = threads;
        this.trainer = trainer;
        this.progress = progress;
    }

    /** How many networks it trains. */
    static long networks(DetectionConfig config) {
        var wild = config.wild();
        return (long) WildTarget.values().length
                * wild.options().size()
                * wild.widths().size()
                * wild.seeds();
    }

    /** One trained network, looked at with the chosen tolerances and with others. */
    private record Looked(DetectionResult.WildNetwork numbers, List<Boolean> hitByAngle) {}

    /** All of them. */
    record Report(
            List<DetectionResult.WildNetwork> networks,
            List<DetectionResult.WildGroup> groups,
            List<DetectionResult.Strictness> strictness) {}

    /**
     * Trains them and looks.
     *
     * @param units of progress that a network counts as
     */
    Report run(DetectionResult.Calibration chosen, long units) {
        var tasks = new ArrayList<Callable<List<Looked>>>();
        for (var k : config.wild().options()) {
            for (var width : config.wild().widths()) {
                for (var together : inParts(cases(k, width), Math.max(1, SIDE_BY_SIDE / width))) {
                    tasks.add(() -> {
                        var trained =
                                trainer.train(together.stream().map(this::task).toList());
                        var looked = new ArrayList<Looked>();
                        for (var n = 0; n < together.size(); n++) {
                            looked.add(looked(together.get(n), trained.get(n), chosen));
                            progress.advance(units);
                        }
                        return looked;
                    });
                }
            }
        }
        // By target first, which is how people compare them.
        var all = Threads.all(threads, tasks).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(l -> l.numbers().target()))
                .toList();
        var networks = all.stream().map(Looked::numbers).toList();
        return new Report(networks, groups(networks), strictness(all));
    }

    /**
     * One network to train.
     *
     * @param function what it learns
     * @param seed     of its weights and of all points it sees
     */
    private record Case(
            WildTarget target, int options, int width, int network, ToDoubleFunction<double[]> function, long seed) {}

    private List<Case> cases(int k, int width) {
        var cases = new ArrayList<Case>();
        for (var target : WildTarget.values()) {
            for (var s = 0; s < config.wild().seeds(); s++) {
                var name = (target.ordinal() * 10L + k) * 1000 + width;
                var own = DetectionStudy.seed(seed, DetectionStudy.TRAINED + name, s);
                cases.add(new Case(target, k, width, s, target.of(k, own), own));
            }
        }
        return cases;
    }

    private static <T> List<List<T>> inParts(List<T> all, int most) {
        var parts = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += most) {
            parts.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return parts;
    }

    private ReluTrainer.Task task(Case one) {
        var wild = config.wild();
        var lesson = Cloud.uniform(one.options(), wild.batch(), one.seed(), Draws.LEARNT);
        return new ReluTrainer.Task(
                lesson.byPoint(),
                one.options(),
                values(one.function(), lesson),
                Collections.nCopies(depth(one.options()), one.width()),
                wild.steps(),
                wild.rate(),
                one.seed());
    }

    private Looked looked(Case one, Parameters trained, DetectionResult.Calibration chosen) {
        var k = one.options();
        var domain = Cloud.uniform(k, config.points(), one.seed(), Draws.LOOKED_AT);
        var judged = Cloud.uniform(k, JUDGING, one.seed(), Draws.JUDGED);
        var found = new Detector(Tolerances.of(chosen.angle(), chosen.share())).in(trained, domain, judged);
        var trace = ReluTrace.of(trained, domain);
        var hits = config.angles().stream()
                .map(angle -> !new Detector(Tolerances.of(angle, chosen.share()))
                        .comparators(trace)
                        .isEmpty())
                .toList();
        var loss = loss(trained, values(one.function(), judged), judged);
        var tree = found.composition();
        return new Looked(
                new DetectionResult.WildNetwork(
                        one.target(),
                        k,
                        one.width(),
                        one.network(),
                        loss,
                        loss <= config.wild().learnt(),
                        found.comparators().stream()
                                .map(c -> c.layer() + ": " + c.selected().name())
                                .toList(),
                        found.bending().stream().mapToDouble(b -> b).average().orElseThrow(),
                        found.rebuilt().linear(),
                        found.rebuilt().explained(),
                        found.rebuilt().ofBending(),
                        tree == null ? null : tree.root().name(),
                        tree == null ? Double.NaN : tree.explains(),
                        found.isWholeMaximum(k)),
                hits);
    }

    /** Hidden layers of P9's tree: the least d with 2^d at least k. */
    static int depth(int k) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(k - 1);
    }

    private static double[] values(ToDoubleFunction<double[]> function, Cloud cloud) {
        var values = new double[cloud.points()];
        for (var p = 0; p < values.length; p++) {
            values[p] = function.applyAsDouble(cloud.point(p));
        }
        return values;
    }

    private static double loss(Parameters network, double[] targets, Cloud cloud) {
        var outputs = ReluTrace.outputs(network, cloud)[0];
        var mean = Arrays.stream(targets).average().orElseThrow();
        var error = 0.0;
        var variance = 0.0;
        for (var p = 0; p < targets.length; p++) {
            error += (outputs[p] - targets[p]) * (outputs[p] - targets[p]);
            variance += (targets[p] - mean) * (targets[p] - mean);
        }
        return error / variance;
    }

    private List<DetectionResult.WildGroup> groups(List<DetectionResult.WildNetwork> networks) {
        var groups = new ArrayList<DetectionResult.WildGroup>();
        for (var from = 0; from < networks.size(); from += config.wild().seeds()) {
            var those = networks.subList(from, from + config.wild().seeds());
            var learnt =
                    those.stream().filter(DetectionResult.WildNetwork::learnt).toList();
            var first = those.get(0);
            groups.add(new DetectionResult.WildGroup(
                    first.target(),
                    first.options(),
                    first.width(),
                    those.size(),
                    learnt.size(),
                    (int) learnt.stream()
                            .filter(n -> !n.comparators().isEmpty())
                            .count(),
                    (int) learnt.stream()
                            .filter(DetectionResult.WildNetwork::whole)
                            .count(),
                    median(those.stream()
                            .mapToDouble(DetectionResult.WildNetwork::loss)
                            .toArray()),
                    learnt.stream()
                            .mapToDouble(DetectionResult.WildNetwork::ofBending)
                            .filter(share -> !Double.isNaN(share))
                            .average()
                            .orElse(Double.NaN)));
        }
        return groups;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private List<DetectionResult.Strictness> strictness(List<Looked> all) {
        var rows = new ArrayList<DetectionResult.Strictness>();
        for (var a = 0; a < config.angles().size(); a++) {
            var learnt = new int[2];
            var hit = new int[2];
            for (var one : all) {
                if (one.numbers().learnt()) {
                    var side = one.numbers().target() == WildTarget.MAXIMUM ? 0 : 1;
                    learnt[side]++;
                    hit[side] += one.hitByAngle().get(a) ? 1 : 0;
                }
            }
            rows.add(new DetectionResult.Strictness(
                    config.angles().get(a),
                    Tally.ratio(hit[0], learnt[0]),
                    Tally.interval(hit[0], learnt[0]),
                    Tally.ratio(hit[1], learnt[1]),
                    Tally.interval(hit[1], learnt[1])));
        }
        return rows;
    }
}
