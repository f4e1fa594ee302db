package org.basinlab.atlas;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.Map;
import org.basinlab.experiment.Config;

/**
 * One atlas.
 *
 * <p>Networks of every setting have the seeds {@code seed} to {@code seed + seeds - 1}. The first half of them chooses
 * settings; the others judge, and so do {@code furtherSeeds} more, which only the chosen settings need.
 *
 * @param bases        combinations of the drawn choices, the plain reading among them; each is run with every
 *                     activation, and a setting's training serves every tally window and fork length
 * @param seeds        networks of each setting
 * @param furtherSeeds further networks of each chosen setting
 * @param seed         of the draw of the bases, and the first network's
 * @param data         the folder of images
 * @param engine       that trains
 * @param threads      to train on
 */
public record AtlasConfig(int bases, int seeds, int furtherSeeds, long seed, String data, String engine, int threads)
        implements Config {
    private static final int MOST_BASES = 500;
    /** Four pairs are the fewest that have a T^2. */
    private static final int FEWEST_SEEDS = 8;

    public AtlasConfig {
        require(bases >= 1 && bases <= MOST_BASES, "--bases must be from 1 to %s, got %s", MOST_BASES, bases);
        require(seeds >= FEWEST_SEEDS, "--seeds must be at least %s, got %s", FEWEST_SEEDS, seeds);
        require(furtherSeeds >= 0, "--further-seeds must not be negative, got %s", furtherSeeds);
        require(!data.isBlank(), "--data must name a folder");
    }

    /** Some 280 trainings with 16 seeds each, and with 34 more where the first half of them chooses. */
    public static AtlasConfig standard(long seed) {
        return new AtlasConfig(32, 16, 34, seed, "data/mnist", "auto", 0);
    }

    /** A quarter of it: enough for a look, too few seeds to be sure of a setting. */
    public static AtlasConfig quick(long seed) {
        return new AtlasConfig(24, 8, 0, seed, "data/mnist", "auto", 0);
    }

    /** Whether a network of this seed is one of those that every setting has. */
    boolean common(long networkSeed) {
        return networkSeed >= seed && networkSeed < seed + seeds;
    }

    /** Whether networks of this seed choose settings; all others judge them. */
    boolean chooses(long networkSeed) {
        return networkSeed >= seed && networkSeed < seed + seeds / 2;
    }

    @Override
    public Map<String, Object> options() {
        var options = new LinkedHashMap<String, Object>();
        options.put("bases", bases);
        options.put("seeds", seeds);
        options.put("further_seeds", furtherSeeds);
        options.put("data", data);
        options.put("seed", seed);
        options.put("engine", engine);
        options.put("threads", threads);
        return options;
    }
}
