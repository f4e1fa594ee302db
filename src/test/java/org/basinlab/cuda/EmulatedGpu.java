package org.basinlab.cuda;

/** GPUs that tests use instead of real ones, small: an emulator has no use for more blocks side by side. */
public final class EmulatedGpu {
    /** The last without TF32 tensor cores. */
    public static final Gpu TURING = gpu("7.5", 1L << 30);

    /** With them. */
    public static final Gpu HOPPER = gpu("9.0", 1L << 30);

    private EmulatedGpu() {}

    /** A GPU of a capability, with so much memory. */
    public static Gpu gpu(String capability, long memoryBytes) {
        return new Gpu(0, "emulated GPU " + capability, ComputeCapability.of(capability), memoryBytes, 4);
    }

    /** The driver's first GPU, in use. */
    public static Device open(EmulatedDriver driver, Gpu gpu) {
        return Device.open(driver, gpu);
    }
}
