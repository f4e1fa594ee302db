package org.basinlab.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.escape.Escape;
import org.basinlab.escape.EscapeConfig;
import org.basinlab.escape.Method;
import org.basinlab.network.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code basin escape}: P1. */
@Command(
        name = "escape",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "With what probability has SGD left a pit of the loss, by temperature and number of steps? (P1)",
            "",
            "A model of one parameter W and a few datapoints: each step picks one and moves W down its loss. Walkers are"
                    + " counted; the operator follows the exact law of W, without chance, and gives the rates of escape;"
                    + " splitting finds probabilities that no walker meets.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin escape                                           P1's pit, from T = 0.004 to 0.025",
            "  basin escape --temperature 0.015,0.02 --steps 100,1000 --json",
            "  basin escape --method walkers,operator --temperature 0.01:0.02:11",
            "  basin escape --method splitting --temperature 0.009 --steps 100 --walkers 100000",
            "  basin escape --depth 2 --sharpness 50                  another pit",
            "  basin escape --datapoint \"(w-1)^2*w^2\" --datapoint \"(w-1)^2*w^2+w/4\" --temperature 0.1,0.2",
        })
public final class EscapeCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default ${DEFAULT-VALUE}).";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            defaultValue = "0.004:0.025:22",
            description = "Temperatures, the learning rate: T,T,T or from:to:count" + DEFAULT)
    private String temperatures;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "100,1000,10000",
            description = "Numbers of steps, ascending" + DEFAULT)
    private String steps;

    @Option(
            names = "--walkers",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many walkers; for splitting, at each level" + DEFAULT)
    private long walkers;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "walkers",
            split = ",",
            description = "One or more of ${COMPLETION-CANDIDATES}" + DEFAULT)
    private List<Method> methods;

    @Mixin
    private LandscapeOptions landscape;

    @Option(
            names = "--start",
            paramLabel = "W",
            defaultValue = "pit",
            description = "Where W begins: a number, or pit: of P1's landscape the minimum of l1, of others that of L"
                    + DEFAULT)
    private String start;

    @Option(
            names = "--barrier",
            paramLabel = "W",
            defaultValue = "saddle",
            description = "Beyond it W has escaped: a number, or saddle: the next maximum to the right" + DEFAULT)
    private String barrier;

    @Option(
            names = "--rate-barrier",
            paramLabel = "W",
            defaultValue = "beyond",
            description =
                    "Beyond it a first passage ends that the rates are of: a number, or beyond: on P1's landscape 1.5,"
                            + " else the barrier" + DEFAULT)
    private String rateBarrier;

    @Mixin
    private StepOptions each;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = "float64",
            description = "Type that walkers are computed in: float32 or float64" + DEFAULT)
    private Precision dtype;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var threads = common.resolvedThreads();
        WalkerEngines.requireKnown(common.engine);
        var config = new EscapeConfig(
                landscape.choice(),
                NumberList.doubles("--temperature", temperatures),
                NumberList.integers("--steps", steps),
                methods,
                start,
                barrier,
                rateBarrier,
                each.batch(1),
                each.innerSteps(),
                walkers,
                dtype,
                common.seed,
                common.engine,
                threads);
        var again = CommandText.again(spec.commandLine().getParseResult().originalArgs());
        var experiment = new Escape(() -> WalkerEngines.of(
                common.engine,
                common.profile(),
                threads,
                config.step(config.temperatures().get(0))));
        return new ExperimentRun(common, again).run(experiment, config, threads);
    }
}
