package org.basinlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.basinlab.experiment.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A configuration as YAML: one key an option, its name with underscores. */
public final class ConfigFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private ConfigFile() {}

    /** The text of a configuration file. */
    public static String text(String experiment, Map<String, Object> options) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("experiment", experiment);
        whole.putAll(options);
        return MAPPER.writeValueAsString(whole);
    }

    /**
     * Reads the options of a file, as text.
     *
     * @param experiment what the file must be for, where it says
     * @throws InputException if it cannot be read, is not a list of keys and values, or is for another
     *                        experiment
     */
    public static Map<String, String> read(Path file, String experiment) {
        var options = new LinkedHashMap<String, String>();
        try {
            var tree = MAPPER.readTree(Files.readString(file));
            InputException.require(tree.isObject(), "%s: expected lines such as learning_rate: 0.001", file);
            tree.properties().forEach(property -> {
                InputException.require(
                        property.getValue().isValueNode()
                                && !property.getValue().isNull(),
                        "%s: %s must have one value; several are written in one, such as 100,50",
                        file,
                        property.getKey());
                options.put(property.getKey(), property.getValue().asString());
            });
        } catch (IOException e) {
            throw new InputException("cannot read the configuration " + file + ": no such file, or not readable", e);
        } catch (JacksonException e) {
            throw new InputException(
                    file + ": not YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
        var declared = options.remove("experiment");
        InputException.require(
                declared == null || declared.equals(experiment),
                "%s is for basin %s, not for basin %s",
                file,
                declared,
                experiment);
        return options;
    }
}
