package org.basinlab.walkers;

/** Whether the Vector API is there and wanted. */
final class VectorModule {
    private VectorModule() {}

    static boolean isUsed() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                && !"off".equals(System.getProperty("basin.vectors"));
    }
}
