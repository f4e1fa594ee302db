package org.basinlab.run;

import static org.basinlab.experiment.InputException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * {@code findings.json}: the keys common to every experiment, and beside them the experiment's own, the
 * components of its results.
 *
 * @param experiment its name
 * @param config     every option
 * @param headline   the answer in a sentence
 * @param claims     with their verdicts
 * @param provenance what the run came out of
 */
public record FindingsJson(
        String experiment,
        Map<String, Object> config,
        String headline,
        List<Claim> claims,
        Map<String, Object> provenance) {
    /** The whole object as text. */
    public static String text(Findings findings, Provenance provenance) {
        var mapper = Json.mapper();
        var object = mapper.createObjectNode();
        object.put("experiment", findings.experiment());
        object.set("config", mapper.valueToTree(findings.config().options()));
        object.put("headline", findings.headline());
        object.set("claims", mapper.valueToTree(findings.claims()));
        mapper.valueToTree(findings.results()).properties().forEach(own -> object.set(own.getKey(), own.getValue()));
        object.set("provenance", mapper.valueToTree(provenance));
        return Json.text(object);
    }

    /**
     * Reads what every experiment has, with the numbers as they were; what was no finite number is null.
     *
     * @throws InputException if it is no such text; the message has no name of a file
     */
    public static FindingsJson read(String text) {
        try {
            var tree = Json.mapper().readTree(text);
            for (var key : List.of("experiment", "config", "headline", "claims", "provenance")) {
                require(tree.hasNonNull(key), "it has no %s", key);
            }
            return new FindingsJson(
                    tree.get("experiment").stringValue(),
                    entries(tree.get("config")),
                    tree.get("headline").stringValue(),
                    Json.mapper().convertValue(tree.get("claims"), new TypeReference<List<Claim>>() {}),
                    entries(tree.get("provenance")));
        } catch (JacksonException e) {
            throw new InputException(e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> entries(JsonNode object) {
        return Json.mapper().convertValue(object, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
