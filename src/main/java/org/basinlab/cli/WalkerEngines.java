package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Driver;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.landscape.SgdStep;
import org.basinlab.run.DeviceProfile;
import org.basinlab.run.Part;
import org.basinlab.walkers.VectorWalkers;
import org.basinlab.walkers.Walkers;
import org.basinlab.walkers.cuda.CudaWalkers;
import org.basinlab.walkers.nd4j.Nd4jWalkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of walkers' engines: it makes the one named, or the fastest that takes the steps. */
final class WalkerEngines {
    private static final Logger LOG = LoggerFactory.getLogger(WalkerEngines.class);
    private static final List<String> NAMES = List.of("auto", "cuda", "vector", "nd4j");

    private WalkerEngines() {}

    /**
     * Makes sure that there is such an engine, before anything is loaded.
     *
     * @throws org.basinlab.experiment.InputException if there is not
     */
    static void requireKnown(String name) {
        require(
                NAMES.contains(name),
                "no engine %s for walkers in this version; there are %s",
                name,
                String.join(", ", NAMES));
        if (name.equals("nd4j")) {
            Part.ARRAYS.require("--engine nd4j");
        }
    }

    /** The engine of that name for such steps, with so many threads of the CPU. */
    static Walkers of(String name, DeviceProfile profile, int threads, SgdStep step) {
        return of(name, profile, threads, step, Driver::probe, Device::open);
    }

    static Walkers of(
            String name,
            DeviceProfile profile,
            int threads,
            SgdStep step,
            Supplier<GpuProbe> driver,
            Function<Gpu, Device> opening) {
        requireKnown(name);
        if (name.equals("nd4j")) {
            LOG.info("engine: nd4j (as asked)");
            return new Nd4jWalkers();
        }
        var gpu = UsableGpu.of(profile, driver);
        var why = gpu.exists() ? CudaWalkers.refusal(step) : gpu.reason();
        require(!name.equals("cuda") || why == null, "--engine cuda: %s; give --engine auto or vector", why);
        var auto = name.equals("auto");
        if (name.equals("cuda") || auto && why == null) {
            var walkers = gpu.opened(
                    opening,
                    "vector",
                    device -> new CudaWalkers(device, gpu.profile().memoryFraction(), threads));
            LOG.info("engine: cuda on {} ({})", walkers.gpu(), auto ? "auto: the fastest here" : "as asked");
            return walkers;
        }
        LOG.info(
                "engine: vector, on {} threads ({})",
                threads,
                auto ? "auto: not cuda, " + why + "; nd4j is the reference" : "as asked");
        return new VectorWalkers(threads);
    }
}
