package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;
import org.basinlab.experiment.Config;
import org.basinlab.landscape.Batches;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.SgdStep;
import org.basinlab.walkers.Start;

/**
 * One run of the probability current (P2): how the density of W flows, by an equation for it, by walkers, and by SGD's
 * own law.
 *
 * @param scenario    one of P2's; null for a landscape of one's own
 * @param landscape   the pit, where the scenario has it, or datapoint losses of one's own
 * @param spread      s of the linear scenario
 * @param convention  which equation
 * @param temperature T, positive, in units of W^2 / loss
 * @param time        how long, in steps
 * @param every       steps between two states
 * @param initial     {@code normal:MEAN:SD}, the law of W at 0
 * @param truncate    {@code none}, or where that law is cut: nothing lies below
 * @param barrier     {@code none}, {@code saddle} or a number; beyond it W has escaped
 * @param domain      {@code auto}, or {@code LOW:HIGH} with closed ends
 * @param cells       of the solver's mesh
 * @param batch       datapoints a step
 * @param innerSteps  smaller steps that each is made of, with its datapoints
 * @param walkers     how many
 * @param errorsAt    temperatures at which every equation's escape from P1's pit is held against SGD's; may be empty
 * @param seed        of the walkers
 * @param engine      the walkers'
 * @param threads     the results do not depend on them
 */
public record CurrentConfig(
        Scenario scenario,
        LandscapeChoice landscape,
        double spread,
        NoiseConvention convention,
        double temperature,
        int time,
        int every,
        String initial,
        String truncate,
        String barrier,
        String domain,
        int cells,
        int batch,
        int innerSteps,
        long walkers,
        List<Double> errorsAt,
        long seed,
        String engine,
        int threads)
        implements Config {
    /** P2's linear gradients have slopes 1.2 and 0.8. */
    public static final double SPREAD = 0.2;

    private static final int MOST_TIME = 10_000_000;
    private static final int MOST_STATES = 1000;
    private static final int MOST_CELLS = 100_000;
    private static final long MOST_WALKERS = 1L << 40;
    private static final String INITIAL = "--initial must be normal:MEAN:SD, got %s";

    public CurrentConfig {
        errorsAt = List.copyOf(errorsAt);
        if (scenario != null) {
            scenario.requireAlone(landscape);
        }
        require(
                scenario == null || scenario.hasPit() || landscape.isPublished(),
                "--depth and --sharpness are the pit's: leave them out of --scenario %s",
                scenario);
        require(
                scenario == Scenario.LINEAR || spread == SPREAD,
                "--spread is the linear scenario's: leave it out, or give --scenario linear");
        require(time >= 1 && time <= MOST_TIME, "--time must be from 1 to %s steps, got %s", MOST_TIME, time);
        require(every >= 1 && every <= time, "--every must be from 1 to --time, %s, got %s", time, every);
        require(
                time / every <= MOST_STATES,
                "--every %s makes %s states, more than %s: give a larger one",
                every,
                time / every,
                MOST_STATES);
        require(cells >= 8 && cells <= MOST_CELLS, "--cells must be from 8 to %s, got %s", MOST_CELLS, cells);
        require(walkers >= 1 && walkers <= MOST_WALKERS, "--walkers must be from 1 to 2^40, got %s", walkers);
        for (var t : errorsAt) {
            require(t > 0 && t <= 0.1, "--errors-at must be above 0 and at most 0.1, got %s", t);
        }
        require(errorsAt.stream().distinct().count() == errorsAt.size(), "--errors-at names one twice");
        var ground = scenario == null ? landscape.landscape() : scenario.landscape(landscape, spread);
        new SgdStep(ground, temperature, batch, innerSteps);
        require(
                scenario != Scenario.DRIFT || batch == ground.datapoints(),
                "--scenario drift has no noise: its --batch is %s, all datapoints; for noise give --scenario pit",
                ground.datapoints());
        var start = start(initial, truncate);
        require(
                !barrier.equals("saddle") || scenario == null || scenario.hasPit(),
                "--scenario %s has no saddle: give --barrier as a number, or none",
                scenario);
        if (!barrier.equals("none")) {
            place(barrier, landscape);
        }
        var ends = ends(domain);
        require(
                ends == null || ends[0] < start.mean() && start.mean() < ends[1],
                "--domain %s does not hold the start's mean, %s",
                domain,
                start.mean());
    }

    /** The landscape. */
    public Landscape ground() {
        return scenario == null ? landscape.landscape() : scenario.landscape(landscape, spread);
    }

    /** What a step of SGD does. */
    public SgdStep step() {
        return new SgdStep(ground(), temperature, batch, innerSteps);
    }

    /** The law of W at time 0. */
    public Start.Normal start() {
        return start(initial, truncate);
    }

    /** Mean and variance of that law. */
    LinearMoments startMoments() {
        var start = start();
        if (start.low() == Double.NEGATIVE_INFINITY) {
            return new LinearMoments(start.mean(), start.sd() * start.sd());
        }
        // Of a normal law above a: mean + sd h, sd^2 (1 + a h - h^2), h = phi(a) / (1 - Phi(a)).
        var a = (start.low() - start.mean()) / start.sd();
        var h = Math.exp(-0.5 * a * a) / Math.sqrt(2 * Math.PI) / (0.5 * Erf.erfc(a / Math.sqrt(2)));
        return new LinearMoments(start.mean() + start.sd() * h, start.sd() * start.sd() * (1 + a * h - h * h));
    }

    /** Beyond this W has escaped; infinite where there is no barrier. */
    public double barrierAt() {
        return hasBarrier() ? place(barrier, landscape) : Double.POSITIVE_INFINITY;
    }

    /** Whether there is a barrier. */
    public boolean hasBarrier() {
        return !barrier.equals("none");
    }

    /** Lower and upper end of the domain asked for; null for a domain as wide as the density spreads. */
    double[] domainEnds() {
        return ends(domain);
    }

    /** When states are looked at: 0, every, 2 every, ... and the last step. */
    public int[] times() {
        var whole = IntStream.rangeClosed(0, time / every).map(k -> k * every);
        return time % every == 0
                ? whole.toArray()
                : IntStream.concat(whole, IntStream.of(time)).toArray();
    }

    /** Whether SGD draws anything. */
    public boolean hasNoise() {
        return new Batches(ground().datapoints(), batch).varianceShare() > 0;
    }

    private static Start.Normal start(String initial, String truncate) {
        var parts = initial.split(":", -1);
        require(parts.length == 3 && parts[0].equals("normal"), INITIAL, initial);
        var low = truncate.equals("none")
                ? Double.NEGATIVE_INFINITY
                : number(truncate, "--truncate must be a number or none, got %s", truncate);
        return new Start.Normal(number(parts[1], INITIAL, initial), number(parts[2], INITIAL, initial), low);
    }

    private static double place(String barrier, LandscapeChoice landscape) {
        return barrier.equals("saddle")
                ? landscape.pocket().barrier()
                : number(barrier, "--barrier must be a number, saddle or none, got %s", barrier);
    }

    private static double[] ends(String domain) {
        if (domain.equals("auto")) {
            return null;
        }
        var problem = "--domain must be auto or LOW:HIGH, the lower end first, got %s";
        var parts = domain.split(":", -1);
        require(parts.length == 2, problem, domain);
        var ends = new double[] {number(parts[0], problem, domain), number(parts[1], problem, domain)};
        require(ends[0] < ends[1], problem, domain);
        return ends;
    }

    private static double number(String text, String problem, String whole) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        require(Double.isFinite(number), problem, whole);
        return number;
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        if (scenario != null) {
            options.put("scenario", scenario.toString());
        }
        if (scenario == null || scenario.hasPit()) {
            landscape.into(options);
        }
        if (scenario == Scenario.LINEAR) {
            options.put("spread", spread);
        }
        options.put("convention", convention.toString());
        options.put("temperature", temperature);
        options.put("time", time);
        options.put("every", every);
        options.put("initial", initial);
        options.put("truncate", truncate);
        options.put("barrier", barrier);
        options.put("domain", domain);
        options.put("cells", cells);
        options.put("batch", batch);
        options.put("inner_steps", innerSteps);
        options.put("walkers", walkers);
        options.put(
                "errors_at",
                errorsAt.isEmpty()
                        ? "none"
                        : errorsAt.stream().map(String::valueOf).collect(Collectors.joining(",")));
        options.put("seed", seed);
        options.put("engine", engine);
        options.put("threads", threads);
        return options;
    }

    /** The same times, as the solver takes them. */
    double[] looks() {
        return IntStream.of(times()).asDoubleStream().toArray();
    }

    /** The last of them alone. */
    double[] lastLook() {
        return DoubleStream.of(time).toArray();
    }
}
