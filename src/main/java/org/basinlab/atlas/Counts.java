package org.basinlab.atlas;

import java.util.List;
import java.util.function.Predicate;

/**
 * How many settings hold the published pair.
 *
 * @param settings         all
 * @param learned          whose networks learned and have correlations
 * @param chosen           of those, by the first half of the seeds
 * @param sure             of the chosen, whose mean pair is surely there
 * @param possible         of the chosen, one of whose networks could be the published one
 * @param ruledOut         of the chosen, that the other seeds put further from it
 * @param expectedByChance how many would be called sure on average without adjustment for their number, were every
 *                         chosen setting's mean just too far; with it, the chance of even one is at most 0.05
 * @param networks         that every setting has, learned and have both correlations
 * @param near             share of those networks with both R^2 within 0.05 of the published ones
 */
public record Counts(
        int settings,
        int learned,
        int chosen,
        int sure,
        int possible,
        int ruledOut,
        double expectedByChance,
        int networks,
        double near) {
    static Counts of(List<SettingResult> settings) {
        var learned = settings.stream().filter(SettingResult::learned).toList();
        var chosen = count(settings, SettingResult::chosen);
        var networks = learned.stream().mapToInt(SettingResult::usable).sum();
        var near = learned.stream().mapToDouble(s -> s.near() * s.usable()).sum();
        return new Counts(
                settings.size(),
                learned.size(),
                chosen,
                count(settings, s -> s.holding() == Holding.SURE),
                count(settings, s -> s.holding() == Holding.POSSIBLE),
                count(settings, s -> s.holding() == Holding.RULED_OUT),
                Judging.LEVEL * chosen,
                networks,
                near / networks);
    }

    private static int count(List<SettingResult> settings, Predicate<SettingResult> which) {
        return (int) settings.stream().filter(which).count();
    }

    /** Of those that the first half of the seeds chose, how many hold it, surely or possibly. */
    int holding() {
        return sure + possible;
    }
}
