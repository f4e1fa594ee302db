package org.basinlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.basinlab.experiment.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
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
        tree(file).forEach((key, value) -> {
            InputException.require(
                    value instanceof String,
                    "%s: %s must have one value; several are written in one, such as 100,50",
                    file,
                    key);
            options.put(key, (String) value);
        });
        var declared = options.remove("experiment");
        InputException.require(
                declared == null || declared.equals(experiment),
                "%s is for basin %s, not for basin %s",
                file,
                declared,
                experiment);
        return options;
    }

    /**
     * Reads a file that may hold lists and keys within keys: each value is a {@code String}, a {@code List} or a
     * {@code Map} of such.
     *
     * @throws InputException if it cannot be read, is not a list of keys and values, or a value is missing
     */
    public static Map<String, Object> tree(Path file) {
        try {
            var tree = MAPPER.readTree(Files.readString(file));
            InputException.require(tree.isObject(), "%s: expected lines such as \"name: value\"", file);
            return branches(file, tree);
        } catch (IOException e) {
            throw new InputException("cannot read the configuration " + file + ": no such file, or not readable", e);
        } catch (JacksonException e) {
            throw new InputException(
                    file + ": not YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static Map<String, Object> branches(Path file, JsonNode object) {
        var map = new LinkedHashMap<String, Object>();
        object.properties()
                .forEach(property -> map.put(property.getKey(), plain(file, property.getKey(), property.getValue())));
        return map;
    }

    private static Object plain(Path file, String key, JsonNode node) {
        InputException.require(!node.isNull(), "%s: %s has no value: give it one or remove the line", file, key);
        if (node.isObject()) {
            return branches(file, node);
        }
        return node.isArray()
                ? node.valueStream().map(item -> plain(file, key, item)).toList()
                : node.asString();
    }
}
