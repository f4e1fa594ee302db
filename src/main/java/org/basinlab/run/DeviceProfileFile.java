package org.basinlab.run;

import static org.basinlab.experiment.InputException.require;

import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.basinlab.cuda.ComputeCapability;
import org.basinlab.experiment.InputException;

/** A device profile as its properties file spells it: these keys and no others. */
record DeviceProfileFile(String name, Properties properties) {
    private static final Set<String> KEYS = Set.of(
            "capability.from",
            "capability.to",
            "memory.fraction",
            "replicas",
            "chunk",
            "threads.per.block",
            "blocks.per.multiprocessor",
            "threads");

    /**
     * The profile that the file describes.
     *
     * @throws InputException if a key is missing, unknown, or has an impossible value
     */
    DeviceProfile profile() {
        var unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        require(
                unknown.isEmpty(),
                "device profile %s: unknown key %s; there are %s",
                name,
                unknown.isEmpty() ? "" : unknown.first(),
                String.join(", ", new TreeSet<>(KEYS)));
        return new DeviceProfile(
                name,
                capability("capability.from"),
                capability("capability.to"),
                read("memory.fraction", Double::valueOf, "a number"),
                whole("replicas"),
                whole("chunk"),
                whole("threads.per.block"),
                whole("blocks.per.multiprocessor"),
                whole("threads"));
    }

    private Optional<ComputeCapability> capability(String key) {
        return read(
                key,
                text -> text.equals("none") ? Optional.empty() : Optional.of(ComputeCapability.of(text)),
                "a compute capability such as 8.6, or none");
    }

    private int whole(String key) {
        return read(key, Integer::valueOf, "a whole number");
    }

    private <T> T read(String key, Function<String, T> parser, String form) {
        var text = properties.getProperty(key);
        require(text != null, "device profile %s: key %s is missing; add it, %s", name, key, form);
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    String.format("device profile %s: %s is '%s'; it must be %s", name, key, text, form), e);
        }
    }
}
