package org.basinlab.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Portion;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Tables;
import org.basinlab.experiment.Threads;
import org.basinlab.operator.EscapeOperator;
import org.basinlab.operator.EscapeTimes;
import org.basinlab.operator.LargeDeviation;
import org.basinlab.stats.WilsonInterval;
import org.basinlab.walkers.Bins;
import org.basinlab.walkers.Splitting;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.Walked;
import org.basinlab.walkers.Walkers;

/**
 * P1, "Modelling and Understanding SGD": at each step one of the datapoint losses is picked and W moves down it,
 * {@code W <- W - T dl_j/dW}. With what probability has W left the pit after so many steps, and how does the time that takes
 * depend on T?
 */
public final class Escape implements Experiment<EscapeConfig> {
    /** Fewer temperatures tell no law; so many, the lowest, tell that of small T. */
    static final int LOW = 5;

    /** Of progress, for one method at one temperature. */
    private static final long UNITS = 1000;

    /** Bins of W, from as far before the start as the barrier is behind it to five times as far behind the barrier. */
    private static final int BINS = 280;

    /** A law holds where it is within this factor. */
    static final double HOLDS_WITHIN = 1.1;

    /** Slopes at the lowest temperatures that are extrapolated to 0. */
    private static final int LOWEST = 3;

    private final Supplier<? extends Walkers> engine;

    /** The experiment; the engine is asked for if walkers are wanted. */
    public Escape(Supplier<? extends Walkers> engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "escape";
    }

    @Override
    public Findings run(EscapeConfig config, Progress progress, Tables tables) {
        var walkers = config.methods().contains(Method.WALKERS) ? engine.get() : null;
        progress.begin(
                "escape", (config.methods().size() + 1L) * config.temperatures().size());
        var rows = new ArrayList<EscapeResults.Row>();
        var passages = new ArrayList<EscapeResults.FirstPassages>();
        var histograms = new ArrayList<Histograms>();
        for (var method : config.methods()) {
            progress.note(method.toString());
            switch (method) {
                case WALKERS -> walk(config, walkers, rows, passages, histograms, progress);
                case OPERATOR -> operate(config, rows, progress);
                case SPLITTING -> split(config, rows, progress);
            }
        }
        rows.sort((a, b) -> Integer.compare(
                config.temperatures().indexOf(a.temperature()),
                config.temperatures().indexOf(b.temperature())));
        progress.note("rates");
        var rates = rates(config, progress);
        var results = new EscapeResults(
                config.startAt(),
                config.barrierAt(),
                config.rateBarrierAt(),
                rows,
                rates,
                passages,
                law(config, rates));
        progress.note("claims");
        var claims = new EscapeClaims(config, results).all();
        EscapeTables.of(results).forEach(tables::accept);
        Histograms.table(histograms).ifPresent(tables::accept);
        return new Findings(
                name(),
                config,
                EscapeWords.headline(config, results),
                claims,
                results,
                EscapeWords.numbers(results),
                new EscapeFigures(config, results, histograms).all(),
                new Origin(
                        engines(config, walkers),
                        walkers == null ? null : walkers.backend(),
                        null,
                        walkers == null ? null : walkers.gpu(),
                        Map.of()));
    }

    private static void walk(
            EscapeConfig config,
            Walkers walkers,
            List<EscapeResults.Row> rows,
            List<EscapeResults.FirstPassages> passages,
            List<Histograms> histograms,
            Progress progress) {
        var steps = config.steps().stream().mapToInt(n -> n).toArray();
        var width = config.barrierAt() - config.startAt();
        var bins = new Bins(config.startAt() - width, config.barrierAt() + 5 * width, BINS);
        for (var temperature : config.temperatures()) {
            var walked = walkers.run(
                    new Walk(
                            config.step(temperature),
                            new Start.Point(config.startAt()),
                            config.barrierAt(),
                            steps,
                            config.walkers(),
                            config.seed(),
                            config.dtype(),
                            bins),
                    new Portion(progress, UNITS, (double) config.walkers() * steps[steps.length - 1]));
            histograms.add(new Histograms(temperature, bins, walked));
            for (var look : walked.looks()) {
                rows.add(new EscapeResults.Row(
                        temperature,
                        look.steps(),
                        Method.WALKERS.toString(),
                        (double) look.atEnd() / walked.walkers(),
                        (double) look.ever() / walked.walkers(),
                        WilsonInterval.of(look.atEnd(), walked.walkers()),
                        WilsonInterval.of(look.ever(), walked.walkers()),
                        null,
                        null,
                        walked.walkers(),
                        look.overflowed()));
            }
            passages.add(passages(config, temperature, walked));
        }
    }

    private static EscapeResults.FirstPassages passages(EscapeConfig config, double temperature, Walked walked) {
        var passed = new ArrayList<Long>();
        var all = 0L;
        for (var count : walked.passages()) {
            passed.add(count);
            all += count;
        }
        return new EscapeResults.FirstPassages(
                temperature, config.steps(), passed, walked.atRisk(), all == 0 ? null : all / walked.atRisk());
    }

    private static void operate(EscapeConfig config, List<EscapeResults.Row> rows, Progress progress) {
        var steps = config.steps().stream().mapToInt(n -> n).toArray();
        var each = each(config, temperature -> {
            var escapes =
                    new EscapeOperator(config.step(temperature), config.startAt(), config.barrierAt()).escapes(steps);
            progress.advance(UNITS);
            return escapes.stream()
                    .map(escape -> new EscapeResults.Row(
                            temperature,
                            escape.steps(),
                            Method.OPERATOR.toString(),
                            escape.atEnd(),
                            escape.ever(),
                            null,
                            null,
                            escape.error(),
                            escape.everError(),
                            null,
                            null))
                    .toList();
        });
        each.forEach(rows::addAll);
    }

    private static void split(EscapeConfig config, List<EscapeResults.Row> rows, Progress progress) {
        var steps = config.steps().stream().mapToInt(n -> n).toArray();
        var splitting = new Splitting(config.threads());
        for (var temperature : config.temperatures()) {
            var estimates = splitting.run(
                    config.step(temperature),
                    config.startAt(),
                    config.barrierAt(),
                    steps,
                    config.walkers(),
                    config.seed(),
                    new Portion(progress, UNITS, (double) Splitting.RUNS * steps.length));
            for (var estimate : estimates) {
                rows.add(new EscapeResults.Row(
                        temperature,
                        estimate.steps(),
                        Method.SPLITTING.toString(),
                        estimate.atEnd(),
                        estimate.ever(),
                        estimate.atEnd95(),
                        estimate.ever95(),
                        null,
                        null,
                        config.walkers(),
                        null));
            }
        }
    }

    private static List<EscapeResults.Rate> rates(EscapeConfig config, Progress progress) {
        return each(config, temperature -> {
            var rate = rate(config, temperature);
            progress.advance(UNITS);
            return rate;
        });
    }

    /** A W that wanders off for ever, say, has no rates: that is a result, and no reason to drop the rest. */
    private static EscapeResults.Rate rate(EscapeConfig config, double temperature) {
        try {
            var rates = new EscapeOperator(config.step(temperature), config.startAt(), config.rateBarrierAt()).rates();
            return new EscapeResults.Rate(
                    temperature,
                    rates.firstPassage(),
                    rates.firstPassageError(),
                    rates.eigenvalue(),
                    rates.eigenvalueError(),
                    null);
        } catch (InputException e) {
            return new EscapeResults.Rate(temperature, null, null, null, null, e.getMessage());
        }
    }

    private static EscapeResults.Law law(EscapeConfig config, List<EscapeResults.Rate> rates) {
        var escaping = rates.stream()
                .filter(EscapeResults.Rate::escapes)
                .sorted((a, b) -> Double.compare(a.temperature(), b.temperature()))
                .toList();
        if (escaping.size() < LOW) {
            return null;
        }
        var times = times(escaping);
        var deviation = deviation(config);
        if (deviation.isEmpty()) {
            return null;
        }
        var atZero = times.slopeAtZero(LOWEST);
        return new EscapeResults.Law(
                deviation.get().action(),
                deviation.get().gaussian(),
                fits(times, deviation.get()),
                fits(times(escaping.subList(0, LOW)), deviation.get()),
                times.slopes().stream()
                        .map(slope -> new EscapeResults.Slope(slope.temperature(), slope.slope()))
                        .toList(),
                atZero.value(),
                atZero.error());
    }

    /** Empty where L has no minimum about the start with a maximum before the barrier: there is nothing to climb. */
    private static Optional<LargeDeviation> deviation(EscapeConfig config) {
        try {
            return Optional.of(LargeDeviation.of(
                    config.step(config.temperatures().get(0)), config.startAt(), config.rateBarrierAt()));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static EscapeTimes times(List<EscapeResults.Rate> rates) {
        return new EscapeTimes(
                rates.stream().mapToDouble(EscapeResults.Rate::temperature).toArray(),
                rates.stream().mapToDouble(EscapeResults.Rate::rateFirstPassage).toArray());
    }

    private static List<EscapeResults.LawFit> fits(EscapeTimes times, LargeDeviation deviation) {
        return times.fits(deviation.action(), HOLDS_WITHIN).stream()
                .map(EscapeWords::fit)
                .toList();
    }

    private static <T> List<T> each(EscapeConfig config, DoubleFunction<T> one) {
        var tasks = config.temperatures().stream()
                .map(temperature -> (Callable<T>) () -> one.apply(temperature))
                .toList();
        return Threads.all(config.threads(), tasks);
    }

    private static String engines(EscapeConfig config, Walkers walkers) {
        var names = new ArrayList<String>();
        if (walkers != null) {
            names.add(walkers.name());
        }
        if (config.methods().contains(Method.SPLITTING)) {
            names.add("splitting");
        }
        names.add("operator");
        return String.join(", ", names);
    }
}
