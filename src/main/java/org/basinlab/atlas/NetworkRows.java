package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/** Reads the rows of a sweep: a row a network, in any order. */
final class NetworkRows {
    private final Table table;

    private NetworkRows(Table table) {
        this.table = table;
    }

    /** The networks of each setting, settings in the order of {@link Setting#ORDER}. */
    static List<Runs> of(Table table) {
        var rows = new NetworkRows(table);
        var choices = new EnumMap<Choice, String[]>(Choice.class);
        for (var choice : Choice.values()) {
            choices.put(choice, rows.texts(choice.option()));
        }
        var networks = rows.networks();
        Map<Setting, List<Network>> settings = new TreeMap<>(Setting.ORDER);
        for (var i = 0; i < networks.size(); i++) {
            var levels = new EnumMap<Choice, String>(Choice.class);
            for (var choice : Choice.values()) {
                levels.put(choice, choices.get(choice)[i]);
            }
            settings.computeIfAbsent(new Setting(levels), s -> new ArrayList<>())
                    .add(networks.get(i));
        }
        var runs = new ArrayList<Runs>();
        settings.forEach((setting, of) -> {
            of.sort(Comparator.comparingLong(Network::seed));
            runs.add(new Runs(setting, of));
        });
        return runs;
    }

    private List<Network> networks() {
        var seed = texts("seed");
        var diverged = texts("diverged");
        var weights = numbers("weights_r");
        var biases = numbers("biases_r");
        var hidden = numbers("hidden_weights_r");
        var shuffled = numbers("weights_shuffled_r");
        var pixels = numbers("per_pixel_mean");
        var phase1 = numbers("phase1_accuracy");
        var test = numbers("test_accuracy");
        var networks = new ArrayList<Network>();
        for (var i = 0; i < table.rows(); i++) {
            networks.add(new Network(
                    Long.parseLong(seed[i]),
                    diverged[i].equals("true") || diverged[i].equals("1"),
                    weights[i],
                    biases[i],
                    hidden[i] - shuffled[i],
                    pixels[i],
                    phase1[i],
                    test[i]));
        }
        return networks;
    }

    private Column column(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("table " + table.name() + " has no column named " + name));
    }

    /** Whatever its type, each value as {@link Choice#spelled(String)} spells it. */
    private String[] texts(String name) {
        var column = column(name);
        var texts = new String[column.length()];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = Choice.spelled(text(column, i));
        }
        return texts;
    }

    private static String text(Column column, int i) {
        if (column instanceof Column.Longs longs) {
            return Long.toString(longs.values()[i]);
        } else if (column instanceof Column.Doubles doubles) {
            return Double.toString(doubles.values()[i]);
        } else if (column instanceof Column.Flags flags) {
            return Boolean.toString(flags.values()[i]);
        }
        return ((Column.Words) column).values()[i];
    }

    private double[] numbers(String name) {
        if (column(name) instanceof Column.Doubles doubles) {
            return doubles.values();
        }
        throw new IllegalArgumentException("column " + name + " of table " + table.name() + " has no numbers");
    }
}
