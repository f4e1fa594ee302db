package org.basinlab.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.basinlab.experiment.Config;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Sweepable;
import org.basinlab.experiment.Table;
import org.basinlab.random.RandomStream;

/** An experiment of one number a run, a function of the options and the seed; runs with equal kind share. */
final class Noise implements Sweepable<Noise.Setting>, OptionReader<Noise.Setting> {
    /** Seeds that were run, as often as they were. */
    final Map<String, Integer> made = new ConcurrentHashMap<>();

    private final Set<String> failing;

    /** Fails where it comes to a run of such a seed. */
    Noise(String... failing) {
        this.failing = Set.of(failing);
    }

    /** Its configuration. */
    record Setting(double rate, String kind, String size, long seed) implements Config {
        @Override
        public Map<String, Object> options() {
            var options = new LinkedHashMap<String, Object>();
            options.put("rate", rate);
            options.put("kind", kind);
            options.put("size", size.equals("all") ? size : Integer.valueOf(size));
            options.put("seed", seed);
            return options;
        }

        double number() {
            return new RandomStream(seed, 77, options().toString().hashCode()).normal(0);
        }
    }

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public Map<String, String> inputs(Setting config) {
        return Map.of("input", "of " + config.kind());
    }

    @Override
    public Object sharing(Setting config) {
        return config.kind();
    }

    @Override
    public Object training(Setting config) {
        return List.of(config.kind(), config.rate(), config.seed());
    }

    @Override
    public Table rows(List<Setting> batch, Progress progress) {
        for (var setting : batch) {
            if (failing.contains(String.valueOf(setting.seed()))) {
                throw new IllegalStateException("seed " + setting.seed() + " fails");
            }
            made.merge(setting.options().toString(), 1, Integer::sum);
            progress.advance(1);
        }
        var odd = new boolean[batch.size()];
        for (var i = 0; i < odd.length; i++) {
            odd[i] = batch.get(i).seed() % 2 != 0;
        }
        return new Table(
                "noise",
                List.of(
                        new Table.Column.Doubles(
                                "number",
                                batch.stream().mapToDouble(Setting::number).toArray()),
                        new Table.Column.Flags("odd", odd)));
    }

    @Override
    public String option(String written) {
        InputException.require(Set.of("rate", "kind", "size").contains(written), "%s is no option", written);
        return written;
    }

    @Override
    public boolean whole(String option) {
        return option.equals("size");
    }

    @Override
    public Setting config(Map<String, String> point) {
        try {
            var rate = Double.parseDouble(point.getOrDefault("rate", "1"));
            InputException.require(rate > 0, "rate must be positive, got %s", rate);
            return new Setting(rate, point.getOrDefault("kind", "a"), point.getOrDefault("size", "10"), 0);
        } catch (NumberFormatException e) {
            throw new InputException("rate takes a number, got " + point.get("rate"), e);
        }
    }

    @Override
    public Setting seeded(Setting config, long seed) {
        return new Setting(config.rate(), config.kind(), config.size(), seed);
    }

    @Override
    public Map<String, Object> options(Setting config) {
        return config.options();
    }

    /** What is asked of it. */
    static SweepRequest request(String seeds, String... over) {
        return new SweepRequest(
                "noise",
                java.util.Arrays.stream(over).map(Axis::parse).toList(),
                List.of(),
                Seeds.parse(seeds),
                0,
                1,
                "auto");
    }
}
