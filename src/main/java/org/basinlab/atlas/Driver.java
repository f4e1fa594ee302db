package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.stats.Interval;

/**
 * What decides a number: shares of its variance over all networks of the map.
 *
 * @param measure  the number, such as {@code weights_r2}
 * @param settings how many it is taken over
 * @param bases    how many bases they come from
 * @param variance over networks, every setting counting alike
 * @param shares   of it, one for each choice, then {@code interactions}, then {@code seeds}; they add up to 1
 */
public record Driver(String measure, int settings, int bases, double variance, List<Share> shares) {
    /** What no single choice explains: choices that act together, and bases as a whole. */
    static final String INTERACTIONS = "interactions";
    /** Networks of one setting. */
    static final String SEEDS = "seeds";

    /**
     * A share of the variance.
     *
     * @param of    a choice's option, or another source
     * @param share corrected for chance, so that it may fall below 0; NaN where it cannot be told
     * @param ci95  leaving out one base at a time; null where there is none
     */
    public record Share(String of, double share, Interval ci95) {}

    /** The shares of choices that can be told, the greatest first. */
    List<Share> greatestChoices() {
        return shares.stream()
                .filter(share -> isChoice(share) && !Double.isNaN(share.share()))
                .sorted((one, other) -> Double.compare(other.share(), one.share()))
                .toList();
    }

    /** All that can be told: choices, the greatest first, then the other sources. */
    List<Share> ranked() {
        var ranked = new ArrayList<>(greatestChoices());
        shares.stream()
                .filter(share -> !isChoice(share) && !Double.isNaN(share.share()))
                .forEach(ranked::add);
        return ranked;
    }

    private static boolean isChoice(Share share) {
        return !share.of().equals(INTERACTIONS) && !share.of().equals(SEEDS);
    }

    Share share(String of) {
        return shares.stream()
                .filter(share -> share.of().equals(of))
                .findFirst()
                .orElseThrow();
    }
}
