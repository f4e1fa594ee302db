package org.basinlab.run;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.basinlab.cuda.ComputeCapability;
import org.basinlab.experiment.InputException;

/**
 * How work is shaped for one class of device. The folder {@code cuda-profiles} holds one file for
 * each, and its README says what each value means and where it comes from.
 *
 * @param name                    of the class, such as {@code ampere}
 * @param oldest                  the lowest compute capability of the class; empty for {@code cpu}
 * @param newest                  the highest one; empty for {@code cpu}
 * @param memoryFraction          what part of the device's memory arrays may fill, in (0, 1]
 * @param replicas                networks trained side by side
 * @param chunk                   datapoints a chunk of the exact chunked training
 * @param threadsPerBlock         threads a CUDA block, a multiple of 32; 0 for {@code cpu}
 * @param blocksPerMultiprocessor CUDA blocks a multiprocessor holds at once; 0 for {@code cpu}
 * @param threads                 CPU threads; 0 for one a core
 */
public record DeviceProfile(
        String name,
        Optional<ComputeCapability> oldest,
        Optional<ComputeCapability> newest,
        double memoryFraction,
        int replicas,
        int chunk,
        int threadsPerBlock,
        int blocksPerMultiprocessor,
        int threads) {
    private static final String CPU = "cpu";
    private static final List<String> NAMES = List.of(CPU, "turing", "ampere", "ada", "hopper", "blackwell");

    public DeviceProfile {
        require(
                oldest.isPresent() == newest.isPresent(),
                "device profile %s: capability.from and capability.to are both a number or both none",
                name);
        if (oldest.isPresent()) {
            require(
                    newest.get().isAtLeast(oldest.get()),
                    "device profile %s: capability.to is %s; let it be at least capability.from, %s",
                    name,
                    newest.get(),
                    oldest.get());
        }
        check(name, "memory.fraction", memoryFraction > 0 && memoryFraction <= 1, memoryFraction, "above 0, up to 1");
        check(name, "replicas", replicas >= 1 && replicas <= 65535, replicas, "1 to 65535");
        check(name, "chunk", chunk >= 1 && chunk <= 4096, chunk, "1 to 4096");
        var gpu = oldest.isPresent();
        check(
                name,
                "threads.per.block",
                gpu
                        ? threadsPerBlock >= 32 && threadsPerBlock <= 1024 && threadsPerBlock % 32 == 0
                        : threadsPerBlock == 0,
                threadsPerBlock,
                gpu ? "a multiple of 32 from 32 to 1024" : "0, on a CPU");
        check(
                name,
                "blocks.per.multiprocessor",
                gpu ? blocksPerMultiprocessor >= 1 && blocksPerMultiprocessor <= 32 : blocksPerMultiprocessor == 0,
                blocksPerMultiprocessor,
                gpu ? "1 to 32" : "0, on a CPU");
        check(name, "threads", threads >= 0 && threads <= 4096, threads, "0 (one a core) to 4096");
    }

    /** A profile, and why it was chosen. */
    public record Choice(DeviceProfile profile, String because) {}

    /** The names that {@link #named} takes, oldest device first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The profile of a name.
     *
     * @throws InputException if there is none of that name, or its file is wrong
     */
    public static DeviceProfile named(String name) {
        require(NAMES.contains(name), "no device profile %s; there are %s", name, String.join(", ", NAMES));
        var file = DeviceProfile.class.getResource("/cuda-profiles/" + name + ".properties");
        require(file != null, "the device profile %s is missing from the build; build it anew with mvn package", name);
        try (var in = file.openStream();
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return new DeviceProfileFile(name, properties).profile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The profile for a GPU, or for none. A GPU newer than every class takes the newest class's, one
     * older than every class the CPU's.
     */
    public static Choice forDevice(Optional<ComputeCapability> gpu) {
        if (gpu.isEmpty()) {
            return new Choice(named(CPU), "no GPU");
        }
        var capability = gpu.get();
        return NAMES.stream()
                .map(DeviceProfile::named)
                .filter(profile -> profile.oldest.filter(capability::isAtLeast).isPresent())
                .max(Comparator.comparing(profile -> profile.oldest.orElseThrow()))
                .map(profile -> new Choice(profile, profile.reason(capability)))
                .orElseGet(() -> new Choice(
                        named(CPU), "compute capability " + capability + " is older than every class of GPU here"));
    }

    private String reason(ComputeCapability capability) {
        return "compute capability " + capability
                + (newest.orElseThrow().isAtLeast(capability) ? "" : ", newer than this class, which is the nearest");
    }

    private static void check(String name, String key, boolean holds, Number value, String allowed) {
        require(holds, "device profile %s: %s is %s; it must be %s", name, key, value, allowed);
    }
}
