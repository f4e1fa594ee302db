package org.basinlab.neural;

import java.util.Map;

/**
 * A trained network and what it is asked about.
 *
 * @param network a causal network
 * @param inputs  points x inputs
 * @param m       what is acted on
 * @param digests SHA-256 of the files they came from, by name
 */
public record Asked(FeedForward network, double[] inputs, Outcome m, Map<String, String> digests) {
    /** The input that varies most over the datapoints: one that never varies has nothing to be asked. */
    int liveliest() {
        var count = network.inputs();
        var points = inputs.length / count;
        var best = 0;
        var most = -1.0;
        for (var i = 0; i < count; i++) {
            var sum = 0.0;
            var squares = 0.0;
            for (var p = 0; p < points; p++) {
                var value = inputs[p * count + i];
                sum += value;
                squares += value * value;
            }
            var variance = squares / points - sum / points * (sum / points);
            if (variance > most) {
                most = variance;
                best = i;
            }
        }
        return best;
    }
}
