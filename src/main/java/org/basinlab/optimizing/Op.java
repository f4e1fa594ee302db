package org.basinlab.optimizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.basinlab.causal.Compared;
import org.basinlab.causal.DifferenceRate;
import org.basinlab.causal.Exponents;
import org.basinlab.causal.OpCourse;
import org.basinlab.causal.OpMap;
import org.basinlab.causal.Rate;
import org.basinlab.causal.Tangents;
import org.basinlab.causal.Total;
import org.basinlab.causal.Worlds;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Portion;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Tables;
import org.basinlab.optimizing.OpResults.Growth;
import org.basinlab.optimizing.OpResults.NodeRate;
import org.basinlab.optimizing.OpResults.Point;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Trajectories;

/**
 * P7 and P8: how much does one part of a system, A, optimize another? Op(A; n, m) along a course, in the long run, and over planes
 * of starts, parameters and time.
 */
public final class Op implements Experiment<OpConfig> {
    /** Of progress, for each part of a run. */
    private static final long UNITS = 1000;

    private final Function<Ensemble, Trajectories> engines;
    private final Map<String, String> digests;

    /**
     * The experiment.
     *
     * @param engines which one runs a map
     * @param digests of the files that the system was read from, by name
     */
    public Op(Function<Ensemble, Trajectories> engines, Map<String, String> digests) {
        this.engines = engines;
        this.digests = Map.copyOf(digests);
    }

    @Override
    public String name() {
        return "op";
    }

    @Override
    public Findings run(OpConfig config, Progress progress, Tables tables) {
        // First: it may be one that is not here.
        var engine = config.map().isEmpty() ? null : engines.apply(ensemble(config));
        var parts = 4
                + (config.rate() ? 1 : 0)
                + (config.integral() == null ? 0 : 1)
                + (config.map().isEmpty() ? 0 : 1);
        progress.begin("op", parts * UNITS);
        progress.note("course");
        var course = OpCourse.of(worlds(config), config.steps(), config.every(), portion(progress, config.steps()));
        progress.note("rates");
        var rates = rates(config, portion(progress, config.steps()));
        var growth = config.rate() ? growth(config, portion(progress, config.steps())) : null;
        var integral = config.integral() == null ? null : Comparison.finite(integral(config, progress));
        progress.note("map");
        var maps = engine == null ? List.<OpMap>of() : maps(config, engine, progress);
        progress.note("systems");
        var systems = Comparison.rows(config.threads());
        progress.advance(UNITS);
        progress.note("claims");
        var sets = config.system().equals(BuiltIn.LORENZ.toString())
                ? LorenzSets.rows(config.stepping().system(), config.threads())
                : List.<OpResults.SetRow>of();
        var claims = claims(config, systems);
        progress.advance(UNITS);
        var first = rates.get(0);
        var results = new OpResults(
                points(config, course),
                course.flips(),
                course.flipCount(),
                integral,
                first.rate(),
                first.error(),
                rates,
                growth,
                maps.stream().map(Maps::summary).toList(),
                systems,
                sets);
        OpTables.of(config, course, systems).forEach(tables::accept);
        maps.forEach(map -> tables.accept(Maps.table(map)));
        return new Findings(
                name(),
                config,
                OpWords.headline(config, results),
                claims,
                results,
                OpWords.numbers(results),
                new OpFigures(config, course, results, maps).all(),
                new Origin(
                        engine == null ? "scalar" : "scalar, map by " + engine.engine(),
                        null,
                        null,
                        engine == null ? null : engine.gpu(),
                        digests));
    }

    private static Progress portion(Progress progress, long own) {
        return new Portion(progress, UNITS, Math.max(1, own));
    }

    private static Compared worlds(OpConfig config) {
        return config.delta() == null ? new Tangents(config.question()) : new Worlds(config.question(), config.delta());
    }

    /** Where long-run rates begin: a map's fast modes have died, a flow has come to where it stays. */
    private static long first(OpConfig config) {
        var steps = config.steps();
        return config.stepping().system().isFlow() ? steps / 10 : steps / 2;
    }

    private static List<NodeRate> rates(OpConfig config, Progress progress) {
        var question = config.question();
        var rates = config.delta() == null
                ? Rate.of(new Tangents(question), first(config), config.steps(), progress)
                : DifferenceRate.of(question, config.delta(), first(config), config.steps(), progress);
        return rates.stream()
                .map(r -> new NodeRate(
                        r.node(), r.from(), r.to(), Comparison.finite(r.value()), Comparison.finite(r.error())))
                .toList();
    }

    private static Growth growth(OpConfig config, Progress progress) {
        progress.note("exponents");
        var g = Exponents.of(config.stepping(), config.question().frozen(), first(config), config.steps(), progress);
        return new Growth(
                g.from(),
                g.to(),
                Comparison.finite(g.largest()),
                Comparison.finite(g.largestError()),
                Comparison.finite(g.conditional()),
                Comparison.finite(g.conditionalError()),
                Comparison.finite(g.difference()),
                Comparison.finite(g.differenceError()));
    }

    private static double integral(OpConfig config, Progress progress) {
        progress.note("integral");
        var range = config.integral();
        var part = portion(progress, range.points());
        return config.delta() == null
                ? Total.betweenKinks(
                        config.question(),
                        config.steps(),
                        range.low(),
                        range.high(),
                        range.points(),
                        config.threads(),
                        part)
                : Total.onGrid(
                        config.question(),
                        config.steps(),
                        range.low(),
                        range.high(),
                        range.points(),
                        config.delta(),
                        config.threads(),
                        part);
    }

    private static Ensemble ensemble(OpConfig config) {
        return OpMap.ensemble(
                config.question(), config.map().get(0), config.map().get(1), config.steps(), config.dtype());
    }

    private static List<OpMap> maps(OpConfig config, Trajectories engine, Progress progress) {
        var x = config.map().get(0);
        var y = config.map().get(1);
        return OpMap.of(
                config.question(),
                x,
                y,
                config.steps(),
                config.dtype(),
                engine,
                portion(progress, OpMap.trajectories(x, y)));
    }

    private static List<Claim> claims(OpConfig config, List<OpResults.SystemRow> systems) {
        var claims = new ArrayList<Claim>();
        switch (config.system()) {
            case "thermostat" -> claims.addAll(ThermostatClaims.all());
            case "saturating" -> claims.addAll(new SaturatingClaims(config.threads()).all());
            case "lorenz" -> {
                claims.addAll(LorenzClaims.all());
                claims.addAll(LorenzSets.claims(config.threads()));
            }
            default -> {}
        }
        claims.addAll(Comparison.claims(systems));
        return claims;
    }

    private static Map<String, List<Point>> points(OpConfig config, OpCourse course) {
        var nodes = config.question().to();
        var points = new LinkedHashMap<String, List<Point>>();
        for (var i = 0; i < nodes.size(); i++) {
            var of = new ArrayList<Point>();
            for (var moment : course.moments()) {
                var comp = moment.comps().get(i);
                of.add(new Point(moment.time(), Comparison.finite(comp.op()), comp.sign()));
            }
            points.put(nodes.get(i), of);
        }
        return points;
    }
}
