package org.basinlab.atlas;

import java.util.List;

/**
 * The atlas' own part of {@code findings.json}.
 *
 * @param verdict     the answer in words
 * @param counts      how many settings hold the published pair
 * @param drivers     what decides each number
 * @param activations the claim that it only works for a ReLU-like activation, over the map
 * @param settings    every setting, in the order of the choices' levels
 */
public record AtlasResults(
        Verdict verdict, Counted counts, List<Driver> drivers, Activations activations, List<SettingResult> settings) {
    /**
     * The answer in words.
     *
     * @param answer whether the published pair is found anywhere
     * @param drives what decides each R^2
     */
    public record Verdict(String answer, String drives) {}

    /**
     * How many settings hold the published pair.
     *
     * @param all      of the whole map
     * @param faithful of those that contradict nothing P4 says
     */
    public record Counted(Counts all, Counts faithful) {}

    /**
     * Activations at matched choices.
     *
     * @param contrasts ReLU-like against sigmoid-like
     * @param each      every activation
     */
    public record Activations(List<Contrast> contrasts, List<ByActivation> each) {}

    static AtlasResults of(AtlasConfig config, List<Runs> runs) {
        var settings = new Judging(config).of(runs);
        var counts = new Counted(
                Counts.of(settings),
                Counts.of(settings.stream().filter(SettingResult::faithful).toList()));
        var drivers = Drivers.of(settings);
        var map = MapOfBases.of(settings);
        return new AtlasResults(
                new Verdict(AtlasWords.answer(counts, settings), AtlasWords.drives(drivers)),
                counts,
                drivers,
                new Activations(
                        List.of(
                                Contrast.of(map, Measure.WEIGHTS_R2),
                                Contrast.of(map, Measure.BIASES_R2),
                                Contrast.of(map, Measure.OWN_PART)),
                        ByActivation.of(map)),
                settings);
    }

    Driver driver(Measure measure) {
        return drivers.stream()
                .filter(driver -> driver.measure().equals(measure.toString()))
                .findFirst()
                .orElseThrow();
    }

    Contrast contrast(Measure measure) {
        return activations.contrasts().stream()
                .filter(contrast -> contrast.measure().equals(measure.toString()))
                .findFirst()
                .orElseThrow();
    }
}
