package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import org.basinlab.run.Json;
import tools.jackson.databind.node.ObjectNode;

/** Output held against the schema that ships with it. */
public final class Schemas {
    private Schemas() {}

    /** Fails where {@code json} does not keep to it. */
    public static void check(String schema, String json) {
        var in = Schemas.class.getResourceAsStream("/org/basinlab/schema/" + schema + ".json");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(in)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    /** Fails where {@code json} does not keep to what a schema says of one key. */
    public static void checkPart(String schema, String key, String json) throws IOException {
        var whole = (ObjectNode)
                Json.mapper().readTree(Schemas.class.getResourceAsStream("/org/basinlab/schema/" + schema + ".json"));
        var part = (ObjectNode) whole.at("/properties/" + key).deepCopy();
        part.set("$defs", whole.get("$defs"));
        part.set("$schema", whole.get("$schema"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Json.text(part))
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }
}
