package org.basinlab.knowledge.split;

import java.util.List;

/**
 * Data sets of one kind, all as long.
 *
 * @param name      in {@code findings.json}
 * @param built     how they differ, in a sentence
 * @param sets      at least two
 * @param reference what the reference network learns from
 */
record Family(String name, String built, List<DataSet> sets, DataSet reference) {
    static final String SAMPLES = "samples";
    static final String EDITS = "edits";
    static final String LABELS = "labels";
    static final String ORDERS = "orders";
    static final String LONGER = "longer";

    /** Datapoints of a pass. */
    int datapoints() {
        return reference.order().length;
    }

    /** The same under another name. */
    Family named(String other, String how) {
        return new Family(other, how, sets, reference);
    }
}
