package org.basinlab.neural;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.experiment.Tables;
import org.basinlab.experiment.Verdict;
import org.basinlab.neural.NetworkRun.Unit;

/**
 * P8's aim, Op inside neural networks: of every unit of a saved network over a data set, n an input and m an output or
 * the loss; or the study of networks that model a system, run one, and train.
 */
public final class OpInNetworks implements Experiment<NetworkConfig> {
    /** Sums of some hundred terms in double precision, which may cancel to a millionth. */
    private static final double SAME = 1e-8;

    private final Regressor regressor;
    private final Supplier<Asked> saved;

    /**
     * The experiment.
     *
     * @param regressor trains the study's networks
     * @param saved     the saved network, asked for where the configuration names one
     */
    public OpInNetworks(Regressor regressor, Supplier<Asked> saved) {
        this.regressor = regressor;
        this.saved = saved;
    }

    @Override
    public String name() {
        return "op";
    }

    @Override
    public Findings run(NetworkConfig config, Progress progress, Tables tables) {
        return config.network() == null ? study(config, progress) : units(config, progress, tables);
    }

    private Findings study(NetworkConfig config, Progress progress) {
        var found = new NeuralStudy(regressor)
                .run(NeuralSettings.of(config.networks(), config.seed()), config.threads(), progress);
        return new Findings(
                name(),
                config,
                headline(found.results()),
                found.claims(),
                new NetworkRun(0, List.of(), found.results()),
                found.keyNumbers(),
                found.figures(),
                new Origin(regressor.name(), null, null, null, Map.of()));
    }

    private static String headline(NeuralResults results) {
        return results.control().stream()
                .map(c -> {
                    var op = c.correlation(Measure.OP, "mean");
                    var difference = c.difference(Measure.OP, "mean");
                    return String.format(
                            Locale.ROOT,
                            "In networks that run the %s, Op of a unit ranks with the control lost without it at %.2f; the best simple"
                                    + " measure, %s, at %.2f.",
                            c.plant(),
                            op.mean(),
                            difference.baseline(),
                            op.mean() - difference.mean());
                })
                .collect(Collectors.joining(" "));
    }

    private Findings units(NetworkConfig config, Progress progress, Tables tables) {
        var asked = saved.get();
        var from = config.from().isEmpty() ? List.of(asked.liveliest()) : config.from();
        var found = UnitStudy.run(asked.network(), asked.inputs(), asked.m(), from, progress);
        var units = new ArrayList<Unit>();
        for (var input : found.inputs()) {
            for (var layer = 0; layer < input.layers().size(); layer++) {
                var of = input.layers().get(layer);
                for (var u = 0; u < of.units().size(); u++) {
                    units.add(new Unit(
                            input.input(), layer, of.name(), u, of.units().get(u)));
                }
            }
        }
        tables.accept(table(units));
        return new Findings(
                name(),
                config,
                headline(found, units),
                List.of(claim(found)),
                new NetworkRun(found.points(), units, null),
                found.keyNumbers(),
                found.figures(),
                new Origin("dl4j", null, null, null, asked.digests()));
    }

    private static Claim claim(UnitStudy.Found found) {
        return new Claim(
                "P8",
                "The aim is to be able to apply this analysis to a neural network",
                null,
                found.worstCheck(),
                null,
                found.worstCheck() != null && found.worstCheck() < SAME ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                String.format(
                        Locale.ROOT,
                        "Reproduced if the derivatives with a unit frozen, all of them from one pass forward and one back, are within %s"
                                + " of those by a pass of the unit's own, relative to the derivative, at every datapoint of some units;"
                                + " ours is the largest difference",
                        SAME));
    }

    private static String headline(UnitStudy.Found found, List<Unit> units) {
        var sorted = units.stream()
                .filter(u -> u.op().medianOp() != null)
                .sorted(Comparator.comparing(u -> u.op().medianOp()))
                .toList();
        if (sorted.isEmpty()) {
            return String.format(
                    Locale.ROOT, "No unit has an Op: what is changed acts on %s at none of the datapoints.", found.m());
        }
        var top = sorted.get(sorted.size() - 1);
        return String.format(
                Locale.ROOT,
                "Of %d units, unit %d of layer %s optimizes %s most with respect to %s: Op is %.3g nats, the median over %d datapoints;"
                        + " the least is %.3g.",
                units.size(),
                top.unit(),
                top.name(),
                found.m().equals(NetworkConfig.LOSS) ? "the loss" : found.m(),
                top.from() == UnitStudy.ALL_INPUTS ? "all inputs together" : "input " + top.from(),
                top.op().medianOp(),
                found.points(),
                sorted.get(0).op().medianOp());
    }

    private static Table table(List<Unit> units) {
        return new Table(
                "units",
                List.of(
                        Column.longs("from", units, Unit::from),
                        Column.longs("layer", units, Unit::layer),
                        Column.longs("unit", units, Unit::unit),
                        Column.doubles("median_op", units, Column.<Unit>orNaN(u -> u.op().medianOp())),
                        Column.doubles("median_size", units, Column.<Unit>orNaN(u -> u.op().medianSize())),
                        Column.doubles("negative_share", units, Column.<Unit>orNaN(u -> u.op().negativeShare()))));
    }
}
