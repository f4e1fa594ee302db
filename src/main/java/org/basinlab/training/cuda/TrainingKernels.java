package org.basinlab.training.cuda;

import org.basinlab.cuda.Device;
import org.basinlab.cuda.Kernel;
import org.basinlab.cuda.KernelModule;
import org.basinlab.cuda.Owned;
import org.basinlab.network.Precision;

/** The kernels of src/main/cuda/training, by what they do, for each type. */
final class TrainingKernels implements AutoCloseable {
    private final Owned owned = new Owned();
    private final boolean tensorCores;
    private final KernelModule plain;
    private final KernelModule tensor;

    TrainingKernels(Device device) {
        tensorCores = device.gpu().hasTf32();
        try {
            plain = owned.add(KernelModule.of(device, getClass(), "training75.ptx"));
            tensor = tensorCores ? owned.add(KernelModule.of(device, getClass(), "training80.ptx")) : null;
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    /**
     * Those for one type.
     *
     * @param plain whether products are made by plain multiplies and adds
     */
    record Of(
            boolean plain,
            Kernel gram,
            Kernel advance,
            Kernel steps,
            Kernel wideSteps,
            Kernel tally,
            Kernel tallyRest) {}

    Of of(Precision precision) {
        var type = precision.isSingle() ? "float32" : "float64";
        var onTensorCores = precision.isSingle() && tensorCores;
        return new Of(
                !onTensorCores,
                plain.kernel("gram_" + type),
                onTensorCores
                        ? tensor.kernel(precision == Precision.TF32 ? "advance_tf32" : "advance_split")
                        : plain.kernel("advance_plain_" + type),
                plain.kernel("steps_" + type),
                plain.kernel("wide_steps_" + type),
                onTensorCores ? tensor.kernel("tally_split") : plain.kernel("tally_plain_" + type),
                plain.kernel("tally_rest_" + type));
    }

    @Override
    public void close() {
        owned.close();
    }
}
