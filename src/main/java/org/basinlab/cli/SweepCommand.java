package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.basinlab.data.ImageFolders;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.localize.LocalizeSweep;
import org.basinlab.run.Json;
import org.basinlab.run.Part;
import org.basinlab.run.RunFolder;
import org.basinlab.sweep.Axis;
import org.basinlab.sweep.Pool;
import org.basinlab.sweep.Seeds;
import org.basinlab.sweep.Sweep;
import org.basinlab.sweep.SweepFile;
import org.basinlab.sweep.SweepFolder;
import org.basinlab.sweep.SweepPlan;
import org.basinlab.sweep.SweepRequest;
import org.basinlab.sweep.SweepResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code basin sweep}: {@code basin localize} many times. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Runs basin localize many times: over values of its options, each with many seeds.",
            "",
            "Rows are stored as soon as they are there, a row a run; basin results reads them, also meanwhile. A sweep"
                    + " that was ended, however, goes on with --resume where it was.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin sweep --over learning_rate=log:0.0001:0.1:4 --over activation=softplus,relu --seeds 1..50",
            "  basin sweep --over hidden=10:100:4 --over \"digits=1,7:6,8;3,5:4,9\" --out sizes",
            "  basin sweep --over \"hidden=100,50;\" --seeds 1..20      one value that holds a comma",
            "  basin sweep --over learning_rate=log:0.0001:0.1:2 --over tally_from=0:0.9:2 --random 100",
            "  basin sweep --resume --out sizes                       goes on",
            "  basin sweep --resume --out sizes --seeds 1..100        the same with more seeds",
            "  basin sweep --config sweep.yaml                        over:, seeds: and so on from a file",
            "",
            "The options of basin localize are those of basin localize --help. A sweep's folder keeps sweep.yaml, which"
                    + " --config takes."
        })
public final class SweepCommand implements Callable<Integer> {
    private static final String ENGINE = "auto";

    @Option(
            names = "--over",
            paramLabel = "OPTION=VALUES",
            description = "Sweep over an option: v,v,v or from:to:count or log:from:to:count (both ends are among the"
                    + " values); v;v where values hold commas. One value fixes it. Repeatable.")
    private List<String> over = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            description = "Seeds that every point is run with, such as 1..200 or 1..50,101..110 or 7 (default 1).")
    private String seeds;

    @Option(
            names = "--random",
            paramLabel = "N",
            description = "Not the whole grid: N points drawn from it, each option apart; from:to is uniform,"
                    + " log:from:to uniform in the logarithm, whatever the count.")
    private Integer random;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draws of --random (default 1).")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write; must not hold rows, but with --resume. Default: runs/TIME-sweep.")
    private Path out;

    @Option(
            names = "--resume",
            description = "Go on in --out; what is there is not run again. Alone, it takes what was asked from there.")
    private boolean resume;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with over: and the options here as keys; options given here win over it.")
    private Path config;

    @Option(names = "--on", paramLabel = "WHERE", description = "local: on this machine (default).")
    private String on;

    @Option(names = "--master", paramLabel = "URL", description = "Of a Spark cluster; not in this version.")
    private String master;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "CPU threads; 0 for what the device's profile says (default). Results do not depend on it.")
    private Integer threads;

    @Option(names = "--engine", paramLabel = "NAME", description = "Engine of every run (default auto).")
    private String engine;

    @Option(
            names = "--device-profile",
            paramLabel = "NAME",
            description = "Shape of the work, as for basin localize. Default: by the device found.")
    private String deviceProfile;

    @Option(names = "--json", description = "Print one JSON object on standard output and nothing else.")
    private boolean json;

    private boolean quiet;

    @Option(names = "--quiet", description = "No progress and no remarks on standard error.")
    void quiet(boolean quiet) {
        this.quiet = quiet;
        if (quiet) {
            System.setProperty("basin.log", "ERROR");
        }
    }

    @Override
    public Integer call() {
        Part.TABLES.require("basin sweep");
        var file = file();
        requireLocal(file);
        var request = request(file);
        var profile = CommonOptions.profile(chosen(deviceProfile, file, "device_profile", null));
        var engines = new Engines(profile);
        var cores = CommonOptions.threads(number(threads, file, "threads", 0).intValue(), profile);
        var sweep = new Sweep<>(
                new LocalizeSweep(one -> engines.trainer(Training.of(one)), new ImageFolders(DataFolder::of)),
                new LocalizeOptions(request.engine()));
        var plan = sweep.plan(request);
        var pool = engines.pool(request.engine(), cores, plan.configs().map(Training::of));
        var folder = out != null ? out : RunFolder.named(Path.of("runs"), "sweep");
        var result = run(sweep, plan, folder, pool);
        var different = plan.size() / request.seeds().count();
        if (!quiet && different < request.random()) {
            System.err.println("of " + request.random() + " points drawn, " + different + " are different");
        }
        System.out.print(json ? Json.text(result) + "\n" : words(result));
        return 0;
    }

    private SweepResult run(Sweep<LocalizeConfig> sweep, SweepPlan<LocalizeConfig> plan, Path folder, Pool pool) {
        var start = resume ? SweepFolder.Start.RESUME : SweepFolder.Start.NEW;
        var stopping = new Stopping("stopped; what is finished is kept in " + folder + ": --resume goes on");
        try (var progress = new ConsoleProgress()) {
            return sweep.run(plan, folder, start, pool, quiet ? Progress.NONE : progress);
        } finally {
            stopping.end();
        }
    }

    /** What is asked beside the flags: in the file named, or in the folder where the sweep goes on. */
    private SweepFile file() {
        require(!resume || out != null, "--resume needs the folder of the sweep: give --out DIR");
        if (config != null) {
            return SweepFile.read(config);
        }
        if (resume && over.isEmpty()) {
            var kept = SweepFolder.request(out);
            require(
                    Files.isRegularFile(kept),
                    "there is no sweep in %s to go on with: name its folder, or leave out --resume",
                    out);
            return SweepFile.read(kept);
        }
        return SweepFile.EMPTY;
    }

    private void requireLocal(SweepFile file) {
        var where = chosen(on, file, "on", "local");
        require(where.equals("local") || where.equals("spark"), "--on takes local or spark, got %s", where);
        require(
                where.equals("local") && chosen(master, file, "master", null) == null,
                "Spark (--on spark, --master) is not in this version: leave it out to run on this machine");
    }

    private SweepRequest request(SweepFile file) {
        var experiment = chosen(null, file, "experiment", "localize");
        require(experiment.equals("localize"), "no sweep of %s in this version; there is localize", experiment);
        var axes = axes(file);
        var spelled = chosen(seeds, file, "seeds", null);
        require(
                spelled != null || !axes.isEmpty() || !file.points().isEmpty(),
                "nothing to sweep over: give --over OPTION=VALUES, --seeds, or --config FILE");
        require(random == null || random >= 1, "--random must be at least 1, got %s", random);
        return new SweepRequest(
                experiment,
                axes,
                file.points(),
                Seeds.parse(spelled == null ? "1" : spelled),
                number(random, file, "random", 0).intValue(),
                number(seed, file, "seed", 1).longValue(),
                chosen(engine, file, "engine", ENGINE));
    }

    /** The file's, each replaced by the flag for the same option, and the other flags. */
    private List<Axis> axes(SweepFile file) {
        var flags = new ArrayList<Axis>();
        for (var text : over) {
            var axis = Axis.parse(text);
            require(
                    flags.stream().noneMatch(other -> other.option().equals(axis.option())),
                    "--over %s is given twice: give all its values in one",
                    axis.option());
            flags.add(axis);
        }
        var all = new LinkedHashMap<String, Axis>();
        Stream.concat(file.over().stream(), flags.stream()).forEach(axis -> all.put(axis.option(), axis));
        return List.copyOf(all.values());
    }

    private static String words(SweepResult result) {
        return String.format(
                "%d rows in %s, %d of them from earlier%s; %d batches in %.1f s%s%n",
                result.rows(),
                result.folder(),
                result.finishedEarlier(),
                result.otherRows() == 0 ? "" : ", beside " + result.otherRows() + " that were not asked for now",
                result.batches(),
                result.seconds(),
                Double.isNaN(result.rowsPerSecond()) ? "" : String.format(", %.1f rows/s", result.rowsPerSecond()));
    }

    private static String chosen(String flag, SweepFile file, String key, String otherwise) {
        return flag != null ? flag : file.words().getOrDefault(key, otherwise);
    }

    private static Number number(Number flag, SweepFile file, String key, long otherwise) {
        if (flag != null || !file.words().containsKey(key)) {
            return flag != null ? flag : otherwise;
        }
        try {
            return key.equals("seed")
                    ? (Number) Long.valueOf(file.words().get(key))
                    : Integer.valueOf(file.words().get(key));
        } catch (NumberFormatException e) {
            throw new InputException(
                    key + ": expected a whole number, got " + file.words().get(key), e);
        }
    }
}
