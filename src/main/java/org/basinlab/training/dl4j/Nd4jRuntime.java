package org.basinlab.training.dl4j;

import java.util.Objects;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J, loaded and set up once a process.
 *
 * <p>One thread an operation: networks of this size gain nothing from more, and several train side by
 * side. JavaCPP is kept from reading the process's memory use at every allocation, which costs more
 * than the allocation.
 */
public final class Nd4jRuntime {
    private static final Object LOCK = new Object();
    private static Nd4jRuntime started;

    private final String backend;
    private final String blas;

    private Nd4jRuntime() {
        backend = Nd4jBackends.require();
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getNDArrayFactory().blas().setMaxThreads(1);
        blas = Objects.toString(
                Nd4j.getExecutioner().getEnvironmentInformation().get("blas.vendor"), null);
    }

    /**
     * Loads ND4J if it is not loaded yet.
     *
     * @throws org.basinlab.experiment.InputException if no backend on the class path runs here
     */
    public static Nd4jRuntime start() {
        synchronized (LOCK) {
            if (started == null) {
                System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
                System.setProperty("org.nd4j.log.initialization", "false");
                started = new Nd4jRuntime();
            }
            return started;
        }
    }

    /** The backend's artifact and version. */
    public String backend() {
        return backend;
    }

    /** The linear algebra library it calls. */
    public String blas() {
        return blas;
    }
}
