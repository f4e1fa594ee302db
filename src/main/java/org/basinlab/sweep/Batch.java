package org.basinlab.sweep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.basinlab.data.Sha256;
import org.basinlab.experiment.Config;

/**
 * Runs that are made together, and stored in one part.
 *
 * @param runs with equal keys of sharing
 */
record Batch<C extends Config>(List<Run<C>> runs) {
    Batch {
        runs = List.copyOf(runs);
    }

    /** By which its part is named: SHA-256 of its runs' digests. */
    String digest() {
        return Sha256.of(
                runs.stream().map(Run::digest).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
    }

    List<C> configs() {
        return runs.stream().map(Run::config).toList();
    }
}
