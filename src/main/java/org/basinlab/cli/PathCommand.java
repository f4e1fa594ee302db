package org.basinlab.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.escape.PathConfig;
import org.basinlab.escape.Paths;
import org.basinlab.escape.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code basin path}: P1's single paths. */
@Command(
        name = "path",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Single paths of W down a loss: gradient descent, SGD, Newton's form. (P1)",
            "",
            "A path of SGD is that of a walker of basin escape with the same seed: walker 0, 1, ...",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin path                                             gradient descent and SGD on P1's landscape",
            "  basin path --rule descent --datapoint \"-exp(-(w-2)^2)\" --temperature 1,0.1,0.5 --start 0 --steps 60",
            "  basin path --rule sgd --temperature 0.02 --start 1 --paths 5 --steps 1000",
            "  basin path --rule newton --temperature 0.5,1 --start 1.8",
            "  basin path --json | jq '.paths[0].w[-1]'",
        })
public final class PathCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default ${DEFAULT-VALUE}).";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            defaultValue = "descent,sgd",
            split = ",",
            description = "One or more of ${COMPLETION-CANDIDATES}" + DEFAULT)
    private List<Rule> rules;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            defaultValue = "0.05",
            description = "Temperatures, the learning rate; k of Newton's form: T,T,T or from:to:count" + DEFAULT)
    private String temperatures;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "300", description = "How many steps" + DEFAULT)
    private int steps;

    @Option(
            names = "--start",
            paramLabel = "W",
            defaultValue = "0,4",
            description = "Where paths begin: W,W,W or from:to:count" + DEFAULT)
    private String starts;

    @Option(
            names = "--paths",
            paramLabel = "N",
            defaultValue = "2",
            description = "Paths of SGD from each start at each temperature" + DEFAULT)
    private int paths;

    @Mixin
    private LandscapeOptions landscape;

    @Mixin
    private StepOptions each;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var config = new PathConfig(
                landscape.choice(),
                rules,
                NumberList.doubles("--temperature", temperatures),
                steps,
                NumberList.doubles("--start", starts),
                paths,
                each.batch(1),
                each.innerSteps(),
                common.seed);
        var again = CommandText.again(spec.commandLine().getParseResult().originalArgs());
        return new ExperimentRun(common, again).run(new Paths(), config, common.resolvedThreads());
    }
}
