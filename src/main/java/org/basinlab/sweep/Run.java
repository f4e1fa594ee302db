package org.basinlab.sweep;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.basinlab.data.Sha256;
import org.basinlab.experiment.Config;

/**
 * One run of a sweep: a point with a seed.
 *
 * @param config   its configuration
 * @param digest   SHA-256 of all that its numbers depend on, by which it is known
 * @param sharing  what it can share with other runs
 * @param training what it is one training of, with other runs
 */
record Run<C extends Config>(C config, String digest, Object sharing, Object training) {
    /**
     * The digest of a run. Its text is made here, letter by letter, so that no change of a library changes it.
     *
     * @param options that its numbers depend on
     * @param inputs  digests of what it reads, by name
     */
    static String digest(String experiment, Map<String, Object> options, Map<String, String> inputs) {
        var text = new StringBuilder(experiment).append('\0');
        new TreeMap<>(options)
                .forEach((name, value) ->
                        text.append(name).append('\0').append(value).append('\0'));
        new TreeMap<>(inputs)
                .forEach((name, value) ->
                        text.append(name).append('\0').append(value).append('\0'));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
