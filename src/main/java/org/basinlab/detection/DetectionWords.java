package org.basinlab.detection;

import java.util.List;
import java.util.Locale;

/** The answer in a sentence. */
public final class DetectionWords {
    private DetectionWords() {}

    /** For {@link org.basinlab.experiment.Findings}. */
    public static String headline(DetectionResult result) {
        var selecting = result.selecting();
        var controls = result.controls();
        var clean = result.noise().get(0);
        return String.format(
                Locale.ROOT,
                "A comparator is found in %d of %d small networks that learnt max of k, the whole circuit in %d, and in %d of %d"
                        + " controls; of planted ones %d of %d are found at noise %s.",
                hits(selecting),
                selecting.size(),
                selecting.stream().filter(DetectionResult.WildNetwork::whole).count(),
                hits(controls),
                controls.size(),
                clean.counts().right(),
                clean.counts().planted(),
                clean.noise());
    }

    private static long hits(List<DetectionResult.WildNetwork> networks) {
        return networks.stream().filter(n -> !n.comparators().isEmpty()).count();
    }
}
