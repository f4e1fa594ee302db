package org.basinlab.escape;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.basinlab.experiment.Config;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.SgdStep;

/**
 * Single paths of W (P1).
 *
 * @param landscape    they go down
 * @param rules        how; each is followed from every start at every temperature
 * @param temperatures T, each positive; k, for Newton's form
 * @param steps        how many
 * @param starts       where paths begin
 * @param paths        of SGD from each start at each temperature, that of walker 0, 1, ...
 * @param batch        datapoints a step of SGD
 * @param innerSteps   smaller steps that each step is made of
 * @param seed         of what SGD draws
 */
public record PathConfig(
        LandscapeChoice landscape,
        List<Rule> rules,
        List<Double> temperatures,
        int steps,
        List<Double> starts,
        int paths,
        int batch,
        int innerSteps,
        long seed)
        implements Config {
    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_PATHS = 1000;
    private static final long MOST_NUMBERS = 20_000_000;

    public PathConfig {
        rules = List.copyOf(rules);
        temperatures = List.copyOf(temperatures);
        starts = List.copyOf(starts);
        require(!rules.isEmpty(), "--rule needs descent, sgd or newton");
        require(rules.stream().distinct().count() == rules.size(), "--rule names one twice: %s", joined(rules));
        require(!temperatures.isEmpty(), "--temperature needs at least one number");
        require(steps >= 1 && steps <= MOST_STEPS, "--steps must be from 1 to %s, got %s", MOST_STEPS, steps);
        require(!starts.isEmpty(), "--start needs at least one number");
        for (var start : starts) {
            require(Double.isFinite(start), "--start must be a finite number, got %s", start);
        }
        require(paths >= 1 && paths <= MOST_PATHS, "--paths must be from 1 to %s, got %s", MOST_PATHS, paths);
        var numbers = (long) rules.size() * temperatures.size() * starts.size() * paths * steps;
        require(numbers <= MOST_NUMBERS, "%s steps in all are too many to keep: at most %s", numbers, MOST_NUMBERS);
        for (var temperature : temperatures) {
            new SgdStep(landscape.landscape(), temperature, batch, innerSteps);
        }
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        options.put("rule", joined(rules));
        options.put("temperature", joined(temperatures));
        options.put("steps", steps);
        options.put("start", joined(starts));
        options.put("paths", paths);
        landscape.into(options);
        options.put("batch", batch);
        options.put("inner_steps", innerSteps);
        options.put("seed", seed);
        return options;
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
