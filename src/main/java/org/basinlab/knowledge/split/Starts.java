package org.basinlab.knowledge.split;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Parameters;

/**
 * What networks start from.
 *
 * @param seeds     of each start
 * @param of        the parameters of a start, by its number
 * @param reference the parameters of the reference network, which is none of them
 */
record Starts(List<Long> seeds, IntFunction<Parameters> of, Parameters reference) {
    /** As many as asked, the first seeds of a setting; the reference's seed is the first that no replica has. */
    static Starts of(Setting setting, World world, int count) {
        return new Starts(
                LongStream.range(setting.seed(), setting.seed() + count).boxed().toList(),
                s -> setting.start(world, setting.seed() + s),
                setting.start(world, setting.seed() + setting.replicas()));
    }

    int count() {
        return seeds.size();
    }
}
