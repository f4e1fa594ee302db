package org.basinlab.walkers.cuda;

import java.util.LinkedHashMap;
import java.util.Map;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Kernel;
import org.basinlab.cuda.KernelModule;
import org.basinlab.landscape.Tape;
import org.basinlab.network.Precision;

/** The kernels of src/main/cuda/walkers; those of the last few landscapes are kept. */
final class WalkKernels implements AutoCloseable {
    private static final int KEPT = 8;

    private final Device device;
    private final KernelModule walkers;
    private final String landscape = KernelModule.text(WalkKernels.class, "landscape75.ptx");

    /** By their text. */
    private final Map<String, KernelModule> landscapes = new LinkedHashMap<>(KEPT, 0.75f, true);

    WalkKernels(Device device) {
        this.device = device;
        walkers = KernelModule.of(device, getClass(), "walkers75.ptx");
    }

    /** The kernel that does this in a precision. */
    Kernel of(String what, Precision precision) {
        return walkers.kernel(what + "_" + precision);
    }

    /** The kernel that walks on a landscape with these gradients, of which a step takes so many; good until the next. */
    Kernel landscape(Tape gradients, int batch, Precision precision) {
        var text = LandscapeCode.of(landscape, gradients, batch, precision.isSingle());
        var module = landscapes.get(text);
        if (module == null) {
            forget();
            module = new KernelModule(device, text);
            landscapes.put(text, module);
        }
        return module.kernel("walk_landscape_" + precision);
    }

    /** Makes room for one more. */
    private void forget() {
        if (landscapes.size() == KEPT) {
            var eldest = landscapes.values().iterator();
            var module = eldest.next();
            eldest.remove();
            module.close();
        }
    }

    @Override
    public void close() {
        try {
            landscapes.values().forEach(KernelModule::close);
        } finally {
            landscapes.clear();
            walkers.close();
        }
    }
}
