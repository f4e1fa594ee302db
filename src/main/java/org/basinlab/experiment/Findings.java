package org.basinlab.experiment;

import java.util.List;

/**
 * All that a run found, as plain data. Nothing here knows where it will be written or drawn.
 *
 * @param experiment the experiment's name
 * @param config     the configuration it ran with
 * @param headline   the answer in one sentence
 * @param claims     published statements with their verdicts
 * @param results    a record whose components, in snake case, are the experiment's own keys of
 *                   {@code findings.json}
 * @param keyNumbers the numbers to look at first, for people
 * @param figures    what to draw
 * @param origin     the engine and the data it came from
 */
public record Findings(
        String experiment,
        Config config,
        String headline,
        List<Claim> claims,
        Record results,
        List<KeyNumbers> keyNumbers,
        List<Figure> figures,
        Origin origin) {
    public Findings {
        claims = List.copyOf(claims);
        keyNumbers = List.copyOf(keyNumbers);
        figures = List.copyOf(figures);
    }
}
