package org.basinlab.atlas;

import java.util.List;
import java.util.Map;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Table;

/**
 * The atlas of P4's unstated choices: is the published pair of R^2 (0.28 over the weights, 0.17 over the biases) found
 * anywhere among them, what drives each R^2, and does the correlation need a ReLU-like activation?
 *
 * <p>A run of it: networks of every point of {@link AtlasDesign#points} with the first seeds; with the further seeds of
 * the points that those rows choose; then findings from all rows. Every rule is fixed before: see {@link Judging},
 * {@link VarianceShares}, {@link Contrast} and {@link ActivationRule}.
 *
 * <p>A table of rows has a column for each option of {@link Choice}, {@code seed}, {@code diverged} (true or 1),
 * {@code weights_r}, {@code biases_r}, {@code hidden_weights_r}, {@code weights_shuffled_r} (the mean of
 * {@code hidden_weights_r} when tallies are dealt out anew among the hidden neurons), {@code per_pixel_mean},
 * {@code phase1_accuracy} and {@code test_accuracy}; others are not read.
 */
public final class Atlas {
    /** The experiment's name on the command line and in {@code findings.json}. */
    public static final String NAME = "atlas";

    private Atlas() {}

    /** The points, as {@link AtlasDesign#points} spells them, that need networks of the further seeds. */
    public static List<Map<String, String>> chosen(AtlasConfig config, Table rows) {
        return new Judging(config)
                .chosen(NetworkRows.of(rows)).stream().map(Setting::options).toList();
    }

    /**
     * All that the rows say.
     *
     * @param rows   one a network, in any order; those of the further seeds may be missing
     * @param origin the engine and the data they came from
     */
    public static Findings findings(AtlasConfig config, Table rows, Origin origin) {
        var results = AtlasResults.of(config, NetworkRows.of(rows));
        return new Findings(
                NAME,
                config,
                results.verdict().answer(),
                AtlasClaims.of(results),
                results,
                AtlasNumbers.of(results),
                new AtlasFigures(results).of(),
                origin);
    }
}
