package org.basinlab.optimizing;

import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.optimizing.Runs.after;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.causal.Exponents;
import org.basinlab.causal.Flip;
import org.basinlab.causal.OpCourse;
import org.basinlab.causal.Question;
import org.basinlab.causal.Rate;
import org.basinlab.causal.Tangents;
import org.basinlab.causal.Worlds;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.FlowJacobian;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;

/** What P8 says of Lorenz's system: by RK4 with dt = 0.01, from (1, 1, 1), which the post does not say. */
final class LorenzClaims {
    private static final String P8 = "P8";
    private static final double H = 0.01;
    private static final double DECAYING = 0.8;
    private static final double CHAOTIC = 28;
    private static final Set<String> A = Set.of("a");

    private LorenzClaims() {}

    static List<Claim> all() {
        var claims = new ArrayList<Claim>();
        claims.add(printedEquation());
        claims.addAll(equilibria());
        claims.addAll(decaying());
        claims.add(signs());
        claims.addAll(chaotic());
        claims.addAll(window());
        claims.add(deltas());
        claims.addAll(longRun());
        return claims;
    }

    private static Question about(double rho, Window window, String from) {
        return Runs.flow(Lorenz.of(rho), H, window, A, from);
    }

    private static Tangents at(double rho, Window window, String from, double time) {
        return after(new Tangents(about(rho, window, from)), Math.round(time / H));
    }

    /** da/dt = sigma (a - b), as the post has it. */
    private static DynamicalSystem asPrinted() {
        var building = DynamicalSystem.named("lorenz as printed");
        var a = building.variable("a", 1);
        var b = building.variable("b", 1);
        var c = building.variable("c", 1);
        return building.moves(a, a.minus(b).times(constant(Lorenz.SIGMA)))
                .moves(b, a.times(constant(DECAYING).minus(c)).minus(b))
                .moves(c, a.times(b).minus(c.times(constant(Lorenz.BETA))))
                .flow();
    }

    private static Claim printedEquation() {
        var growth = FlowJacobian.growth(asPrinted(), 0, 0, 0);
        return Judged.of(
                P8,
                "da/dt = sigma (a - b), and for rho = 0.8 everything approaches 0",
                null,
                growth,
                growth < 0 ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Ours is the growth rate at the origin with the equation as printed; reproduced if negative. With sigma (b - a),"
                        + " which is Lorenz's, it is %.3f: the two are exchanged in print",
                FlowJacobian.growth(Lorenz.of(DECAYING), 0, 0, 0));
    }

    private static List<Claim> equilibria() {
        var below = FlowJacobian.growth(Lorenz.of(DECAYING), 0, 0, 0);
        var rho = 14;
        var away = Math.sqrt(Lorenz.BETA * (rho - 1));
        var others = FlowJacobian.growth(Lorenz.of(rho), away, away, rho - 1);
        var origin = FlowJacobian.growth(Lorenz.of(rho), 0, 0, 0);
        var low = 20.0;
        var high = 28.0;
        while (high - low > 1e-9) {
            var middle = (low + high) / 2;
            var place = Math.sqrt(Lorenz.BETA * (middle - 1));
            if (FlowJacobian.growth(Lorenz.of(middle), place, place, middle - 1) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return List.of(
                Judged.holds(
                        P8,
                        "For rho < 1 there is one stable equilibrium",
                        null,
                        below,
                        below < 0,
                        "Ours is the growth rate at the origin for rho = 0.8; the two others need a root of beta (rho - 1)"),
                Judged.holds(
                        P8,
                        "For 1 < rho < 24.74 there are three stable equilibria",
                        3.0,
                        (origin < 0 ? 1.0 : 0) + (others < 0 ? 2.0 : 0),
                        origin < 0 && others < 0,
                        "Ours is how many are stable at rho = 14: the origin's growth rate is %.3f, that of the other two %.3f",
                        origin,
                        others),
                Judged.printed(
                        P8,
                        "Beyond rho = 24.74 it is chaotic",
                        24.74,
                        2,
                        low,
                        ". Ours is where the two equilibria lose their stability, sigma (sigma + beta + 3) / (sigma - beta - 1). Chaos"
                                + " is there from 24.06 on, beside them"));
    }

    private static List<Claim> decaying() {
        var comps = at(DECAYING, Window.ALWAYS, "b", 10).comps();
        var b = comps.get(0);
        var c = comps.get(1);
        var end = new ArrayRealVector(at(DECAYING, Window.ALWAYS, "b", 100).state()).getNorm();
        return List.of(
                Judged.holds(
                        P8,
                        "rho = 0.8: a, b and c approach 0",
                        0.0,
                        end,
                        end < 1e-6,
                        "Ours is how far from 0 the state is at time 100, from (1, 1, 1); reproduced below 1e-6. It shrinks as"
                                + " exp(-0.185 t)"),
                Judged.holds(
                        P8,
                        "rho = 0.8, A = {a}, n = b(0): Op of b is negative, though all approaches 0",
                        null,
                        b.op(),
                        b.op() < 0,
                        "Ours is Op of b at time 10, in nats"),
                Judged.holds(P8, "and so is Op of c", null, c.op(), c.op() < 0, "Ours is Op of c at time 10, in nats"),
                Judged.holds(
                        P8,
                        "There y differs from w by more than x does",
                        null,
                        b.logFree() - b.logFrozen(),
                        b.logFree() < b.logFrozen(),
                        "Ours is log |x - w| - log |y - w| of b at time 10, which is -Op: Op < 0 means that x differs more, so the"
                                + " sentence has them exchanged"));
    }

    private static Claim signs() {
        var course = OpCourse.of(new Tangents(about(DECAYING, Window.ALWAYS, "c")), 1000, 1000, Progress.NONE);
        var other = Runs.flow(Lorenz.of(DECAYING).from(2, -1, 3), H, Window.ALWAYS, A, "c");
        var elsewhere = OpCourse.of(new Tangents(other), 1000, 1000, Progress.NONE);
        var ofC = course.flips().stream().filter(f -> f.node().equals("c")).count();
        return Judged.holds(
                P8,
                "rho = 0.8, n = c(0): for a while x - w and y - w of c differ in sign, and Op is complex",
                null,
                (double) ofC,
                ofC > 0 && ofC % 2 == 0,
                "Ours is how often Comp of c changes its sign by time 10; reproduced if it does and comes back. All changes: %s"
                        + " from (1, 1, 1); %s from (2, -1, 3). Nothing is complex: Op is -log |Comp|, and Comp passes 0 or infinity",
                words(course.flips()),
                words(elsewhere.flips()));
    }

    private static String words(List<Flip> flips) {
        var words = new ArrayList<String>();
        flips.forEach(f -> words.add(
                String.format(Locale.ROOT, "%s to %s at %.2f", f.node(), f.sign() > 0 ? "+" : "-", f.time())));
        return words.isEmpty() ? "never" : String.join(", ", words);
    }

    private static List<Claim> chaotic() {
        var worlds = new Tangents(about(CHAOTIC, Window.ALWAYS, "b"));
        var falls = 0;
        var last = 0.0;
        for (var k = 1; k <= 1800; k++) {
            worlds.advance();
            var op = worlds.comps().get(0).op();
            falls += op < last ? 1 : 0;
            last = op;
        }
        var grown = grown();
        var rate = Rate.of(new Tangents(about(CHAOTIC, Window.ALWAYS, "b")), 1000, 20_000, Progress.NONE)
                .get(0);
        var million = after(new Tangents(about(CHAOTIC, Window.ALWAYS, "b")), 1_000_000)
                .comps()
                .get(0);
        return List.of(
                pairs(),
                Judged.holds(
                        P8,
                        "rho = 28: the differences become huge",
                        null,
                        grown,
                        grown > 1000,
                        "Ours is the largest x - w of b up to time 30, relative to the change at the start; reproduced beyond 1000"),
                Judged.holds(
                        P8,
                        "rho = 28: Op is wild",
                        null,
                        falls / 1800.0,
                        falls > 0.1 * 1800 && falls < 0.9 * 1800,
                        "Ours is the share of steps to time 18 in which Op of b falls; reproduced between 0.1 and 0.9, so that neither"
                                + " way is the rule"),
                Judged.holds(
                        P8,
                        "with a trend to the negative",
                        null,
                        rate.value(),
                        rate.value() + 3 * rate.error() < 0,
                        "Ours is the rate a unit of time from 10 to 200, with standard error %.3f; reproduced if negative by three of"
                                + " them. Op of b is %.1f at time 18",
                        rate.error(),
                        last),
                Judged.holds(
                        P8,
                        "Op seems to be defined even in chaotic systems",
                        null,
                        million.op(),
                        Double.isFinite(million.op()),
                        "Ours is Op of b after 10^6 steps, in nats: the tangents are scaled by powers of two, so nothing overflows."
                                + " Which digits it has depends on the step from time 20 or so on"));
    }

    private static double grown() {
        var worlds = new Tangents(about(CHAOTIC, Window.ALWAYS, "b"));
        var largest = 0.0;
        for (var k = 0; k < Math.round(30 / H); k++) {
            worlds.advance();
            largest = Math.max(largest, Math.exp(worlds.comps().get(0).logFree()));
        }
        return largest;
    }

    private static Claim pairs() {
        var ops = new ArrayList<String>();
        var finite = 0;
        for (var frozen : List.of(Set.of("b", "c"), Set.of("a", "c"), Set.of("a", "b"))) {
            var n = frozen.contains("a") ? frozen.contains("b") ? "c" : "b" : "a";
            var question = Runs.flow(Lorenz.of(CHAOTIC), H, Window.ALWAYS, frozen, n);
            var op = after(new Tangents(question), 1000).comps().get(0).op();
            finite += Double.isFinite(op) ? 1 : 0;
            ops.add(String.format(Locale.ROOT, "%.1f for n = m = %s", op, n));
        }
        return Judged.holds(
                P8,
                "A may be a pair of variables too",
                3.0,
                (double) finite,
                finite == 3,
                "Ours is for how many pairs Op of the third exists at time 10, rho = 28: %s. Frozen, the third only decays at its own"
                        + " rate, sigma, 1 or beta, so most of Op is the growth of the free course",
                String.join(", ", ops));
    }

    private static List<Claim> window() {
        var window = new Window(0, 1000);
        var early = at(CHAOTIC, window, "b", 25).comps();
        var late = at(CHAOTIC, window, "b", 30).comps();
        var drift = Math.max(
                Math.abs(late.get(0).op() - early.get(0).op()),
                Math.abs(late.get(1).op() - early.get(1).op()));
        var apart = Math.abs(late.get(0).op() - late.get(1).op());
        return List.of(Judged.holds(
                P8,
                "A = {a up to time 10}: Op levels off, for a can only do so much",
                null,
                late.get(0).op(),
                drift < 0.01,
                "Ours is Op of b at time 30; reproduced if neither it nor that of c moves by 0.01 from 25 to 30: %.2g. Both tangents"
                        + " are then of the same system and turn to the same direction, so b and c agree too, to %.2g",
                drift,
                apart));
    }

    private static Claim deltas() {
        var exact = new Tangents(about(CHAOTIC, Window.ALWAYS, "b"));
        var others = new ArrayList<Worlds>();
        for (var delta : new double[] {1e-5, 1e-6, 1e-7}) {
            others.add(new Worlds(about(CHAOTIC, Window.ALWAYS, "b"), delta));
        }
        var apart = 30.0;
        for (var unit = 0; unit < 30 && apart >= 30; unit++) {
            var off = new double[100];
            for (var k = 0; k < off.length; k++) {
                exact.advance();
                for (var other : others) {
                    other.advance();
                    off[k] = Math.max(
                            off[k],
                            Math.abs(other.comps().get(0).op()
                                    - exact.comps().get(0).op()));
                }
            }
            apart = StatUtils.percentile(off, 50) > 0.1 ? unit : apart;
        }
        return Judged.of(
                P8,
                "The curve is the same for delta 1e-5, 1e-6 and 1e-7",
                null,
                apart,
                apart >= 10 ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Ours is the time to which all three lie within 0.1 of Op by exact derivatives, by the median of each unit of time, up to"
                        + " 30; reproduced if that is 10 or more. Then 1e-5 exp(0.9 t) is no longer small");
    }

    private static List<Claim> longRun() {
        var stepping = about(CHAOTIC, Window.ALWAYS, "b").stepping();
        var rate = Rate.of(new Tangents(about(CHAOTIC, Window.ALWAYS, "b")), 10_000, 100_000, Progress.NONE)
                .get(0);
        var growth = Exponents.of(stepping, A, 10_000, 100_000, Progress.NONE);
        var error = Math.hypot(rate.error(), growth.differenceError());
        return List.of(
                Judged.holds(
                        P8,
                        "Beyond the post: Op / t tends to the largest conditional Lyapunov exponent less the largest",
                        growth.difference(),
                        rate.value(),
                        Math.abs(rate.value() - growth.difference()) < 3 * error,
                        "Reproduced within three standard errors, %.4f, over times 100 to 1000. The largest exponent is %.4f +- %.4f"
                                + " (J. C. Sprott 2003: 0.9056), the conditional one %.4f +- %.4f",
                        error,
                        growth.largest(),
                        growth.largestError(),
                        growth.conditional(),
                        growth.conditionalError()),
                Judged.holds(
                        P8,
                        "Its largest Lyapunov exponent at rho = 28 is 0.9056",
                        0.9056,
                        growth.largest(),
                        Math.abs(growth.largest() - 0.9056) < 3 * growth.largestError(),
                        "An outside check (J. C. Sprott 2003): reproduced within three standard errors, %.4f each",
                        growth.largestError()));
    }
}
