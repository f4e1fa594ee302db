package org.basinlab.sweep;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.basinlab.experiment.InputException;
import org.basinlab.run.Build;
import org.basinlab.run.Json;
import org.basinlab.run.Machine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the rows of a sweep come from: one process that made some.
 *
 * @param version     of Basin
 * @param commit      of its source; null if unknown
 * @param dirty       whether the source differed from that commit; null if unknown
 * @param jvm         the Java virtual machine
 * @param os          operating system and architecture
 * @param cpu         the processor
 * @param gpu         that computed; null where none did
 * @param engine      that it was asked to run on
 * @param threads     that took batches
 * @param started     when, in UTC
 * @param dataDigests SHA-256 of what was read, by name
 */
record SweepProvenance(
        String version,
        String commit,
        Boolean dirty,
        String jvm,
        String os,
        String cpu,
        String gpu,
        String engine,
        int threads,
        String started,
        Map<String, String> dataDigests) {
    private static final String RESUMED = "resumed";

    /** Of this process. */
    static SweepProvenance of(Map<String, String> inputs, Pool pool, Instant started) {
        var build = Build.current();
        return new SweepProvenance(
                build.version(),
                build.commit(),
                build.dirty(),
                Machine.jvm(),
                Machine.os(),
                Machine.cpu(),
                pool.gpu(),
                pool.engine(),
                pool.threads(),
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                inputs);
    }

    /**
     * The text of {@code provenance.json}: the first process, and under {@code resumed} each that went on.
     *
     * @param earlier the text so far, which another version may have written; null if this is the first process
     */
    String after(String earlier) {
        var mapper = Json.mapper();
        if (earlier == null) {
            return Json.text(this) + "\n";
        }
        try {
            var first = mapper.readTree(earlier);
            InputException.require(
                    first instanceof ObjectNode, "provenance.json holds no object: delete it and go on with --resume");
            ((ObjectNode) first).withArray(RESUMED).add((JsonNode) mapper.valueToTree(this));
            return Json.text(first) + "\n";
        } catch (JacksonException e) {
            throw new InputException("provenance.json is damaged: delete it and go on with --resume", e);
        }
    }
}
