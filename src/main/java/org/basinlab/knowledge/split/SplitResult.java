package org.basinlab.knowledge.split;

import java.util.List;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;

/**
 * Whose the trained networks are: the data's or the start's.
 *
 * @param comparisons that are judged together
 * @param diverged    networks whose training did, in all families
 * @param testImages  that the function is compared on
 * @param families    in the order they were trained in
 * @param controls    cases whose answer is known
 */
public record SplitResult(
        int comparisons, int diverged, int testImages, List<FamilyResult> families, List<Control> controls) {
    public SplitResult {
        families = List.copyOf(families);
        controls = List.copyOf(controls);
    }

    /** A family; null where it was not trained. */
    public FamilyResult family(String name) {
        return families.stream()
                .filter(f -> f.family().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * A kind of data sets, crossed with starts.
     *
     * @param family     its name
     * @param built      how its data sets differ
     * @param dataSets   their names
     * @param datapoints of a data set
     * @param passes     over it
     * @param starts     that every data set was learnt from
     * @param diverged   networks whose training did; their starts are left out from then on
     * @param accuracy   at the end, of what each network was taught, on all test images: mean over networks
     * @param lowest     accuracy of a network
     * @param highest    accuracy of a network
     * @param moments    the start and the checkpoints
     */
    public record FamilyResult(
            String family,
            String built,
            List<String> dataSets,
            int datapoints,
            int passes,
            int starts,
            int diverged,
            double accuracy,
            double lowest,
            double highest,
            List<Moment> moments) {
        public FamilyResult {
            dataSets = List.copyOf(dataSets);
            moments = List.copyOf(moments);
        }

        /** At the end of training. */
        public Moment end() {
            return moments.get(moments.size() - 1);
        }
    }

    /**
     * A checkpoint.
     *
     * @param datapoints seen
     * @param starts     whose networks all still had finite parameters
     * @param kept       correlation of a network's parameters with those it started from, mean over networks
     * @param levels     one each
     */
    public record Moment(long datapoints, int starts, double kept, List<LevelSplit> levels) {
        public Moment {
            levels = List.copyOf(levels);
        }

        /** What was found at a level. */
        public LevelSplit at(Level level) {
            return levels.get(level.ordinal());
        }
    }

    /**
     * The variance at a level, as {@link VarianceSplit} splits it: summed over parameters, in squared units of theirs; of the
     * function, summed over outputs, the mean over test images.
     *
     * @param level         in {@code findings.json}
     * @param startVariance component; may be below 0, where it is too small to be told from 0
     * @param dataVariance  component; likewise
     * @param restVariance  component of both acting together; likewise
     * @param startShare    of the sum of the three
     * @param dataShare     of the sum of the three
     * @param restShare     of the sum of the three
     * @param dataOfBoth    r = data / (data + start), as it comes out
     * @param jackknife     r by the jackknife over starts, with intervals over starts, for these data sets
     * @param sameStart     root mean square distance of two networks that share the start alone
     * @param sameData      root mean square distance of two networks that share the data alone
     * @param neither       root mean square distance of two networks that share neither
     * @param moved         root mean square distance of a network from its start; in matched parameters and in the change as in
     *                      all, for a network is in its own order
     */
    public record LevelSplit(
            String level,
            double startVariance,
            double dataVariance,
            double restVariance,
            double startShare,
            double dataShare,
            double restShare,
            double dataOfBoth,
            Estimate jackknife,
            double sameStart,
            double sameData,
            double neither,
            double moved) {
        static LevelSplit of(Level level, SquaredDistances distances, double moved, int comparisons) {
            var split = distances.split();
            return new LevelSplit(
                    level.toString(),
                    split.start(),
                    split.data(),
                    split.rest(),
                    split.startShare(),
                    split.dataShare(),
                    split.restShare(),
                    split.dataOfBoth(),
                    Estimate.of(distances.pseudoValues(), comparisons),
                    Math.sqrt(split.sameStart()),
                    Math.sqrt(split.sameData()),
                    Math.sqrt(split.neither()),
                    Math.sqrt(moved));
        }
    }
}
