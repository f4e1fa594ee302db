package org.basinlab.knowledge.split;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.knowledge.split.Crossing.Means;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;

/**
 * Cases whose answer is known, always of the same small networks on a made-up world, whatever the setting: what they
 * question is the measure.
 */
final class SplitControls {
    private static final int STARTS = 6;
    private static final int UNITS = 12;
    private static final int PASSES = 3;
    private static final double RATE = 0.05;

    /** By how much nearly equal starts differ, in parts of how much starts do. */
    private static final double NEARLY = 0.001;

    /** Of the learning rate, where the data shall have no time to matter. */
    private static final double SLOW = 1e-6;

    private static final int SHUFFLES = 404;
    private static final int RUNS = 3;

    private final Setting setting;
    private final World world;
    private final Family family;
    private final Means means;

    private SplitControls(Setting given, Means means) {
        setting = new Setting(
                UNITS,
                StandardActivation.SOFTPLUS,
                null,
                Loss.MSE,
                Initialization.HE,
                BiasInitialization.HE,
                given.dtype(),
                RATE,
                PASSES,
                STARTS,
                Math.min(given.seed(), Long.MAX_VALUE - 2L * STARTS));
        world = MadeUpWorld.of(setting.seed());
        family = new Families(world, setting.seed()).labels();
        this.means = means;
    }

    /** Datapoints that they train. */
    static long steps() {
        var family = new Families(MadeUpWorld.of(0), 0).labels();
        return (long) RUNS
                * PASSES
                * family.datapoints()
                * (STARTS * family.sets().size() + 1);
    }

    static List<Control> of(Setting setting, Means means) {
        return new SplitControls(setting, means).all();
    }

    private List<Control> all() {
        var controls = new ArrayList<Control>();
        var nearly = "Starts that differ by 0.001 of what starts do, classes otherwise grouped: " + made();
        var near = end(starts(this::nearlyOne), RATE);
        for (var level : List.of(Level.PARAMETERS, Level.FUNCTION)) {
            controls.add(Control.positive(
                    "nearly one start, " + level.words(),
                    nearly,
                    SplitClaims.beyondHalf(near, level),
                    SplitClaims.MARGIN));
        }
        controls.add(Control.positive(
                "one start shuffled, " + Level.MATCHED.words(),
                "Starts that are one start with its hidden units in other orders, which matching has to undo, classes otherwise"
                        + " grouped: " + made(),
                SplitClaims.beyondHalf(end(starts(this::shuffled), RATE), Level.MATCHED),
                SplitClaims.MARGIN));
        var slow = end(Starts.of(setting, world, STARTS), RATE * SLOW);
        for (var level : List.of(Level.PARAMETERS, Level.MATCHED, Level.FUNCTION)) {
            controls.add(Control.negative(
                    "hardly trained, " + level.words(),
                    "A learning rate a million times smaller, so that networks stay their starts: " + made(),
                    SplitClaims.beyondHalf(slow, level),
                    SplitClaims.MARGIN));
        }
        return controls;
    }

    private String made() {
        return STARTS + " starts, " + UNITS + " hidden units, " + family.datapoints() + " made-up images";
    }

    private SplitResult.Moment end(Starts starts, double rate) {
        return Crossing.run(
                        family,
                        Schedule.halvings(family.datapoints(), PASSES, 1),
                        starts,
                        setting.withLearningRate(rate),
                        Matching.ENDS,
                        means)
                .result()
                .end();
    }

    private Starts starts(IntFunction<Parameters> of) {
        return new Starts(
                LongStream.range(setting.seed(), setting.seed() + STARTS)
                        .boxed()
                        .toList(),
                of,
                setting.start(world, setting.seed() + STARTS));
    }

    private Parameters nearlyOne(int number) {
        var one = setting.start(world, setting.seed());
        var other = setting.start(world, setting.seed() + number);
        var values = one.values().clone();
        for (var p = 0; p < values.length; p++) {
            values[p] = single(values[p] + NEARLY * (other.values()[p] - values[p]));
        }
        return new Parameters(one.spec(), values);
    }

    /** What the engines can hold. */
    private double single(double value) {
        return setting.dtype().isSingle() ? (float) value : value;
    }

    private Parameters shuffled(int number) {
        var one = setting.start(world, setting.seed());
        var order = new RandomStream(setting.seed(), RandomStream.KNOWLEDGE, SHUFFLES).permutation(UNITS, number);
        var spec = one.spec();
        var fan = spec.fanIn(0);
        var values = one.values().clone();
        for (var u = 0; u < UNITS; u++) {
            System.arraycopy(one.values(), order[u] * fan, values, u * fan, fan);
            values[spec.biasOffset(0) + u] = one.values()[spec.biasOffset(0) + order[u]];
            for (var o = 0; o < spec.outputs(); o++) {
                var row = spec.weightOffset(1) + o * UNITS;
                values[row + u] = one.values()[row + order[u]];
            }
        }
        return new Parameters(spec, values);
    }
}
