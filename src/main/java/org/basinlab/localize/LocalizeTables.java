package org.basinlab.localize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.experiment.Tables;
import org.basinlab.stats.Association;

/** The data behind the numbers and figures. */
final class LocalizeTables {
    private LocalizeTables() {}

    /** A row a parameter of one replica. */
    static Table parameters(ReplicaRun.Outcome outcome, LocalizeConfig config) {
        var which = config.activations().size() > 1 ? outcome.replica().activation() + "-" : "";
        return new Table(
                "parameters-" + which + "seed-" + outcome.replica().seed(), parameters(List.of(outcome), List.of()));
    }

    /** A row a parameter of each of some replicas, with the activation where a run has several. */
    private static Table parameters(List<ReplicaRun.Outcome> outcomes, LocalizeConfig config) {
        var activation =
                ofEach("activation", outcomes, (outcome, p) -> outcome.replica().activation());
        return new Table(
                "parameters", parameters(outcomes, config.activations().size() > 1 ? List.of(activation) : List.of()));
    }

    private static List<Column> parameters(List<ReplicaRun.Outcome> outcomes, List<Column> more) {
        var columns = new ArrayList<Column>();
        columns.add(whole("seed", outcomes, (outcome, p) -> outcome.replica().seed()));
        columns.addAll(more);
        columns.add(ofEach("layer", outcomes, (outcome, p) -> layer(outcome.parameters(), p)));
        columns.add(
                ofEach("kind", outcomes, (outcome, p) -> outcome.parameters().isWeight(p) ? "weight" : "bias"));
        columns.add(
                whole("input", outcomes, (outcome, p) -> outcome.parameters().input(p)));
        columns.add(whole("unit", outcomes, (outcome, p) -> outcome.parameters().unit(p)));
        columns.add(
                whole("cluster", outcomes, (outcome, p) -> outcome.parameters().cluster(p)));
        columns.add(joined("a", outcomes, outcome -> outcome.sizes().a()));
        columns.add(joined("b", outcomes, outcome -> outcome.sizes().b()));
        columns.add(joined("r", outcomes, outcome -> outcome.sizes().r()));
        columns.add(joined("c", outcomes, outcome -> outcome.sizes().c()));
        columns.add(joined("d", outcomes, outcome -> outcome.sizes().d()));
        columns.add(joined("q", outcomes, outcome -> outcome.sizes().q()));
        columns.add(joined("a_whole", outcomes, outcome -> outcome.whole().byGroup()[0]));
        columns.add(joined("b_whole", outcomes, outcome -> outcome.whole().byGroup()[1]));
        return columns;
    }

    private static Column whole(
            String name, List<ReplicaRun.Outcome> outcomes, ToLongBiFunction<ReplicaRun.Outcome, Integer> value) {
        return new Column.Longs(
                name,
                outcomes.stream()
                        .flatMapToLong(outcome -> IntStream.range(
                                        0, outcome.parameters().count())
                                .mapToLong(p -> value.applyAsLong(outcome, p)))
                        .toArray());
    }

    private static Column ofEach(
            String name, List<ReplicaRun.Outcome> outcomes, BiFunction<ReplicaRun.Outcome, Integer, String> word) {
        return new Column.Words(
                name,
                outcomes.stream()
                        .flatMap(outcome ->
                                IntStream.range(0, outcome.parameters().count()).mapToObj(p -> word.apply(outcome, p)))
                        .toArray(String[]::new));
    }

    private static Column joined(
            String name, List<ReplicaRun.Outcome> outcomes, Function<ReplicaRun.Outcome, double[]> values) {
        return new Column.Doubles(
                name,
                outcomes.stream()
                        .flatMapToDouble(outcome -> Arrays.stream(values.apply(outcome)))
                        .toArray());
    }

    /** {@code hidden}, or {@code hidden 1}, {@code hidden 2} where there are several; {@code output}. */
    private static String layer(ParameterMap map, int p) {
        var layer = map.layer(p);
        var last = map.spec().depth() - 1;
        if (layer == last) {
            return "output";
        }
        return last == 1 ? "hidden" : "hidden " + (layer + 1);
    }

    /** Everything else, once all replicas have ended. */
    static void small(Finished finished, Plan plan, Tables tables) {
        var whole = finished.all().stream()
                .filter(outcome -> !outcome.replica().diverged())
                .toList();
        tables.accept(replicas(
                finished.all().stream().map(ReplicaRun.Outcome::replica).toList()));
        if (whole.isEmpty()) {
            return;
        }
        tables.accept(curves(whole));
        tables.accept(forks(whole));
        if (!tables.ofEveryReplica()) {
            tables.accept(parameters(finished.toDraw(), plan.config()));
        }
        if (whole.get(0).replica().perPixel() != null) {
            tables.accept(pixels(tables.ofEveryReplica() ? whole : finished.toDraw(), plan));
        }
        if (finished.toDraw().stream().anyMatch(outcome -> outcome.nulls() != null)) {
            tables.accept(nulls(finished.toDraw()));
        }
    }

    /** A row a replica. */
    private static Table replicas(List<Replica> replicas) {
        var columns = new ArrayList<Column>();
        columns.add(whole(replicas, "seed", Replica::seed));
        columns.add(text(replicas, "activation", Replica::activation));
        columns.add(whole(replicas, "diverged", r -> r.diverged() ? 1L : 0L));
        for (var set : ParameterSet.values()) {
            var name = set.name().toLowerCase(Locale.ROOT);
            columns.add(ofSet(replicas, name + "_r", set, Association::r));
            columns.add(ofSet(replicas, name + "_r2", set, Association::r2));
        }
        columns.add(real(
                replicas,
                "per_pixel_mean",
                r -> r.perPixel() == null ? Double.NaN : r.perPixel().mean()));
        columns.add(real(replicas, "phase1_accuracy", r -> r.phase1().accuracy()));
        columns.add(real(replicas, "test_accuracy", r -> r.testAccuracy() == null ? Double.NaN : r.testAccuracy()));
        return new Table("replicas", columns);
    }

    private static Column ofSet(
            List<Replica> replicas, String name, ParameterSet set, ToDoubleFunction<Association> number) {
        return real(replicas, name, r -> r.diverged() ? Double.NaN : number.applyAsDouble(r.association(set)));
    }

    /** A row a window of the learning curve. */
    private static Table curves(List<ReplicaRun.Outcome> outcomes) {
        record Row(Replica replica, LearningCurve.Stage stage, int window) {}
        var rows = new ArrayList<Row>();
        for (var outcome : outcomes) {
            for (var stage : outcome.curve().stages()) {
                for (var w = 0; w < stage.loss().length; w++) {
                    rows.add(new Row(outcome.replica(), stage, w));
                }
            }
        }
        return new Table(
                "curves",
                List.of(
                        whole(rows, "seed", row -> row.replica.seed()),
                        text(rows, "activation", row -> row.replica.activation()),
                        text(rows, "stage", row -> row.stage.name()),
                        real(rows, "datapoints", row -> row.stage.datapoints()[row.window]),
                        real(rows, "loss", row -> row.stage.loss()[row.window]),
                        real(
                                rows,
                                "accuracy",
                                row -> row.stage.accuracy() == null
                                        ? Double.NaN
                                        : row.stage.accuracy()[row.window])));
    }

    /** A row a fork. */
    private static Table forks(List<ReplicaRun.Outcome> outcomes) {
        record Row(Replica replica, Replica.Fork fork) {}
        var rows = outcomes.stream()
                .flatMap(o -> o.replica().forks().stream().map(fork -> new Row(o.replica(), fork)))
                .toList();
        return new Table(
                "forks",
                List.of(
                        whole(rows, "seed", row -> row.replica.seed()),
                        text(rows, "activation", row -> row.replica.activation()),
                        whole(rows, "left_out", row -> row.fork.leftOut()),
                        whole(rows, "images", row -> row.fork.images()),
                        real(rows, "accuracy", row -> row.fork.accuracy()),
                        real(rows, "left_out_accuracy", row -> row.fork.leftOutAccuracy())));
    }

    /** A row a pixel of each of some replicas. */
    private static Table pixels(List<ReplicaRun.Outcome> outcomes, Plan plan) {
        var count = plan.inked().length;
        var rows = outcomes.size() * count;
        var first = MeanImage.of(plan.phase1(), 0);
        var second = MeanImage.of(plan.phase1(), 1);
        IntFunction<Replica> replica = row -> outcomes.get(row / count).replica();
        return new Table(
                "pixels",
                List.of(
                        longs("seed", rows, row -> replica.apply(row).seed()),
                        words("activation", rows, row -> replica.apply(row).activation()),
                        longs("row", rows, row -> row % count / plan.columns()),
                        longs("column", rows, row -> row % count % plan.columns()),
                        longs("inked", rows, row -> plan.inked()[row % count] ? 1 : 0),
                        doubles("r", rows, row -> replica.apply(row).perPixel().map()[row % count]),
                        doubles(
                                "p_adjusted",
                                rows,
                                row -> replica.apply(row).perPixel().adjustedP()[row % count]),
                        doubles("mean_first", rows, row -> first[row % count]),
                        doubles("mean_second", rows, row -> second[row % count])));
    }

    /** A row a draw of each permutation null, of the replicas that are drawn. */
    private static Table nulls(List<ReplicaRun.Outcome> outcomes) {
        record Row(Replica replica, String shuffled, int draw, Map<ParameterSet, double[]> r) {}
        var rows = new ArrayList<Row>();
        for (var outcome : outcomes) {
            var draws = outcome.nulls().neurons().get(ParameterSet.WEIGHTS).length;
            for (var d = 0; d < draws; d++) {
                rows.add(
                        new Row(outcome.replica(), "neurons", d, outcome.nulls().neurons()));
                rows.add(new Row(outcome.replica(), "labels", d, outcome.nulls().labels()));
            }
        }
        var columns = new ArrayList<Column>();
        columns.add(whole(rows, "seed", row -> row.replica.seed()));
        columns.add(text(rows, "activation", row -> row.replica.activation()));
        columns.add(text(rows, "shuffled", Row::shuffled));
        columns.add(whole(rows, "draw", Row::draw));
        Arrays.stream(ParameterSet.values())
                .filter(set -> set != ParameterSet.OUTPUT_BIASES)
                .forEach(set -> columns.add(real(
                        rows,
                        set.name().toLowerCase(Locale.ROOT) + "_r",
                        row -> row.r.get(set)[row.draw])));
        return new Table("nulls", columns);
    }

    private static <T> Column whole(List<T> rows, String name, ToLongFunction<T> value) {
        return Column.longs(name, rows, value);
    }

    private static <T> Column real(List<T> rows, String name, ToDoubleFunction<T> value) {
        return Column.doubles(name, rows, value);
    }

    private static <T> Column text(List<T> rows, String name, Function<T, String> value) {
        return Column.words(name, rows, value);
    }

    private static Column longs(String name, int rows, IntToLongFunction value) {
        return new Column.Longs(name, IntStream.range(0, rows).mapToLong(value).toArray());
    }

    private static Column doubles(String name, int rows, IntToDoubleFunction value) {
        return new Column.Doubles(
                name, IntStream.range(0, rows).mapToDouble(value).toArray());
    }

    private static Column words(String name, int rows, IntFunction<String> word) {
        return new Column.Words(name, IntStream.range(0, rows).mapToObj(word).toArray(String[]::new));
    }
}
