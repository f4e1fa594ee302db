package org.basinlab.atlas;

import java.util.Locale;

/** What the judging networks say of the published pair in a setting. */
public enum Holding {
    /** The setting's mean pair is surely within the margin of it. */
    SURE,
    /** A network of the setting could be the published one; that its mean is there is not shown. */
    POSSIBLE,
    /** Neither: fewer than one network in twenty of the setting is as far out as the pair, or near it. */
    RULED_OUT,
    /** The choosing networks lie too far from it, or did not learn: not judged. */
    NOT_CHOSEN;

    /** As written in {@code findings.json}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the setting's distribution holds the published pair, surely or possibly. */
    boolean holds() {
        return this == SURE || this == POSSIBLE;
    }
}
