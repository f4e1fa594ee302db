package org.basinlab.run;

import org.basinlab.experiment.InputException;

/**
 * What a build may leave out, as the bundle for machines with nothing but a driver does. Whether a part is there is told
 * by the class path, never by a flag.
 */
public enum Part {
    /** The array library and the networks on it. */
    ARRAYS("ND4J", "org/nd4j/linalg/factory/Nd4j.class"),
    /** What writes Parquet and answers SQL. */
    TABLES("DuckDB", "org/duckdb/DuckDBConnection.class"),
    /** What figures are drawn with. */
    FIGURES("JFreeChart", "org/jfree/chart/JFreeChart.class");

    private final String label;
    private final boolean there;

    Part(String label, String resource) {
        this.label = label;
        // Looked up, not loaded: loading begins to unpack native libraries.
        this.there = Part.class.getClassLoader().getResource(resource) != null;
    }

    /** The library's name. */
    public String label() {
        return label;
    }

    /** Whether it is on the class path. */
    public boolean isThere() {
        return there;
    }

    /**
     * Makes sure, before it is loaded, that it is there.
     *
     * @param what needs it
     * @throws InputException if it is not
     */
    public void require(String what) {
        InputException.require(
                there,
                "%s needs %s, which is not in this bundle: use a full build, ./basin of a checkout",
                what,
                label);
    }
}
