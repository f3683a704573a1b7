package org.shouwang.workflow.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The decision engine speaks Scala; everything behind this room gets plain Java values. */
final class FeelValues {

    private FeelValues() {}

    static @Nullable Object toJava(@Nullable Object value) {
        if (value instanceof scala.Option<?> option) {
            return option.isEmpty() ? null : toJava(option.get());
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            CollectionConverters.asJava(map).forEach((key, each) -> row.put(String.valueOf(key), toJava(each)));
            return row;
        }
        if (value instanceof scala.collection.Iterable<?> many) {
            List<@Nullable Object> list = new ArrayList<>();
            CollectionConverters.asJava(many).forEach(each -> list.add(toJava(each)));
            return list;
        }
        return value instanceof scala.math.BigDecimal number ? number(number.bigDecimal()) : value;
    }

    private static Object number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() < 10 ? (Object) plain.intValueExact() : plain;
    }
}
