package org.basinlab.circuits;

import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;

/** What P9 says of option selection by ReLU. */
public final class CircuitClaims {
    private static final String P9 = "P9";
    /** A network is only slightly bigger while it has at most twice the units. */
    private static final double SLIGHTLY = 2;

    private static final String SEARCH = "Networks as they are can pick one of some vectors";
    private static final String PAIR = "A subnetwork of ReLUs can put out the larger of two inputs";
    private static final String POWERS = "The design goes on to the best of 2^k options in k layers";
    private static final String MORE = "Possibly even of more options than that in k layers";
    private static final String DIGITS = "What goes with an option can be squeezed into the numbers that are compared";
    private static final String LINES = "Or it rides along in a slightly bigger subnetwork";

    private CircuitClaims() {}

    /**
     * Judged by a result.
     *
     * @param result  null where no circuit was tried
     * @param instead why not, then
     */
    public static List<Claim> of(CircuitResult result, String instead) {
        if (result == null) {
            return List.of(SEARCH, PAIR, POWERS, MORE, DIGITS, LINES).stream()
                    .map(s -> new Claim(P9, s, null, null, null, Verdict.NOT_TESTED, instead))
                    .toList();
        }
        var f = result.facts();
        var exact = f.powers().stream().allMatch(p -> p.depth() == p.k() && !(p.maxError() > 0));
        var worst = f.powers().stream()
                .mapToDouble(SelectionFacts.Power::maxError)
                .max()
                .orElseThrow();
        var bigger = f.payloadUnits() / (double) f.plainUnits();
        return List.of(
                Judged.holds(
                        P9,
                        SEARCH,
                        null,
                        f.linesError(),
                        !(f.linesError() > 0),
                        "Reproduced if a network with set weights picks one of 8 vectors of 4 numbers, by a number that goes with"
                                + " each, without error on the default grid in single precision; largest error %.3g.",
                        f.linesError()),
                Judged.holds(
                        P9,
                        PAIR,
                        null,
                        f.pairError(),
                        f.pairsKept() && !(f.pairError() > 0),
                        "Reproduced if three ReLUs give it without error on the default grid and within the rounding bound on every"
                                + " kind of inputs in both precisions; largest error on the grid %.3g, bounds %s.",
                        f.pairError(),
                        f.pairsKept() ? "kept" : "broken"),
                Judged.holds(
                        P9,
                        POWERS,
                        null,
                        worst,
                        exact,
                        "Reproduced if for k = 1 to 7 the network has k ReLU layers and no error on the default grid; largest error"
                                + " %.3g.",
                        worst),
                Judged.holds(
                        P9,
                        MORE,
                        4.0,
                        f.fiveKept() ? 5.0 : 4.0,
                        f.fiveKept(),
                        "Reproduced if two layers give the largest of five, within the bound in single precision and exactly in"
                                + " double on the default grid (Bakaev et al. 2025 prove that they can); largest error %.3g in"
                                + " single precision.",
                        f.fiveError()),
                Judged.holds(
                        P9,
                        DIGITS,
                        null,
                        f.digitsError(),
                        !(f.digitsError() > 0),
                        "Reproduced if the plain maximum of 8 options of 16 bits, each with 8 bits below them, brings those of the"
                                + " winner along without error; largest error %.3g.",
                        f.digitsError()),
                Judged.of(
                        P9,
                        LINES,
                        null,
                        bigger,
                        f.linesError() > 0
                                ? Verdict.NOT_REPRODUCED
                                : bigger <= SLIGHTLY ? Verdict.REPRODUCED : Verdict.DIFFERS,
                        "Reproduced if it is exact and takes at most twice the ReLU units of the plain maximum, for 8 options with a"
                                + " number each; it differs if it is exact and larger: %d units against %d.",
                        f.payloadUnits(),
                        f.plainUnits()));
    }
}
