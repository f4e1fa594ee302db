package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.basinlab.causal.Axis;
import org.basinlab.causal.Range;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Noise;
import org.basinlab.dynamics.Stepping;
import org.basinlab.network.Precision;
import org.basinlab.neural.OpInNetworks;
import org.basinlab.neural.dl4j.Dl4jRegressor;
import org.basinlab.optimizing.BuiltIn;
import org.basinlab.optimizing.Op;
import org.basinlab.optimizing.OpConfig;
import org.basinlab.optimizing.Preset;
import org.basinlab.run.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code basin op}: P7 and P8. */
@Command(
        name = "op",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "How much does one part of a system, A, optimize another? (P7, P8)",
            "",
            "A small change of n at the start has an effect on m later: Comp is that effect with A free to respond over the one with A"
                    + " frozen, and Op = -log |Comp|, in nats. By exact derivatives, unless --delta says otherwise.",
            "",
            "A system of one's own is a YAML file of formulas:",
            "",
            "  kind: flow               # or map",
            "  variables: {x: 1, v: 0}  # with their starts",
            "  parameters: {k: 2}",
            "  nodes: {u: -k*x}",
            "  moves: {x: v, v: u - 0.1*v}",
            "  frozen: u",
            "  from: x",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin op thermostat --gain 0.02                P7's, twice as strong",
            "  basin op saturating --integral 5:45:401        P8's amount of optimization",
            "  basin op saturating --map R:5:45:401,time:0:10:201",
            "  basin op lorenz --rho 28 --frozen a --from b --frozen-window 0:10 --time 30",
            "  basin op lorenz --rate --time 5000             the long run, with Lyapunov exponents",
            "  basin op lorenz --map a:-20:20:801,b:-20:20:801 --time 2",
            "  basin op pendulum --map theta:-1.2:1.2:401,omega:-3:3:401",
            "  basin op network                               units of networks that run a thermostat, and more",
            "  basin op network --network runs/x/networks/seed-1.zip --from 406 --to loss",
            "  basin op mine.yaml --to x,u --json",
        })
public final class OpCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default ${DEFAULT-VALUE}).";
    private static final String NETWORK = "network";
    private static final List<String> OF_NETWORKS = List.of(
            "--system",
            "--network",
            "--data",
            "--digits",
            "--images",
            "--networks",
            "--from",
            "--to",
            "--out",
            "--config",
            "--seed",
            "--json",
            "--quiet",
            "--threads",
            "--engine",
            "--device-profile");
    /** Times that are reported, unless told otherwise. */
    private static final int MOMENTS = 2000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SYSTEM",
            description =
                    "thermostat, saturating, lorenz, pid, pendulum, predator-prey, linear, descent, or a YAML file (default"
                            + " thermostat).")
    private String given;

    @Option(
            names = "--system",
            paramLabel = "SYSTEM",
            description = "The same as an option, as configuration files have it; SYSTEM wins over it.")
    private String system;

    @Option(names = "--frozen", paramLabel = "A", description = "Nodes of A: a[,a]. Default: the system's.")
    private String frozen;

    @Option(
            names = "--frozen-window",
            paramLabel = "t0:t1",
            description = "A is frozen from time t0 to t1 alone. Default: always.")
    private String window;

    @Option(
            names = "--from",
            paramLabel = "n",
            description =
                    "The variable that is changed at the start; of a saved network inputs by number, n[,n], or all.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "m",
            description =
                    "Nodes that are looked at: m[,m]. Default: every node outside A, or the system's; of a saved network an"
                            + " output's number, or loss (default 0).")
    private String to;

    @Option(names = "--time", paramLabel = "t", description = "How long. Default: the system's.")
    private Double time;

    @Option(names = "--dt", paramLabel = "h", description = "The time a step takes. Default: the system's.")
    private Double step;

    @Option(
            names = "--integrator",
            paramLabel = "NAME",
            description = "Of flows: one of ${COMPLETION-CANDIDATES} (default rk4).")
    private Integrator integrator;

    @Option(names = "--start", paramLabel = "v,v,v", description = "Where the variables start. Default: the system's.")
    private String start;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Steps between two times that are reported. Default: so that they are 2000 at most.")
    private Long every;

    @Option(
            names = "--delta",
            paramLabel = "d",
            description =
                    "Change n by so much and take differences of worlds, as the posts do, instead of derivatives.")
    private Double delta;

    @Option(
            names = "--disturbance",
            paramLabel = "amplitude:period",
            description = "A sine added to what moves n, in all worlds alike.")
    private String disturbance;

    @Option(
            names = "--noise",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "Normal noise added to n after every step, of standard deviation S sqrt(dt), in all worlds alike"
                            + DEFAULT)
    private double noise;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Parameters of the system, NAME=VALUE[,NAME=VALUE], such as sigma=16.")
    private String set;

    @Option(names = "--gain", paramLabel = "k", description = "Of thermostat: k (default 0.01).")
    private Double gain;

    @Option(names = "--theta", paramLabel = "T", description = "Of saturating: where it saturates (default 1).")
    private Double theta;

    @Option(names = "--power", paramLabel = "p", description = "Of saturating: its power (default 1).")
    private Double power;

    @Option(names = "--rho", paramLabel = "R", description = "Of lorenz: rho (default 28).")
    private Double rho;

    @Option(
            names = "--loss",
            paramLabel = "FORMULA",
            description = "Of descent: the loss, of x and y (default (x^2-1)^2/4 + y^2/2 + x*y/4).")
    private String loss;

    @Option(names = "--temperature", paramLabel = "T", description = "Of descent: the learning rate (default 0.1).")
    private Double temperature;

    @Option(names = "--dimension", paramLabel = "N", description = "Of linear: variables x1, x2, ... (default 6).")
    private Integer dimension;

    @Option(names = "--radius", paramLabel = "R", description = "Of linear: the spectral radius (default 0.95).")
    private Double radius;

    @Option(names = "--rate", description = "Lyapunov exponents beside the rate of Op.")
    private boolean rate;

    @Option(
            names = "--integral",
            paramLabel = "lo:hi:points",
            description =
                    "Integrate 1 - Comp over where n starts: between kinks, or with --delta on the grid as it is.")
    private String integral;

    @Option(
            names = "--map",
            paramLabel = "x:lo:hi:n,y:lo:hi:n",
            description = "Op over a plane of variables' starts, parameters, or time.")
    private String map;

    @Option(
            names = "--dtype",
            paramLabel = "NAME",
            defaultValue = "float64",
            description = "Precision of maps, float32 or float64" + DEFAULT)
    private Precision dtype;

    @Mixin
    private NetworkQuestion network;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var threads = common.resolvedThreads();
        TrajectoryEngines.requireKnown(common.engine);
        var again = CommandText.again(spec.commandLine().getParseResult().originalArgs());
        if (name().equals(NETWORK)) {
            return ofNetworks(again, threads);
        }
        require(!network.isGiven(), "--network is no option of %s: say basin op network", name());
        var config = config(threads);
        return new ExperimentRun(common, again)
                .run(
                        new Op(TrajectoryEngines.of(common.engine, common.profile(), threads), digests()),
                        config,
                        threads);
    }

    private int ofNetworks(String again, int threads) {
        for (var option : spec.commandLine().getParseResult().matchedOptionsSet()) {
            require(
                    OF_NETWORKS.contains(option.longestName()),
                    "%s is no option of network, which has %s",
                    option.longestName(),
                    String.join(", ", OF_NETWORKS));
        }
        require(!common.engine.equals("cuda"), "op network computes on the CPU: leave --engine cuda out");
        Part.ARRAYS.require("basin op network");
        var config = network.config(from, to, common, threads);
        var experiment = new OpInNetworks(new Dl4jRegressor(), () -> network.read(config));
        return new ExperimentRun(common, again).run(experiment, config, threads);
    }

    private String name() {
        return given != null ? given : system != null ? system : BuiltIn.THERMOSTAT.toString();
    }

    private boolean isFile() {
        return Arrays.stream(BuiltIn.values()).noneMatch(b -> b.toString().equals(name()));
    }

    private Map<String, String> digests() {
        return isFile() ? Map.of(name(), FileDigest.of(Path.of(name()))) : Map.of();
    }

    private OpConfig config(int threads) {
        var own = new LinkedHashMap<String, Object>();
        var preset = preset(own);
        var system = preset.stepping().system();
        if (set != null) {
            system = system.with(assignments(set));
        }
        if (start != null) {
            system = system.from(NumberList.doubles("--start", start).stream()
                    .mapToDouble(v -> v)
                    .toArray());
        }
        var n = from != null ? from : preset.from();
        require(n != null, "%s says no from: give --from, one of %s", name(), String.join(", ", system.variables()));
        system.node(n);
        if (disturbance != null) {
            var parts = NumberList.parts("--disturbance", "amplitude:period", disturbance, 2);
            require(system.variables().contains(n), "--disturbance moves a variable, and --from %s is none", n);
            system = system.disturbed(n, parts[0], parts[1]);
        }
        require(integrator == null || system.isFlow(), "--integrator is of flows, and %s is a map", name());
        var stepping = new Stepping(
                system,
                integrator != null ? integrator : preset.stepping().integrator(),
                step != null ? step : preset.stepping().step(),
                noise == 0 ? Noise.NONE : new Noise(system.variables().indexOf(n), noise, common.seed));
        var duration = time != null ? time : preset.time();
        var a = frozen != null ? words(frozen) : preset.frozen();
        require(
                !a.isEmpty(),
                "%s says nothing about A: give --frozen, of %s",
                name(),
                String.join(", ", system.nodes()));
        var m = to != null ? words(to) : usual(preset, a, n);
        return new OpConfig(
                name(),
                stepping,
                own,
                a,
                window,
                n,
                m,
                duration,
                every != null ? every : Math.max(1, (stepping.steps(duration) + MOMENTS - 1) / MOMENTS),
                delta,
                disturbance,
                rate,
                integral == null ? null : range("--integral", "lo:hi:points", integral),
                map == null ? List.of() : axes(),
                dtype,
                common.seed,
                common.engine,
                threads);
    }

    /** The system's own m, unless A or n are not its own. */
    private static List<String> usual(Preset preset, List<String> a, String n) {
        return Set.copyOf(a).equals(Set.copyOf(preset.frozen())) && n.equals(preset.from()) ? preset.to() : List.of();
    }

    private Preset preset(Map<String, Object> own) {
        var values = new BuiltIn.Values(
                or(gain, BuiltIn.Values.PUBLISHED.gain()),
                or(theta, BuiltIn.Values.PUBLISHED.theta()),
                or(power, BuiltIn.Values.PUBLISHED.power()),
                or(rho, BuiltIn.Values.PUBLISHED.rho()),
                or(loss, BuiltIn.Values.PUBLISHED.loss()),
                or(temperature, BuiltIn.Values.PUBLISHED.temperature()),
                or(dimension, BuiltIn.Values.PUBLISHED.dimension()),
                or(radius, BuiltIn.Values.PUBLISHED.radius()),
                common.seed);
        if (isFile()) {
            requireNone(Map.of());
            require(
                    Files.isRegularFile(Path.of(name())),
                    "there is no system %s: give one of %s, or a YAML file",
                    name(),
                    BuiltIn.names());
            return DynamicsFile.read(Path.of(name()));
        }
        var builtIn = Arrays.stream(BuiltIn.values())
                .filter(b -> b.toString().equals(name()))
                .findFirst()
                .orElseThrow();
        own.putAll(builtIn.own(values));
        requireNone(own);
        return builtIn.with(values);
    }

    /** Options of other systems would do nothing. */
    private void requireNone(Map<String, Object> own) {
        var others = new LinkedHashMap<String, Object>();
        others.put("gain", gain);
        others.put("theta", theta);
        others.put("power", power);
        others.put("rho", rho);
        others.put("loss", loss);
        others.put("temperature", temperature);
        others.put("dimension", dimension);
        others.put("radius", radius);
        others.forEach((option, value) ->
                require(value == null || own.containsKey(option), "--%s is no option of %s", option, name()));
    }

    private static <T> T or(T value, T otherwise) {
        return value != null ? value : otherwise;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).distinct().toList();
    }

    private static Map<String, Double> assignments(String text) {
        var values = new LinkedHashMap<String, Double>();
        for (var part : text.split(",")) {
            var sides = part.split("=", -1);
            require(sides.length == 2, "--set must be NAME=VALUE[,NAME=VALUE], got %s", text);
            values.put(
                    sides[0].strip(),
                    NumberList.number("--set", part, sides[1], Double::valueOf, "NAME=VALUE with a number"));
        }
        return values;
    }

    private List<Axis> axes() {
        var axes = new ArrayList<Axis>();
        for (var part : map.split(",")) {
            var colon = part.indexOf(':');
            require(colon > 0, "--map must be x:lo:hi:n,y:lo:hi:n, got %s", map);
            axes.add(
                    new Axis(part.substring(0, colon).strip(), range("--map", "x:lo:hi:n", part.substring(colon + 1))));
        }
        return axes;
    }

    private static Range range(String option, String shape, String text) {
        var parts = NumberList.parts(option, shape, text, 3);
        require(
                parts[2] == Math.rint(parts[2]),
                "%s must be %s with a whole number of points, got %s",
                option,
                shape,
                text);
        return new Range(parts[0], parts[1], (int) parts[2]);
    }
}
