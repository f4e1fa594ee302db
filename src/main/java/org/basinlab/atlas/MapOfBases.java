package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings by the base they belong to. Only bases that were run with every activation of the map are in it: twins that
 * were run with softplus alone compare nothing.
 *
 * @param bases the learned settings of each; a base may have none left
 */
record MapOfBases(List<List<SettingResult>> bases) {
    static MapOfBases of(List<SettingResult> settings) {
        Map<List<String>, List<SettingResult>> byBase = new LinkedHashMap<>();
        Map<List<String>, Set<String>> activations = new LinkedHashMap<>();
        for (var setting : settings) {
            var base = List.of(Choice.values()).stream()
                    .filter(choice -> choice.part() == Choice.Part.DRAWN)
                    .map(setting::level)
                    .toList();
            byBase.computeIfAbsent(base, b -> new ArrayList<>()).add(setting);
            activations.computeIfAbsent(base, b -> new LinkedHashSet<>()).add(setting.level(Choice.ACTIVATION));
        }
        var most = activations.values().stream().mapToInt(Set::size).max().orElse(0);
        return new MapOfBases(byBase.entrySet().stream()
                .filter(entry -> activations.get(entry.getKey()).size() == most)
                .map(entry ->
                        entry.getValue().stream().filter(SettingResult::learned).toList())
                .toList());
    }

    /** All settings in it. */
    List<SettingResult> settings() {
        return bases.stream().flatMap(List::stream).toList();
    }
}
