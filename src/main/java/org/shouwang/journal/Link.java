package org.shouwang.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A seal and the entry it was made over, null when that is gone; a line of an export. */
record Link(Seal seal, @Nullable Row row) {

    static final String SQL = "select " + Seal.COLUMNS + ", " + Row.COLUMNS
            + " from journal_seal s left join journal_entry e on e.id = s.entry_id order by s.seq";

    private static final JsonMapper JSON = JsonMapper.shared();

    static Link of(ResultSet row) throws SQLException {
        boolean gone = row.getString("xid") == null;
        return new Link(Seal.of(row), gone ? null : Row.of(row));
    }

    String line() {
        ObjectNode line = JSON.createObjectNode()
                .put("seq", seal.seq())
                .put("entry", seal.entryId())
                .put("xid", seal.xid())
                .put("at", seal.at())
                .put("entryHash", HexFormat.of().formatHex(seal.entryHash()))
                .put("chainHash", HexFormat.of().formatHex(seal.chainHash()));
        if (row != null) {
            ArrayNode said = line.putArray("said");
            row.said().forEach(said::add);
        }
        return line.toString();
    }

    /** @throws IllegalArgumentException when this is no line of an export */
    static Link of(String line) {
        JsonNode read = JSON.readTree(line);
        Seal seal = new Seal(
                read.path("seq").asLong(),
                read.path("entry").asLong(),
                read.path("xid").asLong(),
                read.path("at").asLong(),
                HexFormat.of().parseHex(read.path("entryHash").asString()),
                HexFormat.of().parseHex(read.path("chainHash").asString()));
        return new Link(seal, read.has("said") ? row(seal.entryId(), read.path("said")) : null);
    }

    private static Row row(long id, JsonNode said) {
        List<@Nullable String> columns = new ArrayList<>();
        said.forEach(each -> columns.add(each.isNull() ? null : each.asString()));
        return Row.of(id, columns);
    }
}
