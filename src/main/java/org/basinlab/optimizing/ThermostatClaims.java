package org.basinlab.optimizing;

import static org.basinlab.optimizing.Runs.after;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.causal.OpCourse;
import org.basinlab.causal.Question;
import org.basinlab.causal.Rate;
import org.basinlab.causal.Tangents;
import org.basinlab.causal.Worlds;
import org.basinlab.dynamics.Noise;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Progress;

/** What P7 says of its thermostat: k = 0.01, d = 25, from T = 10 and R = 35, 1000 steps, delta 0.001. */
final class ThermostatClaims {
    private static final double GAIN = 0.01;
    private static final long STEPS = 1000;
    private static final double DELTA = 1e-3;
    private static final String P7 = "P7";

    private ThermostatClaims() {}

    static List<Claim> all() {
        return List.of(
                settles(),
                converges(),
                stays(),
                linear(),
                rate(),
                anyDelta(),
                anyDisturbance(),
                anyNoise(),
                twice(),
                beyond());
    }

    /** In steps, of both worlds: {@code -log((1 + sqrt(1 - 4k)) / 2)}, for k below 1/4. */
    static double closedForm(double gain) {
        return -Math.log((1 + Math.sqrt(1 - 4 * gain)) / 2);
    }

    private static double op(Question question) {
        return after(new Tangents(question), STEPS).comps().get(0).op();
    }

    private static Claim settles() {
        var question = Runs.thermostat(GAIN);
        var start = question.stepping().system().start()[1] - Thermostats.SET_POINT;
        var end = after(new Tangents(question), STEPS).state()[1] - Thermostats.SET_POINT;
        return Judged.holds(
                P7,
                "The room approaches 25",
                Thermostats.SET_POINT,
                Thermostats.SET_POINT + end,
                Math.abs(end) < 0.01 * Math.abs(start),
                "Ours is its temperature after 1000 steps; reproduced if less than 1%% is left of the %.0f it was off. The post says"
                        + " it of the room twice, and means that T approaches 0",
                start);
    }

    private static Claim converges() {
        var comp =
                after(new Worlds(Runs.thermostat(GAIN), DELTA), STEPS).comps().get(0);
        var left = Math.exp(comp.logFree()) / DELTA;
        return Judged.holds(
                P7,
                "With T free, the changed room converges to the unchanged one",
                0.0,
                left,
                left < 0.01,
                "Ours is what is left of the change after 1000 steps; reproduced below 1%%");
    }

    private static Claim stays() {
        var worlds = new Worlds(Runs.thermostat(GAIN), DELTA);
        var worst = 0.0;
        for (var k = 0; k < STEPS; k++) {
            worlds.advance();
            worst = Math.max(worst, Math.abs(Math.exp(worlds.comps().get(0).logFrozen()) / DELTA - 1));
        }
        return Judged.holds(
                P7,
                "With T frozen, it stays the same distance away",
                0.0,
                worst,
                worst < 1e-9,
                "Ours is how far the distance strays, relative to delta, over 1000 steps; below 1e-9 it is rounding");
    }

    private static Claim linear() {
        var worlds = new Tangents(Runs.thermostat(GAIN));
        var line = new SimpleRegression();
        for (var k = 1; k <= STEPS; k++) {
            worlds.advance();
            line.addData(k, worlds.comps().get(0).op());
        }
        return Judged.holds(
                P7,
                "Op grows linearly with time",
                null,
                line.getRSquare(),
                line.getRSquare() > 0.9999,
                "Ours is R² of a straight line over steps 1 to 1000; reproduced above 0.9999. Its slope is %.6f a step",
                line.getSlope());
    }

    private static Claim rate() {
        var ours = Rate.of(new Tangents(Runs.thermostat(GAIN)), STEPS / 2, STEPS, Progress.NONE)
                .get(0)
                .value();
        var closed = closedForm(GAIN);
        return Judged.holds(
                P7,
                "Beyond the post: the rate is -log((1 + sqrt(1 - 4k)) / 2) a step, by the slow eigenvalue",
                closed,
                ours,
                Math.abs(ours / closed - 1) < 1e-6,
                "Reproduced within a relative 1e-6; Op(1000) / 1000 itself is %.3g%% off, for the fast mode's share",
                100 * (op(Runs.thermostat(GAIN)) / STEPS / closed - 1));
    }

    private static Claim anyDelta() {
        var exact = op(Runs.thermostat(GAIN));
        var worst = 0.0;
        for (var delta : new double[] {1e-3, 1e-1, 10}) {
            var comp = after(new Worlds(Runs.thermostat(GAIN), delta), STEPS)
                    .comps()
                    .get(0);
            worst = Math.max(worst, Math.abs(comp.op() - exact));
        }
        return Judged.holds(
                P7,
                "Op does not depend on delta",
                0.0,
                worst,
                worst < 1e-4,
                "Ours is the largest difference of Op after 1000 steps, in nats, from its value by exact derivatives, for delta"
                        + " 0.001, 0.1 and 10; below 1e-4 it is the rounding of differences of 4e-8");
    }

    private static Claim anyDisturbance() {
        var exact = op(Runs.thermostat(GAIN));
        var worst = 0.0;
        for (var amplitude : new double[] {1, 100, 1e6}) {
            var stepping = Runs.thermostat(GAIN).stepping();
            var disturbed = Runs.room(stepping.of(stepping.system().disturbed("R", amplitude, 50)));
            worst = Math.max(worst, Math.abs(op(disturbed) - exact));
        }
        return Judged.holds(
                P7,
                "Nor on a sine added to the room, of any size",
                0.0,
                worst,
                worst < 1e-12,
                "Ours is the largest difference of Op after 1000 steps, for amplitudes 1, 100 and 1e6 of period 50, by exact"
                        + " derivatives; a linear map has the same ones everywhere");
    }

    private static Claim anyNoise() {
        var exact = op(Runs.thermostat(GAIN));
        var stepping = Runs.thermostat(GAIN).stepping();
        var noisy = Runs.room(new Stepping(stepping.system(), stepping.integrator(), 1, new Noise(1, 10, 1)));
        var difference = Math.abs(op(noisy) - exact);
        return Judged.holds(
                P7,
                "Beyond the post: nor on noise that all worlds share",
                0.0,
                difference,
                difference < 1e-12,
                "With a standard deviation of 10 a step, by exact derivatives");
    }

    private static Claim twice() {
        var ratio = op(Runs.thermostat(2 * GAIN)) / op(Runs.thermostat(GAIN));
        return Judged.holds(
                P7,
                "It is twice as large with k = 0.02",
                2.0,
                ratio,
                Math.abs(ratio / 2 - 1) < 0.05,
                "Ours is the ratio of Op after 1000 steps; reproduced within 5%%. The rates' ratio is %.4f by the closed form:"
                        + " it tends to 2 with k to 0 and is never 2",
                closedForm(2 * GAIN) / closedForm(GAIN));
    }

    private static Claim beyond() {
        var worst = 0.0;
        var fewest = Long.MAX_VALUE;
        for (var gain : new double[] {0.3, 0.5, 0.9}) {
            var course = OpCourse.of(new Tangents(Runs.thermostat(gain)), 20 * STEPS, 1, Progress.NONE);
            var line = new SimpleRegression();
            for (var moment : course.moments()) {
                var op = moment.comps().get(0).op();
                // Where Comp is 0 itself, Op is infinite.
                if (Double.isFinite(op)) {
                    line.addData(moment.step(), op);
                }
            }
            fewest = Math.min(fewest, course.flipCount());
            worst = Math.max(worst, Math.abs(line.getSlope() / (-Math.log(gain) / 2) - 1));
        }
        return Judged.holds(
                P7,
                "Beyond the post: from k = 1/4 on the rate is -log(k) / 2 on average, and Comp passes 0 again and again",
                0.0,
                worst,
                worst < 1e-3 && fewest >= 2,
                "Ours is the largest relative difference of a straight line's slope for k = 0.3, 0.5 and 0.9 over 20 000 steps;"
                        + " reproduced below 1e-3, if Comp changes its sign twice at least for each: it does %s times or more",
                fewest);
    }
}
