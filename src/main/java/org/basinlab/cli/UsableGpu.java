package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.function.Function;
import java.util.function.Supplier;
import org.basinlab.cuda.CudaException;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.experiment.InputException;
import org.basinlab.run.DeviceProfile;
import org.basinlab.training.GpuEngine;
import org.basinlab.training.cuda.CudaTrainer;

/**
 * The GPU that Basin's own kernels compute on: the first that the driver shows and they drive.
 *
 * @param gpu     null where there is none
 * @param profile how work is cut for it
 * @param reason  why there is none; null where there is one
 */
record UsableGpu(Gpu gpu, DeviceProfile profile, String reason) {
    /** The oldest driver that takes the kernels' PTX, by the CUDA version it supports. */
    private static final int OLDEST_DRIVER = 11_000;

    /** The GPU of this machine, for work of that shape. */
    static UsableGpu of(DeviceProfile profile, Supplier<GpuProbe> driver) {
        var probe = driver.get();
        if (probe.gpus().isEmpty()) {
            return none(profile, probe.absence());
        }
        var gpu = probe.gpus().stream()
                .filter(one -> GpuEngine.KERNELS.drives(one.computeCapability()))
                .findFirst();
        if (gpu.isEmpty()) {
            return none(profile, GpuEngine.KERNELS.explain(probe.gpus().get(0).computeCapability()));
        }
        if (probe.driverVersion() < OLDEST_DRIVER) {
            return none(profile, "the NVIDIA driver is for " + probe.driver() + ", and CUDA 11.0 is needed");
        }
        if (profile.oldest().isEmpty()) {
            return none(profile, "the device profile is cpu");
        }
        require(
                profile.chunk() == CudaTrainer.CHUNK,
                "device profile %s: chunk is %s, and Basin's kernels take %s datapoints a chunk",
                profile.name(),
                profile.chunk(),
                CudaTrainer.CHUNK);
        return new UsableGpu(gpu.get(), profile, null);
    }

    private static UsableGpu none(DeviceProfile profile, String reason) {
        return new UsableGpu(null, profile, reason);
    }

    /** Whether there is one. */
    boolean exists() {
        return reason == null;
    }

    /** Networks side by side: of the profile's number as many as make whole waves over the multiprocessors. */
    int replicas() {
        var wave = gpu.multiprocessors() * profile.blocksPerMultiprocessor();
        return Math.min(CudaTrainer.MOST_TOGETHER, Math.max(1, profile.replicas() / wave) * wave);
    }

    /** An engine of networks on it. */
    CudaTrainer trainer(Function<Gpu, Device> opening) {
        return opened(
                opening,
                "chunked",
                device -> new CudaTrainer(
                        device,
                        new CudaTrainer.Limits(profile.memoryFraction(), profile.threadsPerBlock(), replicas())));
    }

    /**
     * An engine on it.
     *
     * @param other  of the CPU, that is advised where it cannot be used
     * @param engine made of the device, which it closes
     * @throws InputException if the driver does not let it be used
     */
    <E> E opened(Function<Gpu, Device> opening, String other, Function<Device, E> engine) {
        try {
            return engine.apply(opening.apply(gpu));
        } catch (CudaException e) {
            throw new InputException(
                    "the GPU cannot be used (" + e.getMessage() + "): see what nvidia-smi says, or give --engine "
                            + other,
                    e);
        }
    }
}
