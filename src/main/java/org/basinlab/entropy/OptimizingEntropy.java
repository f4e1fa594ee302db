package org.basinlab.entropy;

import java.util.Map;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Tables;

/**
 * P5 and P6, "Defining Optimization in a Deeper Way", parts 1 and 2: how many bits a joint law removes from the future
 * because its parts are correlated ({@link Bits}), of finite systems and of a continuous thermostat; and what the posts
 * say of it.
 */
public final class OptimizingEntropy implements Experiment<EntropyConfig> {
    @Override
    public String name() {
        return "entropy";
    }

    @Override
    public Findings run(EntropyConfig config, Progress progress, Tables tables) {
        var results =
                config.finite() == null ? new ContinuousRun(config).run(progress) : finite(config, progress, tables);
        progress.note("claims");
        var claims = EntropyClaims.all();
        EntropyTables.of(results).forEach(tables::accept);
        return new Findings(
                name(),
                config,
                EntropyWords.headline(config, results),
                claims,
                results,
                EntropyWords.numbers(results),
                new EntropyFigures(config, results).all(),
                new Origin(
                        config.finite() == null ? "closed forms, nearest neighbours" : "exact",
                        null,
                        null,
                        null,
                        config.finite() == null ? Map.of() : config.finite().digests()));
    }

    private static EntropyResults finite(EntropyConfig config, Progress progress, Tables tables) {
        progress.begin("entropy", 1);
        var finite = config.finite();
        var course = Course.of(finite.map(), finite.split(), config.law(), config.steps());
        tables.accept(EntropyTables.laws(course));
        var results = EntropyNumbers.of(config, course);
        progress.advance(1);
        return results;
    }
}
