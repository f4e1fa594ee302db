package org.basinlab.current;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.basinlab.current.CurrentResults.Ending;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Portion;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Tables;
import org.basinlab.experiment.Threads;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.operator.Density;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.Walkers;

/**
 * P2, "SGD Understood through Probability Current": the density of W as a flow, by one of the equations that
 * {@link NoiseConvention} names, beside walkers and SGD's own law; and what the post says of it, judged on fixed cases.
 */
public final class ProbabilityCurrent implements Experiment<CurrentConfig> {
    private static final int[] INNER_STEPS = {1, 4, 16};
    /** The post's e^4 is of x = 1. */
    static final double EXPONENT = 1;

    private static final double WIDTHS_TEMPERATURE = 0.02;
    private static final int LONG_WALKERS = 20_000;

    /** In nats below the highest, a density that is as good as none. */
    private static final double NEGLIGIBLE = 12;

    private final Supplier<? extends Walkers> engine;

    /** The experiment, on an engine for its walkers. */
    public ProbabilityCurrent(Supplier<? extends Walkers> engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "current";
    }

    /** What the run itself computed, with the densities that figures and tables show. */
    record Course(
            List<Snapshot> looks,
            List<CurrentResults.Walked> walkers,
            ExactLaw.Laws exact,
            List<Ending> conventions,
            EndState end) {
        /** SGD's own density at the last step; null where nothing is drawn. */
        Density exactEnd() {
            return exact.end();
        }
    }

    /** Cases that do not depend on the run's landscape. */
    record Cases(
            PitErrors pit,
            List<CurrentResults.Validation> validations,
            List<CurrentResults.Remedy> remedy,
            List<EndExponent> exponents,
            LongWalk longWalk,
            TwoWidths widths,
            TwoParameters plane) {}

    /** Walkers long enough under way to have forgotten where they began: mean and deviation of their W. */
    record LongWalk(long walkers, int steps, double mean, double sd) {}

    @Override
    public Findings run(CurrentConfig config, Progress progress, Tables tables) {
        var walkers = engine.get();
        progress.begin(name(), 100);
        var course = course(config, walkers, progress);
        var cases = cases(config, walkers, progress);
        var results = CurrentNumbers.of(config, course, cases);
        progress.note("claims");
        var claims = new CurrentClaims(results, cases).all();
        CurrentTables.of(course, results).forEach(tables::accept);
        return new Findings(
                name(),
                config,
                CurrentWords.headline(config, results),
                claims,
                results,
                CurrentWords.numbers(config, results),
                new CurrentFigures(config, course, cases, results).all(),
                new Origin(
                        walkers.name() + ", finite volumes, operator",
                        walkers.backend(),
                        null,
                        walkers.gpu(),
                        Map.of()));
    }

    private static Course course(CurrentConfig config, Walkers walkers, Progress progress) {
        progress.note("equation");
        var looks = solve(config, config.convention(), config.looks(), share(progress, 10, config.times().length));
        var mesh = lawMesh(config, looks.get(0).mesh());
        progress.note("operator");
        var exact = new ExactLaw(config.step(), config.start(), config.times(), config.barrierAt())
                .on(mesh, config.domainEnds() == null, share(progress, 15, config.time()));
        var walked = walk(config, walkers, progress);
        progress.note("equations");
        var each = share(progress, 10, NoiseConvention.values().length);
        var endings = Threads.all(
                config.threads(),
                Arrays.stream(NoiseConvention.values())
                        .map(convention -> (Callable<Ending>) () -> {
                            var last = solve(config, convention, config.lastLook(), Progress.NONE)
                                    .get(0)
                                    .state();
                            each.advance(1);
                            return new Ending(
                                    convention, last.mean(), last.sd(), config.hasBarrier() ? last.escaped() : null);
                        })
                        .toList());
        var end = end(config, mesh);
        return new Course(looks, walked, exact, endings, end);
    }

    /** A domain that is merely as wide as the density has spread so far may not hold the end state, nor need there be one. */
    private static EndState end(CurrentConfig config, Mesh mesh) {
        var end = EndState.of(config.convention().equation(config.step()), mesh);
        if (config.domainEnds() != null || !(end instanceof EndState.Density density)) {
            return end;
        }
        var log = density.logDensity();
        var highest = Arrays.stream(log).max().orElseThrow();
        var edge = log[0] > log[log.length - 1] ? 0 : log.length - 1;
        return highest - log[edge] > NEGLIGIBLE
                ? end
                : new EndState.Undefined(
                        mesh.faces()[edge],
                        "the density still spreads: at the domain's edge, W = %.4g, the end state is not small; give --domain for one"
                                        .formatted(mesh.faces()[edge])
                                + " between closed ends");
    }

    /** Where W may come: without noise the solver's mesh is that of the start alone, and moves. */
    private static Mesh lawMesh(CurrentConfig config, Mesh solved) {
        if (config.hasNoise()) {
            return solved;
        }
        var equation = NoiseConvention.ITO.equation(config.step());
        var ends = config.domainEnds();
        if (ends == null) {
            var reach = Reach.of(equation, config.start(), config.time());
            ends = new double[] {reach.low(), reach.high()};
        }
        return Mesh.adapted(equation, config.start(), ends[0], ends[1], config.cells());
    }

    private static List<Snapshot> solve(
            CurrentConfig config, NoiseConvention convention, double[] times, Progress progress) {
        return Solution.of(
                        convention.equation(config.step()),
                        config.hasNoise(),
                        config.start(),
                        config.domainEnds(),
                        config.cells(),
                        config.barrierAt(),
                        times,
                        progress)
                .looks();
    }

    private static List<CurrentResults.Walked> walk(CurrentConfig config, Walkers engine, Progress progress) {
        progress.note("walkers");
        var walked = engine.run(
                new Walk(
                        config.step(),
                        config.start(),
                        config.barrierAt(),
                        config.times(),
                        config.walkers(),
                        config.seed(),
                        Precision.FLOAT64,
                        null),
                share(progress, 25, Math.multiplyExact(config.walkers(), config.time())));
        return walked.looks().stream()
                .map(look -> new CurrentResults.Walked(
                        look.steps(),
                        look.mean(),
                        look.sd(),
                        config.hasBarrier() ? (double) look.atEnd() / walked.walkers() : null,
                        look.overflowed()))
                .toList();
    }

    private static Cases cases(CurrentConfig config, Walkers walkers, Progress progress) {
        progress.note("P2's cases");
        var cases = share(progress, 40, 2L * config.errorsAt().size() + 6);
        var pit = PitErrors.of(
                config.errorsAt(),
                config.threads(),
                share(cases, 2L * config.errorsAt().size(), config.errorsAt().size()));
        var validations = PostValidations.of(walkers, config.seed());
        cases.advance(2);
        var remedy = PitRemedy.of(config.threads());
        cases.advance(1);
        var exponents = new ArrayList<EndExponent>();
        IntStream.of(INNER_STEPS).forEach(r -> exponents.add(EndExponent.of(r)));
        var longWalk = longWalk(walkers, config.seed());
        cases.advance(1);
        var widths = TwoWidths.of(WIDTHS_TEMPERATURE, EXPONENT);
        cases.advance(1);
        var plane = TwoParameters.solve();
        cases.advance(1);
        return new Cases(pit, validations, remedy, exponents, longWalk, widths, plane);
    }

    private static Portion share(Progress progress, long units, long own) {
        return new Portion(progress, units, own);
    }

    private static LongWalk longWalk(Walkers engine, long seed) {
        var steps = EndExponent.longEnough();
        var look = engine.run(
                        new Walk(
                                new SgdStep(EndExponent.landscape(), EndExponent.TEMPERATURE),
                                new Start.Point(2),
                                Double.POSITIVE_INFINITY,
                                new int[] {steps},
                                LONG_WALKERS,
                                seed,
                                Precision.FLOAT64,
                                null),
                        Progress.NONE)
                .looks()
                .get(0);
        return new LongWalk(LONG_WALKERS, steps, look.mean(), look.sd());
    }
}
