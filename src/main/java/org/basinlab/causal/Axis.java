package org.basinlab.causal;

/**
 * One axis of a map.
 *
 * @param name  a variable, for where it starts; a parameter; or {@value #TIME}
 * @param range over which it goes
 */
public record Axis(String name, Range range) {
    /** The axis of time. */
    public static final String TIME = "time";

    /** Whether it is that of time. */
    public boolean isTime() {
        return name.equals(TIME);
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name + ":" + range;
    }
}
