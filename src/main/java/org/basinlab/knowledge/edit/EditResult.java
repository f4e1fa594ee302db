package org.basinlab.knowledge.edit;

import java.util.List;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;

/**
 * How twins came apart that learnt from edited images. Means are over replicas; NaN is for what no replica has.
 *
 * @param replicas        how many
 * @param diverged        those in which a training did
 * @param untouchedChange the greatest |change| of a parameter of a twin whose images were not edited: 0 if training is
 *                        repeatable; NaN if no replica has one
 * @param datapoints      that each twin learnt from
 * @param edits           what they changed
 * @param twins           what became of each
 * @param comparisons     of each structured edit with each rival, on each level, at the end
 * @param course          participation at each checkpoint
 * @param courseRatios    of structured edits with their scattered rivals at each checkpoint
 * @param painted         where the first layer's change is
 * @param recognition     whether the twins know the edit
 * @param grid            of activation and width
 * @param controls        cases with a known answer
 */
public record EditResult(
        int replicas,
        int diverged,
        double untouchedChange,
        int datapoints,
        List<Edited> edits,
        List<OfTwin> twins,
        List<Comparison> comparisons,
        List<AtCheckpoint> course,
        List<RatioAtCheckpoint> courseRatios,
        List<InPainted> painted,
        List<Known> recognition,
        List<Cell> grid,
        List<Control> controls) {
    public EditResult {
        edits = List.copyOf(edits);
        twins = List.copyOf(twins);
        comparisons = List.copyOf(comparisons);
        course = List.copyOf(course);
        courseRatios = List.copyOf(courseRatios);
        painted = List.copyOf(painted);
        recognition = List.copyOf(recognition);
        grid = List.copyOf(grid);
        controls = List.copyOf(controls);
    }

    /**
     * What an edit changed in the training images.
     *
     * @param twin   that learns from them
     * @param label  the class
     * @param images of the class that changed
     * @param pixels that changed, over all images
     * @param energy sum of squared changes, in units of white^2
     * @param equal  whether pixels, images and energy are those of the structured edit, in every replica
     */
    public record Edited(String twin, int label, double images, double pixels, double energy, boolean equal) {}

    /**
     * A twin at the end.
     *
     * @param testAccuracy  on all test images
     * @param size          |theta_twin - theta_base| / |theta_base - theta_start|
     * @param concentration of the change, by level
     */
    public record OfTwin(String twin, Estimate testAccuracy, Estimate size, List<OnLevel> concentration) {
        public OfTwin {
            concentration = List.copyOf(concentration);
        }
    }

    /** How concentrated a change is on a level: means of what {@link Concentration} says. */
    public record OnLevel(String level, double participation, double gini, double top) {}

    /**
     * A structured edit against a rival, paired by replica. All are positive where the structured one is the more
     * concentrated.
     *
     * @param logRatio ln(PR of the rival / PR of the structured edit), PR the participation ratio
     * @param gini     Gini of the structured edit less that of the rival
     * @param top      the same of the share of the top 1%
     */
    public record Comparison(String edit, String rival, String level, Estimate logRatio, Estimate gini, Estimate top) {}

    /** Mean participation of a twin's change. */
    public record AtCheckpoint(String twin, String level, int datapoints, double participation) {}

    /** ln(PR scattered / PR structured). */
    public record RatioAtCheckpoint(String edit, String level, int datapoints, Estimate logRatio) {}

    /**
     * How much of the first layer's change is in the pixels that a structured edit paints.
     *
     * @param pixels the share of all pixels that they are
     * @param energy the share of the change's energy that is there
     */
    public record InPainted(String edit, String twin, double pixels, Estimate energy) {}

    /**
     * What a network makes of test images of the edited class; means.
     *
     * @param edit      painted on them
     * @param network   that is asked
     * @param lossSaved the base's loss of painted images less this network's, paired
     */
    public record Known(
            String edit,
            String network,
            double cleanAccuracy,
            double paintedAccuracy,
            double cleanLoss,
            double paintedLoss,
            Estimate lossSaved) {}

    /**
     * A structured edit against its scattered rival in another network.
     *
     * @param logRatio  ln(PR scattered / PR structured); intervals at 95% each, nothing is judged by them
     * @param structured PR of the structured edit
     * @param scattered  PR of the scattered one
     * @param accuracy   of the base on all test images
     * @param diverged   replicas in which a training did
     */
    public record Cell(
            String activation,
            int hidden,
            String edit,
            String level,
            Estimate logRatio,
            double structured,
            double scattered,
            double accuracy,
            int diverged) {}

    /** One of the comparisons. */
    public Comparison comparison(Twin edit, Twin rival, Level level) {
        return comparisons.stream()
                .filter(c -> c.edit.equals(edit.toString())
                        && c.rival.equals(rival.toString())
                        && c.level.equals(level.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** The end of one twin on one level. */
    public OnLevel end(Twin twin, Level level) {
        return of(twin).concentration.stream()
                .filter(c -> c.level.equals(level.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** One of the twins. */
    public OfTwin of(Twin twin) {
        return twins.stream()
                .filter(t -> t.twin.equals(twin.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** The class that an edit is of. */
    public int label(Twin edit) {
        return edits.stream()
                .filter(e -> e.twin.equals(edit.toString()))
                .findFirst()
                .orElseThrow()
                .label();
    }

    /** Whether twins of equal data came out equal, as far as is known. */
    public boolean repeatable() {
        return !(untouchedChange > 0);
    }
}
