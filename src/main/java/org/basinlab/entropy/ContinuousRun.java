package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.entropy.EntropyResults.Estimate;
import org.basinlab.entropy.EntropyResults.Nonlinear;
import org.basinlab.entropy.EntropyResults.Polygon;
import org.basinlab.entropy.EntropyResults.Row;
import org.basinlab.entropy.EntropyResults.VarianceRow;
import org.basinlab.entropy.LinearThermostat.Spread;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.stats.StudentInterval;

/** The continuous thermostats: exact numbers of the linear one, estimates of it and of saturating ones. */
final class ContinuousRun {
    /**
     * In units of theta. Deeper in saturation the laws get ridges narrower than the points are apart, and estimates
     * fail.
     */
    static final double SIDE = 2;

    /** In units of theta. The fixed point stays stable up to 2 at w = 1/2. */
    private static final List<Double> GAINS = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 1.75);

    private static final List<Double> WEIGHTS = List.of(0.0, 0.5);
    private static final int POLYGONS = 8;
    private static final int VARIANCES = 40;

    private final EntropyConfig config;
    private final EntropyConfig.Continuous setting;
    private final LinearThermostat linear;

    ContinuousRun(EntropyConfig config) {
        this.config = config;
        setting = config.continuous();
        linear = setting.linear();
    }

    EntropyResults run(Progress progress) {
        progress.begin("entropy", (long) setting.repeats() * (1 + GAINS.size() * WEIGHTS.size()));
        return new EntropyResults(
                "continuous",
                List.of("thermostat"),
                List.of("room"),
                null,
                linear.bits(config.before(), config.steps()),
                IntStream.rangeClosed(0, config.steps()).mapToObj(this::row).toList(),
                null,
                List.of(),
                null,
                new EntropyResults.Continuous(
                        IntStream.rangeClosed(0, Math.max(POLYGONS, config.before() + config.steps()))
                                .mapToObj(n -> polygon(linear, n))
                                .toList(),
                        IntStream.range(0, VARIANCES)
                                .takeWhile(linear::isWide)
                                .mapToObj(n -> variances(linear, n))
                                .toList(),
                        estimates(progress),
                        nonlinear(progress)));
    }

    private Row row(int step) {
        var bits = linear.bits(config.before(), step);
        var n = config.before() + step;
        var a = linear.entropyOfThermostat(n);
        var b = linear.entropyOfRoom(n);
        var first = step == 0;
        // 0 - x, not -x: nothing is forgotten in no step, not -0.
        var loss = 0 - step * linear.lossless();
        return new Row(
                step,
                bits.next(),
                bits.decorrelatedNext(),
                bits.strength(),
                bits.adjustedStrength(),
                a,
                b,
                a + b - bits.next(),
                first ? a : null,
                first ? b : null,
                first ? 0.0 : null,
                0,
                loss,
                0,
                loss);
    }

    static Polygon polygon(LinearThermostat linear, int step) {
        var h = linear.entropy(step);
        var a = linear.entropyOfThermostat(step);
        var b = linear.entropyOfRoom(step);
        return new Polygon(step, linear.corners(step), Math.pow(2, h), h, a, b, a + b - h);
    }

    static VarianceRow variances(LinearThermostat linear, int before) {
        var determinant = linear.variances(Spread.DETERMINANT, before);
        var trace = linear.variances(Spread.TRACE, before);
        var room = linear.variances(Spread.ROOM, before);
        return new VarianceRow(
                before,
                determinant.strength(),
                determinant.adjustedStrength(),
                trace.strength(),
                trace.adjustedStrength(),
                room.strength(),
                room.adjustedStrength());
    }

    private List<Estimate> estimates(Progress progress) {
        progress.note("linear");
        var found = Threads.all(
                config.threads(),
                IntStream.range(0, setting.repeats())
                        .mapToObj(part -> (Callable<Map<String, Double>>) () -> {
                            var estimate = estimate(part);
                            progress.advance(1);
                            return estimate;
                        })
                        .toList());
        var exact = named(linear.bits(config.before(), config.steps()));
        exact.put("mutual_information_ksg", exact.get("mutual_information"));
        var estimates = new ArrayList<Estimate>();
        exact.forEach((what, value) -> {
            var repeated = found.stream().mapToDouble(one -> one.get(what)).toArray();
            estimates.add(new Estimate(
                    what, value, StatUtils.mean(repeated), standardError(repeated), StudentInterval.ofMean(repeated)));
        });
        return estimates;
    }

    private Map<String, Double> estimate(int part) {
        var samples = new Samples(
                (thermostat, room) -> room - linear.gain() * thermostat,
                linear.side(),
                // Entropies do not see where the centre is, and about 0 no digit is lost to it.
                0,
                config.before(),
                config.steps(),
                setting.samples(),
                config.seed(),
                part);
        var numbers = named(samples.bits(setting.neighbours()));
        numbers.put("mutual_information_ksg", samples.mutualInformation(setting.neighbours()));
        return numbers;
    }

    private static Map<String, Double> named(Bits bits) {
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("start", bits.start());
        numbers.put("next", bits.next());
        numbers.put("decorrelated", bits.decorrelated());
        numbers.put("decorrelated_next", bits.decorrelatedNext());
        numbers.put("strength", bits.strength());
        numbers.put("adjusted_strength", bits.adjustedStrength());
        numbers.put("mutual_information", bits.mutualInformation());
        return numbers;
    }

    private List<Nonlinear> nonlinear(Progress progress) {
        progress.note("saturating");
        var rows = new ArrayList<Nonlinear>();
        for (var weight : WEIGHTS) {
            for (var gain : GAINS) {
                rows.add(
                        nonlinear(new SaturatingThermostat(gain * setting.theta(), setting.theta(), weight), progress));
            }
        }
        return rows;
    }

    private Nonlinear nonlinear(SaturatingThermostat thermostat, Progress progress) {
        var side = SIDE * setting.theta();
        var repeated = Threads.all(
                config.threads(),
                IntStream.range(0, setting.repeats())
                        .mapToObj(part -> (Callable<Double>) () -> {
                            var samples = new Samples(
                                    thermostat::room, side, 0, 1, 1, setting.samples(), config.seed(), part);
                            progress.advance(1);
                            return samples.bits(setting.neighbours()).adjustedStrength();
                        })
                        .toList());
        var values = repeated.stream().mapToDouble(d -> d).toArray();
        return new Nonlinear(
                thermostat.weight(),
                thermostat.gain(),
                side,
                thermostat.adjustedStrength(side),
                StatUtils.mean(values),
                standardError(values),
                StudentInterval.ofMean(values),
                repeated);
    }

    private static double standardError(double[] values) {
        return Math.sqrt(StatUtils.variance(values) / values.length);
    }
}
