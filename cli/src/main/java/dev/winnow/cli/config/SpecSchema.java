package dev.winnow.cli.config;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.replay.ensemble.Trailing;
import dev.winnow.replay.performance.PerformanceMetric;
import java.util.List;

/** The JSON Schema of a spec, made from its keys, so that editors complete and check YAML. */
public final class SpecSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SpecSchema() {}

    /** The schema, indented, ending with a line break. */
    public static String text() {
        ObjectNode root = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "winnow spec");
        root.set("if", JSON.objectNode().set("required", JSON.arrayNode().add("strategies")));
        root.set("then", schema(SpecKeys.RECORD));
        ObjectNode others = JSON.objectNode();
        others.set("if", JSON.objectNode().set("required", JSON.arrayNode().add("signals")));
        others.set("then", schema(SpecKeys.REPLAY));
        others.set("else", schema(SpecKeys.ROOT));
        root.set("else", others);
        return JsonMapper.builder().build().valueToTree(root).toPrettyString() + "\n";
    }

    private static ObjectNode schema(Key key) {
        ObjectNode node = type(key);
        node.put("description", key.text());
        if (!key.fallback().isEmpty() && !key.fallback().startsWith("[")) {
            node.put("default", key.fallback());
        }
        return node;
    }

    private static ObjectNode type(Key key) {
        return switch (key.kind()) {
            case TEXT, EXPRESSION -> scalar("string", "number");
            case CHAR -> scalar("string").put("minLength", 1).put("maxLength", 1);
            case TEXTS -> either(scalar("string"), list(scalar("string")));
            case EXPRESSIONS -> map(scalar("string", "number", "boolean"));
            case CHOICE -> choice(key.choices());
            case NUMBER -> scalar("number");
            case WHOLE -> scalar("integer").put("minimum", 0);
            case COUNT -> count();
            case COUNT_OR_AUTO -> either(count(), choice(List.of("auto")));
            case COUNT_OR_ALL -> either(count(), choice(List.of("all")));
            case BYTES_OR_AUTO, FAILURES -> scalar("integer", "string");
            case METRIC -> choice(PerformanceMetric.names());
            case METRICS ->
                either(list(choice(PerformanceMetric.names())).put("uniqueItems", true), choice(List.of("all")));
            case AXES -> map(axis());
            case AXIS -> axis();
            case COMBINE -> either(choice(List.of("weighted", "any", "all", "best-of")), combine());
            case WEIGHTS -> either(list(either(scalar("number"), list(scalar("number")))), weights());
            case SETTINGS -> map(list(map(scalar("number", "boolean", "string"))));
            case CASH, AMOUNT, COST, FRACTION, STOP, LOT -> scalar("number", "string");
            case TREE -> scalar("object");
            case SECTION -> section(key);
            case SECTIONS -> map(section(key));
        };
    }

    private static ObjectNode section(Key key) {
        ObjectNode properties = JSON.objectNode();
        key.keys().forEach(inner -> properties.set(inner.name(), schema(inner)));
        return closed(properties);
    }

    private static ObjectNode axis() {
        ObjectNode value = scalar("number", "boolean", "string");
        ObjectNode properties = JSON.objectNode();
        for (String name : List.of("from", "to", "step")) {
            properties.set(name, scalar("number", "string"));
        }
        properties.set("count", scalar("integer").put("minimum", 2));
        properties.set("scale", choice(List.of("linear", "log")));
        ObjectNode range = scalar("object").put("additionalProperties", false);
        range.set("properties", properties);
        range.set("required", JSON.arrayNode().add("from").add("to"));
        return either(value, list(value.deepCopy()).put("minItems", 1), range);
    }

    private static ObjectNode combine() {
        ObjectNode window = JSON.objectNode();
        window.set("window", axis());
        window.set("by", choice(Trailing.names()));
        ObjectNode properties = JSON.objectNode();
        properties.set("vote", axis());
        properties.set("best-of", closed(window));
        return closed(properties);
    }

    private static ObjectNode weights() {
        ObjectNode drawn = JSON.objectNode();
        drawn.set("count", count());
        drawn.set("seed", scalar("integer").put("minimum", 0));
        ObjectNode properties = JSON.objectNode();
        properties.set("simplex", closed(JSON.objectNode().set("step", scalar("number", "string"))));
        properties.set("dirichlet", closed(drawn));
        properties.set("vectors", list(list(scalar("number"))));
        properties.set("ranges", map(axis()));
        properties.set("scale", choice(List.of("sum-1", "none")));
        return closed(properties);
    }

    /** An object of these properties alone. */
    private static ObjectNode closed(ObjectNode properties) {
        ObjectNode node = scalar("object").put("additionalProperties", false);
        node.set("properties", properties);
        return node;
    }

    private static ObjectNode map(ObjectNode values) {
        ObjectNode node = scalar("object");
        node.set("additionalProperties", values);
        return node;
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode node = scalar("array");
        node.set("items", items);
        return node;
    }

    private static ObjectNode choice(List<String> names) {
        ObjectNode node = JSON.objectNode();
        names.forEach(node.withArray("enum")::add);
        return node;
    }

    private static ObjectNode either(ObjectNode... forms) {
        ObjectNode node = JSON.objectNode();
        List.of(forms).forEach(node.withArray("anyOf")::add);
        return node;
    }

    private static ObjectNode count() {
        return scalar("integer").put("minimum", 1).put("maximum", Integer.MAX_VALUE);
    }

    private static ObjectNode scalar(String... types) {
        ObjectNode node = JSON.objectNode();
        if (types.length == 1) {
            return node.put("type", types[0]);
        }
        List.of(types).forEach(node.withArray("type")::add);
        return node;
    }
}
