package org.basinlab.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;

/**
 * Precision and recall on networks of which it is known what is in them.
 *
 * <p>Tolerances are chosen on the first half of the seeds, as the pair with the highest F1 over all kinds and levels of noise
 * (of equals the strictest), and reported on the second. Only the reported numbers are of networks that no choice was made
 * on. Kinds are counted alike, so precision is that of a world in which half of the networks have no comparator to be
 * found.
 */
final class PlantedStudy {
    private final DetectionConfig config;
    private final long seed;
    private final int threads;
    private final Progress progress;

    PlantedStudy(DetectionConfig config, long seed, int threads, Progress progress) {
        this.config = config;
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
    }

    /** How many networks it looks at. */
    static long networks(DetectionConfig config) {
        var planting = config.planting();
        return 2L
                * PlantedKind.values().length
                * planting.options().size()
                * planting.noises().size()
                * planting.seeds();
    }

    /** One network, looked at with every pair of tolerances. */
    private record Calibrated(List<Tally> tallies) {}

    /** One network, looked at with the chosen pair. */
    private record Reported(PlantedKind kind, double noise, Tally tally, boolean circuit, boolean whole) {}

    DetectionResult.Calibration calibrate() {
        var pairs = pairs();
        var tasks = new ArrayList<Callable<Calibrated>>();
        each(0, (planting, network) -> {
            if (planting.kind().isCounted()) {
                tasks.add(() -> {
                    var planted = planting.planted();
                    var trace = trace(planted, planting);
                    var tallies = pairs.stream()
                            .map(pair -> tally(planted, new Detector(pair).comparators(trace)))
                            .toList();
                    progress.advance(1);
                    return new Calibrated(tallies);
                });
            } else {
                progress.advance(1);
            }
        });
        var all = Threads.all(threads, tasks);
        var tried = new ArrayList<DetectionResult.Tried>();
        for (var k = 0; k < pairs.size(); k++) {
            var sum = Tally.NONE;
            for (var one : all) {
                sum = sum.plus(one.tallies().get(k));
            }
            tried.add(
                    new DetectionResult.Tried(pairs.get(k).angle(), pairs.get(k).share(), sum.counts()));
        }
        var best = tried.stream()
                .max(Comparator.<DetectionResult.Tried>comparingDouble(
                                t -> t.counts().f1())
                        .thenComparing(t -> -t.angle())
                        .thenComparing(t -> t.share()))
                .orElseThrow();
        return new DetectionResult.Calibration(best.angle(), best.share(), all.size(), tried);
    }

    private List<Tolerances> pairs() {
        return config.angles().stream()
                .flatMap(angle -> config.shares().stream().map(share -> Tolerances.of(angle, share)))
                .toList();
    }

    private interface Each {
        void accept(Planting planting, int network);
    }

    /** Every planting of a half; noise is the innermost, on the same network, so that levels are compared on equals. */
    private void each(int half, Each each) {
        var planting = config.planting();
        var options = planting.options();
        for (var kind : PlantedKind.values()) {
            for (var k = 0; k < options.size(); k++) {
                for (var s = 0; s < planting.seeds(); s++) {
                    var name = (kind.ordinal() * 64L + options.get(k)) * 2 + half;
                    for (var noise : planting.noises()) {
                        each.accept(
                                new Planting(
                                        kind,
                                        options.get(k),
                                        s % (planting.spare() + 1),
                                        planting.distractors(),
                                        planting.mixed(),
                                        noise,
                                        DetectionStudy.seed(seed, name, s)),
                                s);
                    }
                }
            }
        }
    }

    private ReluTrace trace(Planted planted, Planting planting) {
        return ReluTrace.of(planted.network(), cloud(planted, planting, Draws.LOOKED_AT));
    }

    private Cloud cloud(Planted planted, Planting planting, int part) {
        return Cloud.uniform(planted.network().spec().inputs(), config.points(), planting.seed(), part);
    }

    private static Tally tally(Planted planted, List<FoundComparator> found) {
        var right = (int) found.stream()
                .map(FoundComparator::comparison)
                .filter(planted.comparators()::contains)
                .count();
        return new Tally(planted.comparators().size(), found.size(), right);
    }

    /** The second half, with what was chosen on the first. */
    record Report(List<DetectionResult.NoiseRow> noise, List<DetectionResult.KindRow> kinds) {}

    Report report(DetectionResult.Calibration chosen) {
        var detector = new Detector(Tolerances.of(chosen.angle(), chosen.share()));
        var tasks = new ArrayList<Callable<Reported>>();
        each(
                1,
                (planting, network) -> tasks.add(() -> {
                    var planted = planting.planted();
                    var found = detector.in(
                            planted.network(),
                            cloud(planted, planting, Draws.LOOKED_AT),
                            cloud(planted, planting, Draws.JUDGED));
                    progress.advance(1);
                    var tree = found.composition();
                    var whole = tree != null && tree.whole();
                    return new Reported(
                            planted.kind(),
                            planting.noise(),
                            tally(planted, found.comparators()),
                            planted.root() != null,
                            whole
                                    && (planted.root() == null
                                            || tree.root().name().equals(planted.root())));
                }));
        var all = Threads.all(threads, tasks);
        var noises = config.planting().noises();
        var rows = noises.stream().map(noise -> noiseRow(all, noise)).toList();
        var kinds = Arrays.stream(PlantedKind.values())
                .flatMap(kind -> List.of(kindRow(all, kind, noises.get(0)), kindRow(all, kind, null)).stream())
                .toList();
        return new Report(rows, kinds);
    }

    private static Tally sum(List<Reported> all) {
        return all.stream().map(Reported::tally).reduce(Tally.NONE, Tally::plus);
    }

    private static DetectionResult.NoiseRow noiseRow(List<Reported> all, double noise) {
        var those = all.stream()
                .filter(r -> Double.compare(r.noise(), noise) == 0 && r.kind().isCounted())
                .toList();
        var circuits = count(those, Reported::circuit);
        var whole = count(those, r -> r.circuit() && r.whole());
        return new DetectionResult.NoiseRow(
                noise, sum(those).counts(), circuits, whole, Tally.interval(whole, circuits));
    }

    private static DetectionResult.KindRow kindRow(List<Reported> all, PlantedKind kind, Double noise) {
        var those = all.stream()
                .filter(r -> r.kind() == kind && (noise == null || Double.compare(r.noise(), noise) == 0))
                .toList();
        var hit = count(those, r -> r.tally().found() > 0);
        return new DetectionResult.KindRow(
                kind,
                noise,
                those.size(),
                hit,
                Tally.interval(hit, those.size()),
                count(those, Reported::whole),
                sum(those).counts());
    }

    private static int count(List<Reported> all, Predicate<Reported> which) {
        return (int) all.stream().filter(which).count();
    }
}
