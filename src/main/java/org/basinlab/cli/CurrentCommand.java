package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.current.CurrentConfig;
import org.basinlab.current.NoiseConvention;
import org.basinlab.current.ProbabilityCurrent;
import org.basinlab.current.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code basin current}: P2. */
@Command(
        name = "current",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "How does the probability of W flow under SGD? (P2)",
            "",
            "The density of W is followed by an equation of drift and diffusion, whose form is a choice; beside it walkers,"
                    + " and SGD's own law without chance. Says how wrong each equation is, and judges what P2 claims.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin current                                  the pit, which defeated the post's solver",
            "  basin current --scenario drift                 no noise, as in the post",
            "  basin current --scenario linear --convention stratonovich --json",
            "  basin current --scenario linear --spread 0.9 --temperature 0.02 --time 1500",
            "  basin current --datapoint \"(w-1)^2\" --datapoint \"(w+1)^2/2\" --temperature 0.1 --time 50"
                    + " --initial normal:0:0.2",
        })
public final class CurrentCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default ${DEFAULT-VALUE}).";
    private static final int STATES = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "One of ${COMPLETION-CANDIDATES}: what P2 validates on (default pit). It sets what is not given:"
                            + " drift T 0.02, 200 steps, normal:0.5:0.175 cut at 0; spreading T 0.1, 100 steps, normal:0:0.1; linear"
                            + " T 0.5, 20 steps, normal:0.5:0.1; pit T 0.015, 1000 steps, normal:PIT:0.001 and the barrier.")
    private Scenario scenario;

    @Mixin
    private LandscapeOptions landscape;

    @Option(
            names = "--spread",
            paramLabel = "S",
            defaultValue = "" + CurrentConfig.SPREAD,
            description = "Of the linear scenario, whose gradients are (1 +- S) W - 2" + DEFAULT)
    private double spread;

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            defaultValue = "ito",
            description = "The equation: one of ${COMPLETION-CANDIDATES}; stratonovich is the post's" + DEFAULT)
    private NoiseConvention convention;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "Temperature, the learning rate. Default: the scenario's.")
    private Double temperature;

    @Option(names = "--time", paramLabel = "N", description = "How many steps of SGD. Default: the scenario's.")
    private Integer time;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Steps between two states. Default: a twentieth of --time.")
    private Integer every;

    @Option(
            names = "--initial",
            paramLabel = "normal:MEAN:SD",
            description = "The law of W at the start. Default: the scenario's.")
    private String initial;

    @Option(
            names = "--truncate",
            paramLabel = "W",
            description = "Nothing of that law lies below: a number, or none. Default: 0 for drift, else none.")
    private String truncate;

    @Option(
            names = "--barrier",
            paramLabel = "W",
            description =
                    "Beyond it W has escaped: a number, none, or saddle: of the pit the maximum of l1, of a landscape of"
                            + " one's own that of L. Default: saddle for pit, else none.")
    private String barrier;

    @Option(
            names = "--domain",
            paramLabel = "LOW:HIGH",
            defaultValue = "auto",
            description =
                    "Where the equation is solved, with closed ends; auto for as far as the density spreads" + DEFAULT)
    private String domain;

    @Option(names = "--cells", paramLabel = "N", defaultValue = "2000", description = "Cells of the mesh" + DEFAULT)
    private int cells;

    @Mixin
    private StepOptions each;

    @Option(names = "--walkers", paramLabel = "N", defaultValue = "50000", description = "How many walkers" + DEFAULT)
    private long walkers;

    @Option(
            names = "--errors-at",
            paramLabel = "T",
            defaultValue = "0.009,0.01,0.012,0.015,0.0175,0.02,0.025",
            description = "Temperatures at which every equation's escape from P1's pit is held against SGD's: T,T,T or"
                    + " from:to:count, or none" + DEFAULT)
    private String errorsAt;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var threads = common.resolvedThreads();
        WalkerEngines.requireKnown(common.engine);
        var config = config(threads);
        var again = CommandText.again(spec.commandLine().getParseResult().originalArgs());
        var experiment =
                new ProbabilityCurrent(() -> WalkerEngines.of(common.engine, common.profile(), threads, config.step()));
        return new ExperimentRun(common, again).run(experiment, config, threads);
    }

    private CurrentConfig config(int threads) {
        var choice = landscape.choice();
        var system = scenario == null && choice.isPit() ? Scenario.PIT : scenario;
        if (system != null) {
            // Before the landscape is asked for a pit that it may not have.
            system.requireAlone(choice);
        }
        require(
                system != null || temperature != null && time != null && initial != null,
                "--datapoint needs --temperature, --time and --initial too: a landscape of one's own has no defaults");
        var steps = time == null ? system.time() : time;
        return new CurrentConfig(
                system,
                choice,
                spread,
                convention,
                temperature == null ? system.temperature() : temperature,
                steps,
                every == null ? Math.max(1, (int) Math.rint((double) steps / STATES)) : every,
                initial == null ? system.initial(choice) : initial,
                truncate != null ? truncate : system == null ? "none" : system.truncate(),
                barrier != null ? barrier : system == null ? "none" : system.barrier(),
                domain,
                cells,
                each.batch(system == Scenario.DRIFT ? 2 : 1),
                each.innerSteps(),
                walkers,
                errorsAt.equals("none") ? List.of() : NumberList.doubles("--errors-at", errorsAt),
                common.seed,
                common.engine,
                threads);
    }
}
