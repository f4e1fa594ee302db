package org.basinlab.optimizing;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.basinlab.causal.Axis;
import org.basinlab.causal.Question;
import org.basinlab.causal.Range;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Config;
import org.basinlab.network.Precision;

/**
 * One run of the experiment on what optimizes what (P7, P8).
 *
 * @param system       a {@link BuiltIn}'s name, or where a system of one's own was read from
 * @param stepping     the system from its start, with its disturbance and noise
 * @param own          the options that this system alone has
 * @param frozen       A
 * @param frozenWindow when, {@code t0:t1} in time; null for always
 * @param from         n
 * @param to           m; empty for every node outside A that n reaches
 * @param time         how long
 * @param every        steps between two times that are reported
 * @param delta        of differences; null for exact derivatives
 * @param disturbance  as on the command line; null for none
 * @param rate         whether Lyapunov exponents are wanted beside the rate
 * @param integral     over where n starts; null for none
 * @param map          two axes; empty for none
 * @param dtype        the map's precision
 * @param seed         of noise and of random systems
 * @param engine       the map's
 * @param threads      the results do not depend on them
 */
public record OpConfig(
        String system,
        Stepping stepping,
        Map<String, Object> own,
        List<String> frozen,
        String frozenWindow,
        String from,
        List<String> to,
        double time,
        long every,
        Double delta,
        String disturbance,
        boolean rate,
        Range integral,
        List<Axis> map,
        Precision dtype,
        long seed,
        String engine,
        int threads)
        implements Config {
    private static final long MOST_STEPS = 1_000_000_000L;
    private static final long MOST_POINTS = 50_000_000L;
    private static final long MOST_MOMENTS = 1_000_000L;
    private static final int MOST_STARTS = 1_000_000;

    public OpConfig {
        frozen = List.copyOf(frozen);
        to = List.copyOf(to);
        map = List.copyOf(map);
        require(time > 0 && Double.isFinite(time), "--time must be positive, got %s", time);
        require(every >= 1, "--every must be at least 1, got %s", every);
        require(
                delta == null || Double.isFinite(delta) && Math.abs(delta) > 0,
                "--delta must be a number other than 0, got %s",
                delta);
        var steps = stepping.steps(time);
        require(
                steps >= 1,
                "--time %s is less than a step of %s; give a longer time or a smaller --dt",
                time,
                stepping.step());
        require(
                steps <= MOST_STEPS,
                "--time %s is %s steps of %s, more than %s",
                time,
                steps,
                stepping.step(),
                MOST_STEPS);
        require(
                steps / every <= MOST_MOMENTS,
                "--every %s reports %s times of %s steps, more than %s: give a larger one",
                every,
                steps / every,
                steps,
                MOST_MOMENTS);
        require(
                window(frozenWindow, stepping).first() < steps,
                "--frozen-window %s begins when --time %s is over",
                frozenWindow,
                time);
        require(dtype != Precision.TF32, "--dtype of maps is float32 or float64, got tf32");
        var question = question(stepping, frozen, frozenWindow, from, to);
        require(
                integral == null || question.to().size() == 1,
                "--integral is of one node: give --to one of %s",
                String.join(", ", question.to()));
        require(
                integral == null || integral.points() <= MOST_STARTS,
                "--integral has more than %s points",
                MOST_STARTS);
        require(map.isEmpty() || map.size() == 2, "--map needs two axes, x:lo:hi:n,y:lo:hi:n, got %s", map.size());
        for (var axis : map) {
            check(axis, stepping);
        }
        if (map.size() == 2) {
            require(
                    !map.get(0).name().equals(map.get(1).name()),
                    "--map has %s on both axes",
                    map.get(0).name());
            require(
                    (long) map.get(0).range().points() * map.get(1).range().points() <= MOST_POINTS,
                    "--map has more than %s points",
                    MOST_POINTS);
            require(delta == null, "--map is of exact derivatives: leave --delta out");
            require(!(stepping.noise().size() > 0), "--map takes no --noise: the worlds of a map share none");
        }
    }

    private static void check(Axis axis, Stepping stepping) {
        var system = stepping.system();
        if (axis.isTime()) {
            require(
                    axis.range().low() >= 0,
                    "--map time begins at 0 or later, got %s",
                    axis.range().low());
            require(
                    stepping.steps(axis.range().high()) <= MOST_STEPS,
                    "--map time ends at %s, more than %s steps of %s",
                    axis.range().high(),
                    MOST_STEPS,
                    stepping.step());
            return;
        }
        require(
                system.variables().contains(axis.name()) || system.parameters().contains(axis.name()),
                "--map %s: %s has the starts of %s%s, and %s",
                axis.name(),
                system.name(),
                String.join(", ", system.variables()),
                system.parameters().isEmpty() ? "" : ", the parameters " + String.join(", ", system.parameters()),
                Axis.TIME);
    }

    private static Question question(
            Stepping stepping, List<String> frozen, String window, String from, List<String> to) {
        var a = new LinkedHashSet<>(frozen);
        var when = window(window, stepping);
        return to.isEmpty() ? Question.ofAll(stepping, a, when, from) : new Question(stepping, a, when, from, to);
    }

    /** What is asked. */
    public Question question() {
        return question(stepping, frozen, frozenWindow, from, to);
    }

    /** How many steps. */
    public long steps() {
        return stepping.steps(time);
    }

    private static Window window(String text, Stepping stepping) {
        if (text == null) {
            return Window.ALWAYS;
        }
        var ends = Arrays.stream(text.split(":", -1)).map(OpConfig::number).toList();
        require(
                ends.size() == 2 && ends.get(0) >= 0 && ends.get(1) > ends.get(0),
                "--frozen-window must be t0:t1 with 0 <= t0 < t1, got %s",
                text);
        var first = stepping.steps(ends.get(0));
        var last = stepping.steps(ends.get(1));
        require(last > first, "--frozen-window %s holds no step of %s", text, stepping.step());
        return new Window(first, last);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        options.put("system", system);
        options.putAll(own);
        var parameters = stepping.system().parameters();
        var values = stepping.system().parameterValues();
        var set = new ArrayList<String>();
        for (var i = 0; i < values.length; i++) {
            if (own.containsKey(parameters.get(i))) {
                // As --set may have made it.
                options.put(parameters.get(i), values[i]);
            } else {
                set.add(parameters.get(i) + "=" + values[i]);
            }
        }
        if (!set.isEmpty()) {
            options.put("set", String.join(",", set));
        }
        options.put(
                "start", joined(Arrays.stream(stepping.system().start()).boxed().toList()));
        options.put("frozen", String.join(",", frozen));
        optional(options, "frozen_window", frozenWindow);
        options.put("from", from);
        optional(options, "to", to.isEmpty() ? null : String.join(",", to));
        options.put("time", time);
        options.put("dt", stepping.step());
        if (stepping.system().isFlow()) {
            options.put("integrator", stepping.integrator().toString());
        }
        options.put("every", every);
        optional(options, "delta", delta);
        optional(options, "disturbance", disturbance);
        options.put("noise", stepping.noise().size());
        options.put("rate", rate);
        optional(options, "integral", integral == null ? null : integral.toString());
        optional(options, "map", map.isEmpty() ? null : joined(map));
        options.put("dtype", dtype.toString());
        options.put("seed", seed);
        options.put("engine", engine);
        options.put("threads", threads);
        return options;
    }

    private static void optional(Map<String, Object> options, String key, Object value) {
        if (value != null) {
            options.put(key, value);
        }
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
