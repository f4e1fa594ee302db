package org.basinlab.knowledge.leaveout;

import java.util.List;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;

/**
 * What came of leaving classes and an edit out. Estimates are over replicas; those of classes are first averaged over the
 * classes within a replica. Correlations are Spearman's, over hidden weights, where nothing else is said.
 *
 * @param replicas            trained
 * @param diverged            of them, with a training that ran away, and so left out
 * @param images              trained on, each epoch
 * @param editLabel           the class that is painted on
 * @param fisherImages        of an element that Fisher information is taken over, at most
 * @param elements            left out
 * @param classes             of a class's tally and the change its absence causes
 * @param edit                likewise of the painted stroke
 * @param specificity         mean over classes of the correlation of its own tally with the change less that of others'
 * @param partial             correlation of a class's tally and the change given the total update size
 * @param partialGivenFisher  given that and the empirical Fisher information
 * @param partialGivenInput   given the class's mean input alone
 * @param editPartial         as {@code partial}, of the stroke
 * @param partials            as {@code partial}, of each element
 * @param relative            of classes, P4's form: Pearson's r of t_E / t_total and the change's share in those of all
 * @param lift                share of the change's energy in the 10% of weights with the largest tally, over 10%, less 1
 * @param liftByShare         likewise in the 10% with the largest t_E / t_total
 * @param editLift            as {@code lift}, of the stroke
 * @param rivals              established measures
 * @param predictors          everything that was held against the change
 * @param matrix              each class's tally against each class's absence
 * @param held                share of the change's energy in the first 10% of weights, in various orders
 * @param controls            cases with a known answer
 */
public record LeaveOutResult(
        int replicas,
        int diverged,
        int images,
        int editLabel,
        int fisherImages,
        List<Left> elements,
        Estimate classes,
        Estimate edit,
        Estimate specificity,
        Estimate partial,
        Estimate partialGivenFisher,
        Estimate partialGivenInput,
        Estimate editPartial,
        List<Partial> partials,
        Estimate relative,
        Estimate lift,
        Estimate liftByShare,
        Estimate editLift,
        List<Rival> rivals,
        List<Score> predictors,
        List<Cell> matrix,
        List<Held> held,
        List<Control> controls) {
    /** Comparisons that are judged together: claims 1 to 5, and three rivals. */
    public static final int COMPARISONS = 8;

    /** In place of an element's name: the mean over classes within a replica. */
    public static final String CLASSES = "classes";

    public LeaveOutResult {
        elements = List.copyOf(elements);
        partials = List.copyOf(partials);
        rivals = List.copyOf(rivals);
        predictors = List.copyOf(predictors);
        matrix = List.copyOf(matrix);
        held = List.copyOf(held);
        controls = List.copyOf(controls);
    }

    /**
     * An element.
     *
     * @param name   such as {@code class 7}
     * @param kind   {@code class} or {@code edit}
     * @param images it is in
     */
    public record Left(String name, String kind, int images) {}

    /**
     * What an element's own tally tells besides the total update size.
     *
     * @param element    its name
     * @param givenTotal rank correlation of its tally and the change given the total update size
     */
    public record Partial(String element, Estimate givenTotal) {}

    /**
     * An established measure beside the tally, over classes.
     *
     * @param predictor  its name
     * @param spearman   its own correlation with the change
     * @param difference the tally's correlation less its
     */
    public record Rival(String predictor, Estimate spearman, Estimate difference) {}

    /**
     * A predictor held against the change.
     *
     * @param element   its name, or {@link #CLASSES}
     * @param predictor its name
     * @param level     parameters taken one by one, or added up
     * @param spearman  rank correlation
     * @param pearson   of the numbers themselves
     */
    public record Score(String element, String predictor, String level, Estimate spearman, Estimate pearson) {}

    /**
     * A cell of the matrix.
     *
     * @param tally    whose
     * @param without  what was left out
     * @param spearman of the two
     */
    public record Cell(String tally, String without, Estimate spearman) {}

    /**
     * An order of hidden weights.
     *
     * @param element its name, or {@link #CLASSES}
     * @param order   the greatest of this first
     * @param energy  share of the change's, in the first 10%
     */
    public record Held(String element, String order, Estimate energy) {}

    /** Names of the classes left out. */
    List<String> classNames() {
        return elements.stream()
                .filter(e -> e.kind().equals("class"))
                .map(Left::name)
                .toList();
    }

    /** The name of the edit. */
    String editName() {
        return elements.get(elements.size() - 1).name();
    }

    /** How much better a class's own tally goes with the change than those of others do, the mean over replicas. */
    double specificity(String without) {
        var own = 0.0;
        var others = 0.0;
        for (var cell : matrix) {
            if (cell.without().equals(without)) {
                var mean = cell.spearman().mean();
                own += cell.tally().equals(without) ? mean : 0;
                others += cell.tally().equals(without) ? 0 : mean;
            }
        }
        return own - others / (classNames().size() - 1);
    }

    /** The share of the change's energy in the first 10% of weights; null if there is none. */
    Estimate held(String element, Predictor order) {
        return held.stream()
                .filter(h -> h.element().equals(element) && h.order().equals(order.toString()))
                .findFirst()
                .map(Held::energy)
                .orElse(null);
    }

    /** A score by names; null if there is none. */
    Score score(String element, Predictor predictor, Level level) {
        return predictors.stream()
                .filter(s -> s.element().equals(element)
                        && s.predictor().equals(predictor.toString())
                        && s.level().equals(level.toString()))
                .findFirst()
                .orElse(null);
    }
}
