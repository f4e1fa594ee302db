package org.basinlab.knowledge;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basinlab.experiment.Config;
import org.basinlab.knowledge.edit.EditConfig;
import org.basinlab.knowledge.leaveout.LeaveOutConfig;
import org.basinlab.knowledge.match.MatchConfig;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.split.SplitConfig;
import org.basinlab.network.NetworkSpec;

/**
 * One run: which hypotheses, and the settings of all.
 *
 * @param parts    to run
 * @param setting  the network and its training
 * @param classes  what it learns to tell apart
 * @param images   of the training set to look at, from its first on; null for all
 * @param data     folder of the images
 * @param edit     of {@link Part#EDIT}
 * @param leaveOut of {@link Part#LEAVE_OUT}
 * @param match    of {@link Part#MATCH}
 * @param split    of {@link Part#SPLIT}
 * @param threads  the results do not depend on them
 * @param options  of these parts as the command line spells them
 */
public record KnowledgeConfig(
        Set<Part> parts,
        Setting setting,
        Classes classes,
        Integer images,
        String data,
        EditConfig edit,
        LeaveOutConfig leaveOut,
        MatchConfig match,
        SplitConfig split,
        int threads,
        Map<String, Object> options)
        implements Config {
    public KnowledgeConfig {
        parts = Set.copyOf(parts);
        require(images == null || images >= 1, "--images must be at least 1, or all, got %s", images);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Every network that is trained, of one input: an engine must know them all. */
    public List<NetworkSpec> specs() {
        var settings = new ArrayList<>(List.of(setting));
        if (has(Part.EDIT)) {
            for (var activation : edit.activations()) {
                edit.hidden()
                        .forEach(units ->
                                settings.add(setting.withActivation(activation).withHidden(units)));
            }
        }
        if (has(Part.MATCH)) {
            settings.add(setting.withActivation(match.activation()));
            for (var units : List.of(match.hidden(), match.smallHidden(), match.largeHidden())) {
                settings.add(setting.withHidden(units));
            }
        }
        return settings.stream()
                .map(one -> one.spec(1, classes.groups().size()))
                .toList();
    }

    /** Whether a part is to run. */
    boolean has(Part part) {
        return parts.contains(part);
    }
}
