package org.shouwang.workflow.form;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** JSON Schema 2020-12: is it one, and compiled with formats that bite. */
final class Schemas {

    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Schema META = REGISTRY.getSchema(SchemaLocation.of(DIALECT));

    private Schemas() {}

    static List<Error> faults(JsonNode schema) {
        return META.validate(schema);
    }

    static Schema compile(JsonNode schema) {
        return REGISTRY.getSchema(schema);
    }
}
