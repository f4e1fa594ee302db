package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.basinlab.random.RandomStream;

/**
 * Which settings the atlas runs.
 *
 * <p>B bases, combinations of the drawn choices, come from {@link BalancedDraw}. Each is crossed with every activation,
 * so that activations are compared at matched choices, and with every tally window and fork length, which cost no
 * further training: 8 x 2 x 4 settings a base.
 *
 * <p>Half of the bases or more begin otherwise than P4 says (weights not by He, biases at zero). Of each of those there
 * is a twin with softplus alone that begins as P4 says and is like it in all else, for "does any setting that P4
 * allows give the published pair?" must be asked of more settings than chance would leave. Twins tell nothing of
 * activations or drivers and are left out there.
 */
public final class AtlasDesign {
    private AtlasDesign() {}

    /** Every setting as the texts of {@code basin localize}'s options, by name with underscores; what is not named is the default. */
    public static List<Map<String, String>> points(AtlasConfig config) {
        return settings(config).stream().map(Setting::options).toList();
    }

    static Set<Setting> settings(AtlasConfig config) {
        var bases = BalancedDraw.of(
                List.of(Choice.values()).stream()
                        .filter(choice -> choice.part() == Choice.Part.DRAWN)
                        .toList(),
                config.bases(),
                new RandomStream(config.seed(), RandomStream.DESIGN, 0));
        var settings = new LinkedHashSet<Setting>();
        for (var base : bases) {
            settings.addAll(crossed(at(base), Choice.ACTIVATION));
        }
        for (var base : bases) {
            settings.addAll(crossed(at(base).with(Choice.INIT, stated(Choice.INIT, base))
                    .with(Choice.BIAS_INIT, stated(Choice.BIAS_INIT, base))));
        }
        return settings;
    }

    private static String stated(Choice choice, Map<Choice, String> base) {
        return choice.contradicts(base.get(choice)) ? choice.plain() : base.get(choice);
    }

    private static Setting at(Map<Choice, String> base) {
        var levels = new EnumMap<>(Setting.PLAIN.levels());
        levels.putAll(base);
        return new Setting(levels);
    }

    /** The setting with every level of the crossed choices and of these. */
    private static List<Setting> crossed(Setting setting, Choice... more) {
        var choices = Stream.concat(
                        Stream.of(more),
                        Stream.of(Choice.values()).filter(choice -> choice.part() == Choice.Part.CROSSED))
                .toList();
        List<Setting> settings = List.of(setting);
        for (var choice : choices) {
            var longer = new ArrayList<Setting>();
            for (var one : settings) {
                choice.levels().forEach(level -> longer.add(one.with(choice, level)));
            }
            settings = longer;
        }
        return settings;
    }
}
