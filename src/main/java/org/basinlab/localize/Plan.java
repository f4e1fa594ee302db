package org.basinlab.localize;

import java.util.LinkedHashMap;
import java.util.Map;
import org.basinlab.data.LabelledImages;
import org.basinlab.network.NetworkSpec;
import org.basinlab.training.DatapointStream;

/**
 * What every replica of a run shares: the network's shape and the streams of datapoints.
 *
 * @param config the run's
 * @param spec   the network
 * @param phase1 phase 1's datapoints
 * @param forks  each fork's datapoints, by the class it leaves out, in the order of the groups
 * @param test   the test images of all classes in play
 */
record Plan(
        LocalizeConfig config,
        NetworkSpec spec,
        DatapointStream phase1,
        Map<Integer, DatapointStream> forks,
        DatapointStream test) {
    static Plan of(LocalizeConfig config, LabelledImages train, LabelledImages test) {
        var forks = new LinkedHashMap<Integer, DatapointStream>();
        var phase1 = Streams.phase1(train, config.schedule(), config.digits());
        for (var digit : config.digits().all()) {
            forks.put(digit, Streams.fork(train, config.schedule(), config.digits(), digit));
        }
        return new Plan(
                config,
                config.network().spec(train.pixelsPerImage()),
                phase1,
                forks,
                Streams.test(test, config.digits()));
    }

    /** Training steps a replica takes. */
    long datapoints() {
        return phase1.length()
                + forks.values().stream().mapToLong(DatapointStream::length).sum();
    }
}
