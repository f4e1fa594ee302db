package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Driver;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.run.DeviceProfile;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Trajectories;
import org.basinlab.trajectories.cuda.CudaTrajectories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of trajectories' engines: it makes the one named, or the fastest that runs an ensemble. */
final class TrajectoryEngines {
    private static final Logger LOG = LoggerFactory.getLogger(TrajectoryEngines.class);
    private static final List<String> NAMES = List.of("auto", "cuda", "vector", "blocks", "scalar");

    private TrajectoryEngines() {}

    /**
     * Makes sure that there is such an engine, before anything is loaded.
     *
     * @throws org.basinlab.experiment.InputException if there is not
     */
    static void requireKnown(String name) {
        require(NAMES.contains(name), "--engine of op must be one of %s, got %s", String.join(", ", NAMES), name);
    }

    /** Which engine of that name runs an ensemble, with so many threads of the CPU. */
    static Function<Ensemble, Trajectories> of(String name, DeviceProfile profile, int threads) {
        return of(name, profile, threads, Driver::probe, Device::open);
    }

    static Function<Ensemble, Trajectories> of(
            String name, DeviceProfile profile, int threads, Supplier<GpuProbe> driver, Function<Gpu, Device> opening) {
        requireKnown(name);
        return ensemble -> engine(name, UsableGpu.of(profile, driver), threads, opening, ensemble);
    }

    private static Trajectories engine(
            String name, UsableGpu gpu, int threads, Function<Gpu, Device> opening, Ensemble ensemble) {
        var why = gpu.exists() ? CudaTrajectories.refusal(ensemble) : gpu.reason();
        require(!name.equals("cuda") || why == null, "--engine cuda: %s; give --engine auto or blocks", why);
        var auto = name.equals("auto");
        if (name.equals("cuda") || auto && why == null) {
            var engine = gpu.opened(
                    opening,
                    "blocks",
                    device -> new CudaTrajectories(device, gpu.profile().memoryFraction()));
            LOG.info("map by cuda on {} ({})", engine.gpu(), auto ? "auto: the fastest here" : "as asked");
            return engine;
        }
        var engine = Trajectories.of(name, ensemble, threads);
        LOG.info(
                "map by {}, on {} threads ({})",
                engine.engine(),
                threads,
                auto ? "auto: not cuda, " + why : "as asked");
        return engine;
    }
}
