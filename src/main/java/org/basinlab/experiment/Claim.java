package org.basinlab.experiment;

import org.basinlab.stats.Interval;

/**
 * A published statement beside what this run found.
 *
 * @param source    the document it stands in, such as {@code P4}
 * @param statement what was claimed, in our words
 * @param published the published number; null where the claim has none
 * @param ours      our number; null where the run has none
 * @param ci95      95% interval of our number; null where there is none
 * @param verdict   by a rule fixed before the run
 * @param because   the rule and the numbers that decided, in a sentence
 */
public record Claim(
        String source,
        String statement,
        Double published,
        Double ours,
        Interval ci95,
        Verdict verdict,
        String because) {}
