package org.basinlab.experiment;

/** The module of the Vector API, an incubator that a virtual machine has only where it was added. */
public final class VectorModule {
    private VectorModule() {}

    /** Whether it was added. */
    public static boolean isThere() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** Whether it was added, and -Dbasin.vectors=off does not say to do without. */
    public static boolean isUsed() {
        return isThere() && !"off".equals(System.getProperty("basin.vectors"));
    }
}
