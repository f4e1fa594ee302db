package org.basinlab.doctor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.basinlab.cuda.CudaException;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.experiment.InputException;
import org.basinlab.training.GpuEngine;

/** Whether Basin's own kernels do on a GPU what the CPU does: a little is computed on both. */
final class KernelCheck {
    private KernelCheck() {}

    /** What came of a comparison, and how it is said. */
    record Compared(boolean ok, String detail) {}

    /** Checks for every GPU that the kernels are for. */
    static List<Check> of(GpuProbe probe, Function<Gpu, Device> opening) {
        return probe.gpus().stream()
                .filter(gpu -> GpuEngine.KERNELS.drives(gpu.computeCapability()))
                .flatMap(gpu -> Stream.of(
                        check("kernels", gpu, opening, NetworkKernels::on, "chunked"),
                        check("walker kernels", gpu, opening, WalkerKernels::on, "vector"),
                        check("trajectory kernels", gpu, opening, TrajectoryKernels::on, "blocks")))
                .toList();
    }

    /**
     * A check.
     *
     * @param comparison closes the device
     * @param other      engine, which computes on the CPU
     */
    private static Check check(
            String name, Gpu gpu, Function<Gpu, Device> opening, Function<Device, Compared> comparison, String other) {
        try {
            var compared = comparison.apply(opening.apply(gpu));
            return compared.ok
                    ? Check.ok(name, compared.detail)
                    : Check.fault(
                            name,
                            compared.detail,
                            "give --engine " + other + ", and report it with basin doctor --json");
        } catch (CudaException | InputException e) {
            return Check.fault(
                    name,
                    "Basin's kernels do not run on " + gpu.name() + " (" + e.getMessage() + ")",
                    "see what nvidia-smi says of the GPU; --engine " + other + " computes on the CPU");
        }
    }
}
