package org.shouwang.hotline;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the caller said and who it was, as ciphertext. */
@Component
class SealedOrder {

    private static final String PLACE = "hotline_order.sealed";
    private static final List<String> FIELDS = List.of("content", "callerName", "callerPhone");

    private final Secrecy secrecy;
    private final JsonMapper json;

    SealedOrder(Secrecy secrecy, JsonMapper json) {
        this.secrecy = secrecy;
        this.json = json;
    }

    /** Each empty where it was not given, or is erased by now. */
    record Said(String content, String caller, String phone) {

        @Override
        public String toString() {
            return "Said[sealed]";
        }
    }

    byte[] seal(UUID order, ObjectNode answers) {
        ObjectNode said = answers.objectNode();
        FIELDS.stream().filter(answers::has).forEach(field -> said.set(field, answers.get(field)));
        return secrecy.seal(PLACE, order, json.writeValueAsString(said));
    }

    Said open(UUID order, byte @Nullable [] sealed) {
        if (sealed == null) {
            return new Said("", "", "");
        }
        JsonNode said = json.readTree(secrecy.open(PLACE, order, sealed));
        return new Said(
                said.path("content").asString(""),
                said.path("callerName").asString(""),
                said.path("callerPhone").asString(""));
    }
}
