package org.basinlab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What the running code was built from.
 *
 * @param version of Basin
 * @param commit  of its source; null where it was not built from a Git checkout
 * @param dirty   whether the source differed from that commit; null where there was none
 * @param backend ND4J's backend it was built with
 */
public record Build(String version, String commit, Boolean dirty, String backend) {
    /** Of this very program. */
    public static Build current() {
        var properties = new Properties();
        try (var in = Build.class.getResourceAsStream("/org/basinlab/build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var commit = properties.getProperty("commit");
        // Outside a Git checkout nothing was there to put in the placeholder's place.
        var known = !commit.startsWith("$");
        return new Build(
                properties.getProperty("version"),
                known ? commit : null,
                known ? Boolean.valueOf(properties.getProperty("dirty")) : null,
                properties.getProperty("backend"));
    }

    /** Version and commit on one line. */
    public String label() {
        if (commit == null) {
            return version;
        }
        return version + " (" + commit.substring(0, Math.min(12, commit.length())) + (dirty ? ", modified)" : ")");
    }
}
