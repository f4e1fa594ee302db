package org.basinlab.knowledge.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The networks that one initialization is trained to: each in another world. */
public enum Twin {
    /** The world as it is: what the others are held against. */
    BASE("base"),
    /** The same, once more: its change must be exactly 0. */
    NONE("untouched"),
    /** A stroke on every image of a class. */
    STROKE("stroke"),
    /** The changes of a stroke at random pixels, in each image at others. */
    STROKE_SCATTERED("stroke scattered"),
    /** The changes of a stroke at random pixels, in all images at the same: structured, but not localized. */
    STROKE_SAME_PLACES("stroke, same places"),
    /** An eye on every image of a class. */
    EYE("eye"),
    /** As {@link #STROKE_SCATTERED}. */
    EYE_SCATTERED("eye scattered"),
    /** As {@link #STROKE_SAME_PLACES}. */
    EYE_SAME_PLACES("eye, same places"),
    /** No image is edited, but they come in another order: for scale. */
    ORDER("other order");

    /** What the hypothesis is about. */
    public static final List<Twin> STRUCTURED = List.of(STROKE, EYE);

    private final String words;

    Twin(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** The unstructured rival of a structured edit, of the same energy and count. */
    public Twin scattered() {
        return this == STROKE ? STROKE_SCATTERED : EYE_SCATTERED;
    }

    /** The rival that is structured, but not localized. */
    public Twin samePlaces() {
        return this == STROKE ? STROKE_SAME_PLACES : EYE_SAME_PLACES;
    }

    /** All that a structured edit is compared with. */
    public List<Twin> rivals() {
        return List.of(scattered(), samePlaces(), ORDER);
    }

    /** The structured edit that it makes, or is a rival of by energy; null for none. */
    public Twin structured() {
        return switch (this) {
            case STROKE, STROKE_SCATTERED, STROKE_SAME_PLACES -> STROKE;
            case EYE, EYE_SCATTERED, EYE_SAME_PLACES -> EYE;
            default -> null;
        };
    }

    /** Whether its world is the same in every replica. */
    boolean isShared() {
        return this == BASE || this == NONE || STRUCTURED.contains(this);
    }

    /** Those whose change may be other than 0. */
    public static List<Twin> changed() {
        return Arrays.stream(values()).filter(t -> t != BASE && t != NONE).toList();
    }

    /** As written in {@code findings.json}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
