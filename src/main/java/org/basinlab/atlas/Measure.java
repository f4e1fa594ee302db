package org.basinlab.atlas;

import java.util.Locale;
import java.util.function.Function;
import org.basinlab.stats.Interval;
import org.basinlab.stats.StudentInterval;

/** A number that the atlas explains. */
enum Measure {
    WEIGHTS_R2("weights R²", 0, 1, SettingResult::weightsR2),
    BIASES_R2("biases R²", 0, 1, SettingResult::biasesR2),
    OWN_PART("neurons' own part", -2, 2, SettingResult::ownPart);

    private final String words;
    private final double least;
    private final double most;
    private final Function<SettingResult, Spread> of;

    Measure(String words, double least, double most, Function<SettingResult, Spread> of) {
        this.words = words;
        this.least = least;
        this.most = most;
        this.of = of;
    }

    /** For people. */
    String words() {
        return words;
    }

    Spread of(SettingResult setting) {
        return of.apply(setting);
    }

    double mean(SettingResult setting) {
        return of(setting).mean();
    }

    /** Of its mean, by Student's t over these values, which knows of no bounds; null below two. */
    Interval ofMean(double[] values) {
        return inside(values, least, most);
    }

    /** Of the mean of differences of it. */
    Interval ofDifference(double[] values) {
        return inside(values, least - most, most - least);
    }

    private static Interval inside(double[] values, double least, double most) {
        var interval = StudentInterval.ofMean(values);
        return interval == null ? null : interval.inside(least, most);
    }

    /** As written in {@code findings.json}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
