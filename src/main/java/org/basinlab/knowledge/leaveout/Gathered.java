package org.basinlab.knowledge.leaveout;

import static org.basinlab.knowledge.leaveout.LeaveOutResult.CLASSES;
import static org.basinlab.knowledge.leaveout.LeaveOutResult.COMPARISONS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Cell;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Held;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Left;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Partial;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Rival;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Score;
import org.basinlab.knowledge.leaveout.Told.OfElement;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;

/** Replicas made into estimates. */
record Gathered(List<Replica> replicas, List<Left> elements) {
    /** Established measures that the tally is judged against. */
    static final List<Predictor> RIVALS =
            List.of(Predictor.FISHER_MODEL, Predictor.FISHER_EMPIRICAL, Predictor.INTELLIGENCE);

    LeaveOutResult result(int images, int editLabel, int fisherImages, List<Control> controls) {
        return new LeaveOutResult(
                replicas.size(),
                (int) replicas.stream().filter(Replica::diverged).count(),
                images,
                editLabel,
                fisherImages,
                elements,
                classes(e -> e.spearman(Predictor.TALLY, Level.HIDDEN_WEIGHTS)),
                stroke(e -> e.spearman(Predictor.TALLY, Level.HIDDEN_WEIGHTS)),
                over(r -> r.classes().specificity()),
                classes(OfElement::partial),
                classes(OfElement::partialToo),
                classes(OfElement::partialInput),
                stroke(OfElement::partial),
                IntStream.range(0, elements.size())
                        .mapToObj(e -> new Partial(elements.get(e).name(), of(1 + e, OfElement::partial)))
                        .toList(),
                classes(OfElement::relative),
                classes(OfElement::lift),
                classes(e -> e.byShare()[Told.TENTH] / Told.shares()[Told.TENTH] - 1),
                stroke(OfElement::lift),
                RIVALS.stream().map(this::rival).toList(),
                scores(),
                matrix(),
                held(),
                controls);
    }

    private Rival rival(Predictor predictor) {
        return new Rival(
                predictor.toString(),
                classes(e -> e.spearman(predictor, Level.HIDDEN_WEIGHTS)),
                classes(e -> e.spearman(Predictor.TALLY, Level.HIDDEN_WEIGHTS)
                        - e.spearman(predictor, Level.HIDDEN_WEIGHTS)));
    }

    private Estimate over(ToDoubleFunction<Replica> number) {
        return Estimate.of(replicas.stream().mapToDouble(number).toArray(), COMPARISONS);
    }

    private Estimate classes(ToDoubleFunction<OfElement> number) {
        return over(r -> mean(r.classes(), number));
    }

    private Estimate stroke(ToDoubleFunction<OfElement> number) {
        return over(r -> number.applyAsDouble(r.stroke()));
    }

    /** Over the elements of a replica. */
    static double mean(Told told, ToDoubleFunction<OfElement> number) {
        return told.elements().stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    /** Names of what estimates are of: all classes, each class, the edit. */
    private List<String> names() {
        var names = new ArrayList<>(List.of(CLASSES));
        elements.forEach(e -> names.add(e.name()));
        return names;
    }

    private Estimate of(int name, ToDoubleFunction<OfElement> number) {
        if (name == 0) {
            return classes(number);
        }
        return name == elements.size()
                ? stroke(number)
                : over(r -> number.applyAsDouble(r.classes().elements().get(name - 1)));
    }

    private List<Score> scores() {
        var scores = new ArrayList<Score>();
        for (var n = 0; n < names().size(); n++) {
            for (var predictor : Predictor.values()) {
                for (var level : Level.values()) {
                    scores.add(new Score(
                            names().get(n),
                            predictor.toString(),
                            level.toString(),
                            of(n, e -> e.spearman(predictor, level)),
                            of(n, e -> e.pearson(predictor, level))));
                }
            }
        }
        return scores;
    }

    private List<Cell> matrix() {
        var count = elements.size() - 1;
        return IntStream.range(0, count * count)
                .mapToObj(c -> new Cell(
                        elements.get(c / count).name(),
                        elements.get(c % count).name(),
                        over(r -> r.classes().matrix()[c / count][c % count])))
                .toList();
    }

    private List<Held> held() {
        var held = new ArrayList<Held>();
        for (var n = 0; n < names().size(); n++) {
            held.add(new Held(names().get(n), "own share of total", of(n, e -> e.byShare()[Told.TENTH])));
            for (var o = 0; o < Told.ORDERS.size(); o++) {
                var order = o;
                held.add(new Held(
                        names().get(n), Told.ORDERS.get(o).toString(), of(n, e -> e.byPredictor()[order][Told.TENTH])));
            }
        }
        return held;
    }
}
