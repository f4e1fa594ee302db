package org.basinlab.run;

import org.basinlab.experiment.Findings;

/**
 * {@code findings.json}: the keys common to every experiment, and beside them the experiment's own, the
 * components of its results.
 */
public final class FindingsJson {
    private FindingsJson() {}

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
}
