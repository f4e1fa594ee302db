package org.basinlab.experiment;

/** Where an experiment's tables go. */
@FunctionalInterface
public interface Tables {
    /** Takes a table as soon as it is whole. Tables can be large, so the experiment keeps none. */
    void accept(Table table);

    /**
     * Whether a large table of every replica is wanted. If not, there is one of each large kind, holding those replicas
     * alone that figures show, so that what is stored hardly grows with their number.
     */
    default boolean ofEveryReplica() {
        return true;
    }
}
