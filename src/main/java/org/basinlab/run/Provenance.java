package org.basinlab.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.basinlab.experiment.Origin;
import tools.jackson.core.type.TypeReference;

/**
 * Where a run's numbers come from: enough to run it again and to explain a difference.
 *
 * @param version     of Basin
 * @param commit      of its source; null if unknown
 * @param dirty       whether the source differed from that commit; null if unknown
 * @param jvm         the Java virtual machine
 * @param os          operating system and architecture
 * @param backend     ND4J's backend; null where none was used
 * @param blas        the linear algebra library; null where none was used
 * @param cpu         the processor
 * @param gpu         the GPU that computed; null where none did
 * @param engine      the engine that ran
 * @param threads     that it might use
 * @param started     when, in UTC
 * @param seconds     how long it took
 * @param dataDigests SHA-256 of each data file's uncompressed content
 */
public record Provenance(
        String version,
        String commit,
        Boolean dirty,
        String jvm,
        String os,
        String backend,
        String blas,
        String cpu,
        String gpu,
        String engine,
        int threads,
        String started,
        double seconds,
        Map<String, String> dataDigests) {
    /** Of a run that ends now. */
    public static Provenance of(Origin origin, String cpu, int threads, Instant started) {
        var build = Build.current();
        return new Provenance(
                build.version(),
                build.commit(),
                build.dirty(),
                Machine.jvm(),
                Machine.os(),
                origin.backend(),
                origin.blas(),
                cpu,
                origin.gpu(),
                origin.engine(),
                threads,
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                Duration.between(started, Instant.now()).toMillis() / 1000.0,
                new TreeMap<>(origin.dataDigests()));
    }

    /** As {@code findings.json} has it, key by key. */
    public Map<String, Object> entries() {
        return Json.mapper().convertValue(this, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
