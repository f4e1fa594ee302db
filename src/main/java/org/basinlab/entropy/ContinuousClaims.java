package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.basinlab.entropy.EntropyResults.VarianceRow;
import org.basinlab.entropy.LinearThermostat.Point;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;

/**
 * What P6 says of its continuous thermostat, judged by rules fixed here on its k = 0.3 and e = 0.1; none needs chance.
 */
final class ContinuousClaims {
    private static final LinearThermostat POST = LinearThermostat.P6;
    private static final int STEPS = 40;
    private static final double ROUNDING = 1e-9;

    private ContinuousClaims() {}

    /** {@code tens 10 + ones + e epsilon}, a number as the table has it, its coefficients perhaps with k in them. */
    private record InPrint(double tens, double ones, double e) {
        double value() {
            return 10 * tens + ones + e * POST.side();
        }
    }

    /** A row of the table: the room's corner, the thermostat's, and the same a step later. */
    private record Corner(int room, int thermostat, InPrint nextRoom, InPrint nextThermostat) {}

    private static List<Corner> table() {
        var k = POST.gain();
        return List.of(
                new Corner(1, 1, new InPrint(1 - k, 0, 1 - k), new InPrint(1, 0, 1)),
                new Corner(1, -1, new InPrint(1 - k, 0, k), new InPrint(1, 0, 1)),
                new Corner(-1, 1, new InPrint(1 - k, 0, -k), new InPrint(1, 0, -1)),
                new Corner(-1, -1, new InPrint(1 - k, 0, -(1 - k)), new InPrint(0, 1, -1)));
    }

    static List<Claim> all() {
        var claims = new ArrayList<Claim>();
        claims.add(square());
        table().forEach(corner -> claims.add(corner(corner)));
        claims.add(rhombus());
        claims.add(optimizes());
        claims.add(negative());
        var rows = IntStream.range(0, STEPS)
                .mapToObj(n -> ContinuousRun.variances(POST, n))
                .toList();
        claims.add(zero(rows));
        claims.add(fluctuates(rows));
        return claims;
    }

    private static Claim square() {
        var reach = POST.corners(0).get(2).room() - POST.centre();
        return Judged.of(
                "P6",
                "The square of side e about (10, 10) has its corners at 10 +- e",
                POST.side(),
                reach,
                Math.abs(reach - POST.side()) <= ROUNDING ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Reproduced if the corners are so far from the centre; at e = %s they are at 10 +- %s, e/2, as the post's own"
                        + " U(10 - e/2, 10 + e/2) says",
                POST.side(),
                round(reach));
    }

    private static Claim corner(Corner corner) {
        var e = POST.side();
        var next = POST.next(new Point(10 + corner.thermostat * e, 10 + corner.room * e));
        var room = corner.nextRoom.value();
        var thermostat = corner.nextThermostat.value();
        var wrong = new ArrayList<String>();
        if (Math.abs(room - next.room()) > ROUNDING) {
            wrong.add(String.format(Locale.ROOT, "sR is printed as %s and is %s", round(room), round(next.room())));
        }
        if (Math.abs(thermostat - next.thermostat()) > ROUNDING) {
            wrong.add(String.format(
                    Locale.ROOT, "sT is printed as %s and is %s", round(thermostat), round(next.thermostat())));
        }
        return Judged.of(
                "P6",
                String.format(
                        "The corner (10 %s e, 10 %s e) goes where the table says",
                        sign(corner.room), sign(corner.thermostat)),
                2.0,
                2.0 - wrong.size(),
                wrong.isEmpty() ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Reproduced if both printed coordinates, (sR, sT), are the map's at k = %s, e = %s; right: %d%s",
                POST.gain(),
                e,
                2 - wrong.size(),
                wrong.isEmpty() ? "" : ", for " + String.join(", and ", wrong));
    }

    private static String sign(int side) {
        return side > 0 ? "+" : "-";
    }

    private static double round(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }

    private static Claim rhombus() {
        var corners = POST.corners(1);
        var one = length(corners.get(0), corners.get(1));
        var other = length(corners.get(1), corners.get(2));
        return Judged.of(
                "P6",
                "After one step the square is a rhombus",
                1.0,
                other / one,
                Math.abs(other / one - 1) <= ROUNDING ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Reproduced if all four sides are as long; they are %.5f and %.5f: a parallelogram",
                one,
                other);
    }

    private static double length(Point one, Point other) {
        return Math.hypot(one.thermostat() - other.thermostat(), one.room() - other.room());
    }

    private static Claim optimizes() {
        var bits = POST.bits(1, 1);
        var shrinks = -POST.lossless();
        var optimizes = bits.adjustedStrength() > ROUNDING;
        return Judged.of(
                "P6",
                "The continuous thermostat optimizes",
                null,
                bits.adjustedStrength(),
                optimizes
                        ? Verdict.REPRODUCED
                        : bits.strength() > ROUNDING || shrinks > 0 ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED,
                "Reproduced if P6's own adjusted strength is above 0, differs if only something else contracts. By exact differential"
                        + " entropies it is 0 to rounding (%.0e) and the strength %.5f, just I(A; B): the area shrinks by %.5f bits a step, whatever is"
                        + " in it and however its parts are correlated",
                bits.adjustedStrength(),
                bits.strength(),
                shrinks);
    }

    private static Claim negative() {
        var least = POST.entropy(1);
        return Judged.holds(
                "P6",
                "Entropies of continuous distributions may be negative",
                null,
                least,
                least < 0,
                "Reproduced if one of these is; that of the first parallelogram is %.5f bits",
                least);
    }

    private static Claim zero(List<VarianceRow> rows) {
        var determinant = most(rows, VarianceRow::determinantAdjusted);
        return Judged.holds(
                "P6",
                "The adjusted strength by log variances is always zero",
                0.0,
                determinant,
                determinant <= ROUNDING,
                "Reproduced if it is 0 to rounding after 0 to %d steps, V the determinant of the covariance; ours is the largest. It is"
                        + " so for every invertible linear map, which scales all volumes by |det|: not a property of this"
                        + " thermostat. With V the trace it is up to %.3f, with the room's variance up to %.3f",
                STEPS - 1,
                most(rows, VarianceRow::traceAdjusted),
                most(rows, VarianceRow::roomAdjusted));
    }

    private static double most(List<VarianceRow> rows, ToDoubleFunction<VarianceRow> of) {
        return rows.stream()
                .mapToDouble(row -> Math.abs(of.applyAsDouble(row)))
                .max()
                .orElseThrow();
    }

    private static Claim fluctuates(List<VarianceRow> rows) {
        var values = rows.stream()
                .skip(1)
                .mapToDouble(VarianceRow::determinantStrength)
                .toArray();
        var turns = IntStream.range(1, values.length - 1)
                .filter(i -> (values[i] - values[i - 1]) * (values[i + 1] - values[i]) < 0)
                .count();
        var least = DoubleStream.of(values).min().orElseThrow();
        var most = DoubleStream.of(values).max().orElseThrow();
        var narrow = new LinearThermostat(POST.gain(), POST.side() / 1000, POST.centre());
        var byWidth = Math.abs(ContinuousRun.variances(narrow, 1).determinantStrength() - values[0]);
        return Judged.holds(
                "P6",
                "The version that is not adjusted fluctuates a lot",
                null,
                most - least,
                turns >= values.length / 4 && most > 2 * least,
                "Reproduced if over 1 to %d steps it turns round at least %d times and its largest value is over twice its least; it turns"
                        + " %d times between %.4f and %.4f, as the ellipse of the covariance turns: it is twice the mutual information of"
                        + " that Gaussian. By width it does not fluctuate at all: a thousandth of e changes it by %.0e",
                STEPS - 1,
                values.length / 4,
                turns,
                least,
                most,
                byWidth);
    }
}
