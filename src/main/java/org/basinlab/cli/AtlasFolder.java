package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.basinlab.atlas.Atlas;
import org.basinlab.atlas.AtlasConfig;
import org.basinlab.atlas.AtlasDesign;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.run.ConfigFile;
import org.basinlab.sweep.Pool;
import org.basinlab.sweep.Seeds;
import org.basinlab.sweep.Sweep;
import org.basinlab.sweep.SweepFolder;
import org.basinlab.sweep.SweepPlan;
import org.basinlab.sweep.SweepRequest;

/**
 * The folder of an atlas: {@code config.yaml}, what was asked; {@code rows/}, its sweep; and, once all rows are there,
 * the findings and the page.
 */
final class AtlasFolder {
    private static final String ASKED = "config.yaml";

    private final Path folder;
    private final AtlasConfig config;

    private final boolean resume;

    /**
     * A folder that is new, or goes on.
     *
     * @throws InputException if a new one is there already
     */
    AtlasFolder(Path folder, AtlasConfig config, boolean resume) {
        this.folder = folder;
        this.config = config;
        this.resume = resume;
        try {
            if (!resume) {
                requireFree();
            }
        } catch (IOException e) {
            throw new InputException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private void begin() {
        try {
            if (!resume) {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(ASKED), ConfigFile.text(Atlas.NAME, config.options()));
            }
        } catch (IOException e) {
            throw new InputException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private void requireFree() throws IOException {
        if (Files.exists(folder)) {
            require(Files.isDirectory(folder), "--out %s is a file: give another", folder);
            try (var inside = Files.list(folder)) {
                require(
                        inside.findAny().isEmpty(),
                        "%s is there already: add --resume to go on with it, or give another --out",
                        folder);
            }
        }
    }

    /**
     * What was asked of the atlas in a folder.
     *
     * @param now   what is asked this time
     * @param given whether an option is named this time; then it must be as it was
     */
    static AtlasConfig asked(Path folder, AtlasConfig now, Predicate<String> given) {
        var file = folder.resolve(ASKED);
        require(Files.isRegularFile(file), "there is no atlas in %s to go on with: leave out --resume", folder);
        var kept = ConfigFile.read(file, Atlas.NAME);
        now.options().forEach((option, value) -> {
            require(kept.containsKey(option), "%s does not say %s: it is no atlas's", file, option);
            require(
                    option.equals("threads")
                            || !given.test(option)
                            || kept.get(option).equals(value.toString()),
                    "the atlas in %s has %s: %s; leave the option out to go on with it, or give another --out",
                    folder,
                    option,
                    kept.get(option));
        });
        try {
            return new AtlasConfig(
                    Integer.parseInt(kept.get("bases")),
                    Integer.parseInt(kept.get("seeds")),
                    Integer.parseInt(kept.get("further_seeds")),
                    Long.parseLong(kept.get("seed")),
                    kept.get("data"),
                    kept.get("engine"),
                    now.threads());
        } catch (NumberFormatException e) {
            throw new InputException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Trains what is not there yet: networks of every setting, then further ones of the chosen settings. */
    Table rows(Sweep<LocalizeConfig> sweep, Pool pool, Progress progress) {
        var points = AtlasDesign.points(config).stream().map(this::withData).toList();
        var last = config.seed() + config.seeds() - 1;
        var plan = plan(sweep, points, Seeds.of(config.seed(), last));
        begin();
        run(sweep, plan, pool, progress);
        var rows = all();
        var chosen = Atlas.chosen(config, rows).stream().map(this::withData).toList();
        if (chosen.isEmpty() || config.furtherSeeds() == 0) {
            return rows;
        }
        run(sweep, plan(sweep, chosen, Seeds.of(last + 1, last + config.furtherSeeds())), pool, progress);
        return all();
    }

    private SweepPlan<LocalizeConfig> plan(Sweep<LocalizeConfig> sweep, List<Map<String, String>> points, Seeds seeds) {
        return sweep.plan(SweepRequest.of("localize", points, seeds, config.engine()));
    }

    private void run(Sweep<LocalizeConfig> sweep, SweepPlan<LocalizeConfig> plan, Pool pool, Progress progress) {
        var rows = folder.resolve("rows");
        var start = Files.isDirectory(rows) ? SweepFolder.Start.RESUME : SweepFolder.Start.NEW;
        sweep.run(plan, rows, start, pool, progress);
    }

    private Map<String, String> withData(Map<String, String> point) {
        var whole = new LinkedHashMap<>(point);
        whole.put("data", config.data());
        return whole;
    }

    private Table all() {
        return SweepFolder.table(folder.resolve("rows"), "SELECT * FROM replicas");
    }

    /** Where a file of the report goes. */
    Path file(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(".").normalize());
        return file;
    }
}
