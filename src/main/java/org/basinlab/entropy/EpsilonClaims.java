package org.basinlab.entropy;

import java.util.List;
import java.util.function.DoubleFunction;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;

/** What P6 says of its narrow distributions on the smart thermostat: three printed tables in e, and the fit. */
final class EpsilonClaims {
    /** Printed formulas that agree at so many e of such size agree as polynomials of degree 2. */
    private static final double[] TRIED = {1e-4, 0.01, 0.1, 0.3, 0.7};

    private static final double EXACT = 1e-15;

    private EpsilonClaims() {}

    static List<Claim> all() {
        var system = Thermostat.SMART.system();
        return List.of(
                formulas(
                        "The narrow P at t - 1 is the printed table in e",
                        e -> new double[] {
                            e * e / 4,
                            edge(e),
                            e * e / 4,
                            edge(e),
                            (1 - e) * (1 - e),
                            edge(e),
                            e * e / 4,
                            edge(e),
                            e * e / 4
                        },
                        Thermostat::narrow),
                formulas(
                        "P at t is the printed table in e",
                        e -> new double[] {
                            0,
                            0,
                            edge(e) + e * e / 4,
                            edge(e),
                            (1 - e) * (1 - e) + e * e / 2,
                            edge(e),
                            edge(e) + e * e / 4,
                            0,
                            0
                        },
                        e -> system.next(Thermostat.narrow(e))),
                formulas(
                        "P at t + 1 is the printed table in e, with 1 - e(1 - e) at (low, warm)",
                        e -> new double[] {0, 0, edge(e), 0, 1 - e * (1 - e), 0, edge(e), 0, 0},
                        e -> system.next(Thermostat.narrow(e), 2)),
                linear(),
                half());
    }

    private static double edge(double e) {
        return e * (1 - e) / 2;
    }

    private static Claim formulas(String statement, DoubleFunction<double[]> printed, DoubleFunction<JointLaw> ours) {
        var right = 0;
        for (var cell = 0; cell < 9; cell++) {
            var same = true;
            for (var e : TRIED) {
                same &= Math.abs(printed.apply(e)[cell] - ours.apply(e).of(cell)) <= EXACT;
            }
            right += same ? 1 : 0;
        }
        return Judged.of(
                "P6",
                statement,
                9.0,
                (double) right,
                right == 9 ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Reproduced if all nine formulas give our probabilities at %d values of e, to %.0e; %d do",
                TRIED.length,
                EXACT,
                right);
    }

    private static Claim linear() {
        var fit = EpsilonFamily.of(Thermostat.SMART, EntropyConfig.DECADES).fit();
        return Judged.holds(
                "P6",
                "Against the entropy at t - 1, the adjusted strength is linear in log/log where e is small",
                1.0,
                fit.slope(),
                Math.abs(fit.slope() - 1) <= 0.001,
                "Reproduced if the line through the %d points of least entropy, e from 1e-6 to 1e-10, has a slope within 0.001 of 1; it"
                        + " is %.9f",
                fit.points(),
                fit.slope());
    }

    private static Claim half() {
        var family = EpsilonFamily.of(Thermostat.SMART, EntropyConfig.DECADES);
        var rows = family.rows();
        var last = rows.get(rows.size() - 1).ratio();
        return Judged.holds(
                "P6",
                "The adjusted strength approaches half of the entropy at t - 1",
                0.5,
                last,
                Math.abs(last - 0.5) <= 1e-6 && Math.abs(family.fit().factor() - 0.5) <= 0.001,
                "Reproduced if the ratio at e = 1e-10 is within 1e-6 of 1/2, and the fitted line's factor within 0.001. The ratio is"
                        + " %.5f at 0.1, %.5f at 0.01, %.5f at 1e-6; the factor %.7f. To first order in e it is exactly 1/2, for the"
                        + " terms in e log(1/e) and in e both halve",
                rows.get(0).ratio(),
                rows.get(1).ratio(),
                rows.get(5).ratio(),
                family.fit().factor());
    }
}
