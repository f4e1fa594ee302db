package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

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
}
