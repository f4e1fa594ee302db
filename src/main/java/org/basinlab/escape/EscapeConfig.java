package org.basinlab.escape;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.basinlab.experiment.Config;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;

/**
 * One run of the escape experiment (P1): the probability that SGD has left a pit, over temperatures and numbers of steps.
 *
 * @param landscape    whose pit
 * @param temperatures T, each positive, in units of W^2 / loss
 * @param steps        numbers of steps, ascending
 * @param methods      each is used for every temperature
 * @param start        {@code pit} or a number
 * @param barrier      {@code saddle} or a number; beyond it is escaped
 * @param rateBarrier  where first passages end that the rates are of: {@code beyond} or a number
 * @param batch        datapoints a step
 * @param innerSteps   smaller steps that each is made of, with its datapoints
 * @param walkers      how many; for splitting, at each level
 * @param dtype        the walkers' precision
 * @param seed         of the walkers
 * @param engine       the walkers'
 * @param threads      the results do not depend on them
 */
public record EscapeConfig(
        LandscapeChoice landscape,
        List<Double> temperatures,
        List<Integer> steps,
        List<Method> methods,
        String start,
        String barrier,
        String rateBarrier,
        int batch,
        int innerSteps,
        long walkers,
        Precision dtype,
        long seed,
        String engine,
        int threads)
        implements Config {
    /** Where P1's escape rates were recomputed to: well beyond the barrier. */
    private static final double BEYOND = 1.5;

    private static final long MOST_WALKERS = 1L << 40;

    public EscapeConfig {
        temperatures = List.copyOf(temperatures);
        steps = List.copyOf(steps);
        methods = List.copyOf(methods);
        require(!temperatures.isEmpty(), "--temperature needs at least one number");
        require(!steps.isEmpty(), "--steps needs at least one number");
        require(!methods.isEmpty(), "--method needs walkers, operator or splitting");
        require(methods.stream().distinct().count() == methods.size(), "--method names one twice: %s", joined(methods));
        require(
                temperatures.stream().distinct().count() == temperatures.size(),
                "--temperature names one twice: %s",
                joined(temperatures));
        for (var k = 0; k < steps.size(); k++) {
            require(
                    steps.get(k) >= 1 && (k == 0 || steps.get(k) > steps.get(k - 1)),
                    "--steps must be at least 1 and ascend, got %s",
                    joined(steps));
        }
        require(walkers >= 1 && walkers <= MOST_WALKERS, "--walkers must be from 1 to 2^40, got %s", walkers);
        require(dtype != Precision.TF32, "--dtype of walkers is float32 or float64, got tf32");
        for (var temperature : temperatures) {
            new SgdStep(landscape.landscape(), temperature, batch, innerSteps);
        }
        var from = place(start, "--start", "pit", landscape, 0);
        var to = place(barrier, "--barrier", "saddle", landscape, 0);
        require(
                to > from,
                "--barrier %s is not beyond the start, %s: escape is to the right; give a larger one, or another --start",
                to,
                from);
        var passage = place(rateBarrier, "--rate-barrier", "beyond", landscape, to);
        require(passage > from, "--rate-barrier %s is not beyond the start, %s", passage, from);
    }

    /** P1's landscape and settings, otherwise. */
    public static EscapeConfig p1(List<Double> temperatures, List<Integer> steps, Method... methods) {
        return new EscapeConfig(
                LandscapeChoice.PIT,
                temperatures,
                steps,
                List.of(methods),
                "pit",
                "saddle",
                "beyond",
                1,
                1,
                100_000,
                Precision.FLOAT32,
                1,
                "auto",
                1);
    }

    /** What a step does at a temperature. */
    public SgdStep step(double temperature) {
        return new SgdStep(landscape.landscape(), temperature, batch, innerSteps);
    }

    /** Where W begins. */
    public double startAt() {
        return place(start, "--start", "pit", landscape, 0);
    }

    /** Beyond this it has escaped. */
    public double barrierAt() {
        return place(barrier, "--barrier", "saddle", landscape, 0);
    }

    /** Beyond this a first passage has ended. */
    public double rateBarrierAt() {
        return place(rateBarrier, "--rate-barrier", "beyond", landscape, barrierAt());
    }

    private static double place(String text, String option, String word, LandscapeChoice landscape, double barrier) {
        if (text.equals(word)) {
            return switch (word) {
                case "pit" -> landscape.pocket().pit();
                case "saddle" -> landscape.pocket().barrier();
                default -> landscape.isPublished() ? Math.max(BEYOND, barrier) : barrier;
            };
        }
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        require(Double.isFinite(number), "%s must be a number or %s, got %s", option, word, text);
        return number;
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        options.put("temperature", joined(temperatures));
        options.put("steps", joined(steps));
        options.put("walkers", walkers);
        options.put("method", joined(methods));
        landscape.into(options);
        options.put("start", start);
        options.put("barrier", barrier);
        options.put("rate_barrier", rateBarrier);
        options.put("batch", batch);
        options.put("inner_steps", innerSteps);
        options.put("dtype", dtype.toString());
        options.put("seed", seed);
        options.put("engine", engine);
        options.put("threads", threads);
        return options;
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
