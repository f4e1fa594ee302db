package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.basinlab.experiment.Config;

/**
 * One run of the optimizing strength (P5, P6): of a finite system or of a continuous one.
 *
 * @param system     as on the command line: {@code plain}, {@code smart}, {@code continuous} or a file
 * @param finite     the finite system; null for the continuous one
 * @param continuous the continuous one; null for a finite one
 * @param steps      from P to P next
 * @param before     steps from the start to P
 * @param epsilons   of P6's family; empty but for the two thermostats
 * @param seed       of samples
 * @param engine     {@code auto}: there is one
 * @param threads    the results do not depend on them
 */
public record EntropyConfig(
        String system,
        Finite finite,
        Continuous continuous,
        int steps,
        int before,
        List<Double> epsilons,
        long seed,
        String engine,
        int threads)
        implements Config {
    /** The post goes from 0.1 to 1e-10. */
    public static final List<Double> DECADES = List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10);

    private static final int MOST_CONTINUOUS_STEPS = 100;

    public EntropyConfig {
        epsilons = List.copyOf(epsilons);
        require(
                (finite == null) != (continuous == null),
                "a run is of a finite system or of the continuous thermostat, not of both");
        var most = finite == null ? MOST_CONTINUOUS_STEPS : Course.MOST_STEPS;
        require(steps >= 1 && steps <= most, "--steps must be from 1 to %s, got %s", most, steps);
        require(before >= 0 && before <= most, "--before must be from 0 to %s, got %s", most, before);
        require(
                continuous == null || continuous.linear().isWide(before, steps),
                "with this --gain, --before %s and --steps %s leave thermostat and room one state to rounding: take fewer steps",
                before,
                steps);
        for (var epsilon : epsilons) {
            require(epsilon >= 1e-100 && epsilon <= 1, "--epsilon must be from 1e-100 to 1, got %s", epsilon);
        }
        require(epsilons.stream().distinct().count() == epsilons.size(), "--epsilon names one twice");
        require(engine.equals("auto"), "entropies have one engine: leave out --engine %s", engine);
    }

    /**
     * A finite system.
     *
     * @param map    of its joint states
     * @param split  in A and B
     * @param start  the law it begins with
     * @param spelled how {@code --start} says that law
     * @param thermostat which of the posts' it is; null for another
     * @param digests SHA-256 of the files it was read from, by name
     */
    public record Finite(
            FiniteSystem map,
            Split split,
            JointLaw start,
            String spelled,
            Thermostat thermostat,
            Map<String, String> digests) {
        public Finite {
            digests = Map.copyOf(digests);
        }

        /**
         * One of the posts' thermostats.
         *
         * @param start {@code uniform}, {@code p5} or {@code epsilon:E}
         */
        public static Finite of(Thermostat thermostat, String start) {
            return new Finite(thermostat.system(), Thermostat.SPLIT, law(start), start, thermostat, Map.of());
        }

        private static JointLaw law(String start) {
            if (start.equals("uniform")) {
                return JointLaw.uniform(Thermostat.SPACE);
            }
            if (start.equals("p5")) {
                return Thermostat.threeStates();
            }
            var number = Double.NaN;
            if (start.startsWith("epsilon:")) {
                try {
                    number = Double.parseDouble(start.substring("epsilon:".length()));
                } catch (NumberFormatException e) {
                    number = Double.NaN;
                }
            }
            require(
                    number > 0 && number <= 1,
                    "--start must be uniform, p5 or epsilon:E with E above 0 and at most 1, got %s",
                    start);
            return Thermostat.narrow(number);
        }

        /** The same with the named variables in A and all others in B. */
        public Finite withA(List<String> names) {
            return new Finite(map, Split.of(map.space(), names), start, spelled, thermostat, digests);
        }
    }

    /**
     * The continuous thermostats.
     *
     * @param linear     P6's
     * @param theta      where the nonlinear ones saturate
     * @param samples    points of each estimate
     * @param neighbours k of the estimators
     * @param repeats    independent estimates of each number
     */
    public record Continuous(LinearThermostat linear, double theta, int samples, int neighbours, int repeats) {
        /** A thread holds some 250 bytes a point. */
        private static final int MOST_SAMPLES = 1 << 20;

        private static final double LEAST_LENGTH = 1e-30;
        private static final double MOST_LENGTH = 1e30;
        private static final double MOST_GAIN = 1e3;

        public Continuous {
            var size = Math.abs(linear.gain());
            require(
                    size >= 1 / MOST_GAIN && size <= MOST_GAIN,
                    "--gain must be from %s to %s in size, got %s",
                    1 / MOST_GAIN,
                    MOST_GAIN,
                    linear.gain());
            requireLength("--side", linear.side());
            requireLength("--theta", theta);
            require(
                    Math.abs(linear.centre()) <= MOST_LENGTH,
                    "--centre must be at most %s in size, got %s",
                    MOST_LENGTH,
                    linear.centre());
            require(samples >= 10 && samples <= MOST_SAMPLES, "--samples must be from 10 to 2^20, got %s", samples);
            require(
                    neighbours >= 1 && neighbours < samples,
                    "--neighbours must be from 1, below --samples, got %s",
                    neighbours);
            require(repeats >= 2 && repeats <= 1000, "--repeats must be from 2 to 1000, got %s", repeats);
        }

        /** So that no square of it, and no area after all steps, over- or underflows. */
        private static void requireLength(String option, double length) {
            require(
                    length >= LEAST_LENGTH && length <= MOST_LENGTH,
                    "%s must be from %s to %s, got %s",
                    option,
                    LEAST_LENGTH,
                    MOST_LENGTH,
                    length);
        }
    }

    /** One of the posts' thermostats as P6 has it, or as P5 where the start is {@code p5}. */
    public static EntropyConfig of(Thermostat thermostat, String start, int steps) {
        return new EntropyConfig(
                thermostat.toString(),
                Finite.of(thermostat, start),
                null,
                steps,
                start.equals("p5") ? 0 : 1,
                DECADES,
                1,
                "auto",
                1);
    }

    /** The law P that is measured. */
    JointLaw law() {
        return finite.map().next(finite.start(), before);
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        options.put("system", system);
        options.put("steps", steps);
        options.put("before", before);
        if (finite != null) {
            options.put("start", finite.spelled());
            options.put(
                    "a",
                    finite.split().a().variables().stream().map(Variable::name).collect(Collectors.joining(",")));
        }
        if (!epsilons.isEmpty()) {
            options.put("epsilon", epsilons.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        if (continuous != null) {
            options.put("gain", continuous.linear().gain());
            options.put("side", continuous.linear().side());
            options.put("centre", continuous.linear().centre());
            options.put("theta", continuous.theta());
            options.put("samples", continuous.samples());
            options.put("neighbours", continuous.neighbours());
            options.put("repeats", continuous.repeats());
        }
        options.put("seed", seed);
        options.put("engine", engine);
        options.put("threads", threads);
        return options;
    }
}
