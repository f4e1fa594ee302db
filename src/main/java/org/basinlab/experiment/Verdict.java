package org.basinlab.experiment;

import java.util.Locale;

/** What became of a claim. */
public enum Verdict {
    /** Our number is the published one, within the margin stated beforehand. */
    REPRODUCED,
    /** What was claimed is absent, or has the other sign. */
    NOT_REPRODUCED,
    /** What was claimed is there, with another number or for another reason. */
    DIFFERS,
    /** This run cannot judge it. */
    NOT_TESTED;

    /** As written in {@code findings.json}: lower case with underscores. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
