package org.basinlab.knowledge.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basinlab.training.DatapointStream;

/**
 * When networks are looked at, and the streams between.
 *
 * @param perPass     datapoints of a pass
 * @param checkpoints datapoints seen, ascending, the last one being all
 */
record Schedule(int perPass, List<Long> checkpoints) {
    /** Looks at T, T/2, T/4 and so on, as many as asked or as there are whole datapoints for. */
    static Schedule halvings(int perPass, int passes, int looks) {
        var checkpoints = new ArrayList<Long>();
        for (var at = (long) perPass * passes; checkpoints.size() < looks && at > 0; at /= 2) {
            checkpoints.add(0, at);
        }
        return new Schedule(perPass, checkpoints);
    }

    /** Datapoints in all. */
    long steps() {
        return checkpoints.get(checkpoints.size() - 1);
    }

    /**
     * The streams up to a checkpoint from the one before, none across the end of a pass: a whole pass is one stream, which
     * engines recognise when it comes again.
     *
     * @param known modified: the streams made so far of this data set, by where they begin and end
     */
    List<DatapointStream> leg(int checkpoint, DataSet data, Map<List<Integer>, DatapointStream> known) {
        var streams = new ArrayList<DatapointStream>();
        var at = checkpoint == 0 ? 0 : checkpoints.get(checkpoint - 1);
        var end = checkpoints.get(checkpoint);
        while (at < end) {
            var from = (int) (at % perPass);
            var to = (int) Math.min(perPass, from + (end - at));
            streams.add(known.computeIfAbsent(List.of(from, to), place -> data.stream(from, to)));
            at += to - from;
        }
        return streams;
    }
}
