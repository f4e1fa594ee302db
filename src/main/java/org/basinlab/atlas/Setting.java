package org.basinlab.atlas;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One level of every choice: all that networks of different seeds have in common.
 *
 * @param levels by choice, each spelled as {@link Choice#spelled(String)} does
 */
record Setting(Map<Choice, String> levels) {
    /** The order in which settings are told: by choice, each in the order of its levels. */
    static final Comparator<Setting> ORDER = Stream.of(Choice.values())
            .map(choice -> Comparator.<Setting, String>comparing(setting -> setting.level(choice), choice.order()))
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    /** P4 as it is plainly read. */
    static final Setting PLAIN =
            new Setting(Stream.of(Choice.values()).collect(Collectors.toMap(choice -> choice, Choice::plain)));

    Setting {
        if (levels.size() != Choice.values().length) {
            throw new IllegalArgumentException("a setting has a level of every choice, not " + levels.keySet());
        }
        var spelled = new EnumMap<Choice, String>(Choice.class);
        levels.forEach((choice, level) -> spelled.put(choice, Choice.spelled(level)));
        levels = Collections.unmodifiableMap(spelled);
    }

    String level(Choice choice) {
        return levels.get(choice);
    }

    /** The same with one other level. */
    Setting with(Choice choice, String level) {
        var other = new EnumMap<>(levels);
        other.put(choice, level);
        return new Setting(other);
    }

    /** What settings of one base share: every drawn choice. */
    List<String> base() {
        return part(Choice.Part.DRAWN);
    }

    /** What distinguishes settings of one base and activation. */
    List<String> crossed() {
        return part(Choice.Part.CROSSED);
    }

    private List<String> part(Choice.Part part) {
        return levels.entrySet().stream()
                .filter(entry -> entry.getKey().part() == part)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The choices, by option, whose level contradicts P4. */
    List<String> contradictions() {
        return levels.entrySet().stream()
                .filter(entry -> entry.getKey().contradicts(entry.getValue()))
                .map(entry -> entry.getKey().option())
                .toList();
    }

    /** As {@code basin localize} takes it: the text of every option, by its name with underscores. */
    Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        levels.forEach((choice, level) -> options.put(choice.option(), level));
        return options;
    }
}
