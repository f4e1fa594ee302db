package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.basinlab.atlas.Atlas;
import org.basinlab.atlas.AtlasConfig;
import org.basinlab.data.ImageFolders;
import org.basinlab.experiment.Progress;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.localize.LocalizeSweep;
import org.basinlab.run.Machine;
import org.basinlab.run.Part;
import org.basinlab.run.Provenance;
import org.basinlab.run.RunFolder;
import org.basinlab.sweep.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code basin atlas}: a sweep over what P4 leaves open, and what it tells. */
@Command(
        name = "atlas",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Is the published pair of R2 found anywhere among the choices that P4 does not state?",
            "",
            "Trains networks of many settings, drawn in balance from those choices, with many seeds; settings that one"
                    + " half of the seeds finds near the published pair are judged on the other, and on further seeds of"
                    + " their own.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin atlas --quick                    a look, some minutes",
            "  basin atlas --out atlas                the whole, longer",
            "  basin atlas --out atlas --resume       goes on where it was ended",
            "  basin results atlas/rows \"SELECT activation, avg(weights_r2) FROM replicas GROUP BY ALL\"",
        })
public final class AtlasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "Fewer settings and seeds: 24 bases with 8 seeds.")
    private boolean quick;

    @Option(
            names = "--bases",
            paramLabel = "N",
            description =
                    "Combinations drawn from the choices; each is run with every activation, tally window and fork"
                            + " length (default 32).")
    private Integer bases;

    @Option(names = "--seeds", paramLabel = "N", description = "Networks of each setting, at least 8 (default 16).")
    private Integer seeds;

    @Option(
            names = "--further-seeds",
            paramLabel = "N",
            description = "Further networks of each chosen setting, to judge it (default 34).")
    private Integer furtherSeeds;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/mnist",
            description = "Folder of images in IDX files (default ${DEFAULT-VALUE}).")
    private String data;

    @Option(names = "--resume", description = "Go on in --out; networks that are there are not trained again.")
    private boolean resume;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Part.TABLES.require("basin atlas");
        var started = Instant.now();
        require(!resume || common.out != null, "--resume needs the folder of the atlas: give --out DIR");
        var profile = common.profile();
        var threads = common.resolvedThreads();
        var folder = common.out != null ? common.out : RunFolder.named(Path.of("runs"), Atlas.NAME);
        var config = resume ? AtlasFolder.asked(folder, asked(threads), this::isGiven) : asked(threads);
        var engines = new Engines(profile);
        var experiment = new LocalizeSweep(one -> engines.trainer(Training.of(one)), new ImageFolders(DataFolder::of));
        var sweep = new Sweep<>(experiment, new LocalizeOptions(config.engine()));
        var pool = engines.pool(config.engine(), threads, Stream.empty());
        var stopping = new Stopping("stopped; what is finished is kept in " + folder + ": --resume goes on");
        try (var progress = new ConsoleProgress()) {
            var atlas = new AtlasFolder(folder, config, resume);
            var rows = atlas.rows(sweep, pool, common.quiet ? Progress.NONE : progress);
            var origin = engines.origin(
                    experiment.inputs(LocalizeConfig.p4(config.seed()).withData(config.data())));
            var findings = Atlas.findings(config, rows, origin);
            var files = new ReportFiles(
                    common,
                    CommandText.again(spec.commandLine().getParseResult().originalArgs()));
            var json = files.write(
                    atlas::file, findings, Provenance.of(origin, Machine.cpu(), threads, started), List.of());
            progress.close();
            files.print(findings, json, folder);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the report cannot be written (" + e.getMessage() + "); the rows are kept" + " in " + folder
                            + ": --resume goes on",
                    e);
        } finally {
            stopping.end();
        }
    }

    private AtlasConfig asked(int threads) {
        var standard = quick ? AtlasConfig.quick(common.seed) : AtlasConfig.standard(common.seed);
        return new AtlasConfig(
                bases == null ? standard.bases() : bases,
                seeds == null ? standard.seeds() : seeds,
                furtherSeeds == null ? standard.furtherSeeds() : furtherSeeds,
                common.seed,
                data,
                common.engine,
                threads);
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption("--" + option.replace('_', '-'));
    }
}
