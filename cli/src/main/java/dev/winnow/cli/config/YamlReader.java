package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.cli.config.Yaml.Scalar;
import dev.winnow.cli.config.Yaml.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads YAML text into values that know their places. Keys are text; a key given twice is a problem. */
final class YamlReader {
    private final String source;
    private final boolean file;
    private final Problems problems;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(String source, boolean file, Problems problems) {
        this.source = source;
        this.file = file;
        this.problems = problems;
    }

    /** The value of a file's text; null, with a problem told, where it is no YAML; null where it is empty. */
    static @Nullable Yaml file(String source, String text, Problems problems) {
        return new YamlReader(source, true, problems).read(text);
    }

    /** The value of a fragment that stands elsewhere than in a file, on the command line for instance. */
    static @Nullable Yaml fragment(String source, String text, Problems problems) {
        return new YamlReader(source, false, problems).read(text);
    }

    private @Nullable Yaml read(String text) {
        try {
            Node root = new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(text));
            return root == null ? null : value(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.add(mark == null ? place(text, 0) : place(mark), "not YAML: " + firstLine(e.getProblem()));
        } catch (ReaderException e) {
            problems.add(
                    place(text, e.getPosition()),
                    "not YAML: the character U+%04X is not allowed".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            problems.add(place(text, 0), "not YAML: " + firstLine(e.getMessage()));
        }
        return null;
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** The place of a char, by its position in code points. */
    private Place place(String text, int position) {
        String before = text.substring(0, text.offsetByCodePoints(0, position));
        int start = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return file ? new Place(source, line + 1, before.codePointCount(start, before.length()) + 1) : Place.of(source);
    }

    private Yaml value(Node node) {
        Place place = place(node.getStartMark());
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, place);
            case SequenceNode sequence -> sequence(sequence, place);
            case MappingNode mapping -> mapping(mapping, place);
            default -> throw new IllegalStateException("unexpected node " + node);
        };
    }

    private static Scalar scalar(ScalarNode node, Place place) {
        boolean oneLine = node.getStartMark().getLine() == node.getEndMark().getLine();
        boolean plain = node.getScalarStyle() == ScalarStyle.PLAIN;
        return new Scalar(node.getValue(), !plain, !oneLine ? -1 : plain ? 0 : 1, place);
    }

    private Yaml sequence(SequenceNode node, Place place) {
        List<Yaml> items = new ArrayList<>();
        if (enter(node, place)) {
            node.getValue().forEach(item -> items.add(value(item)));
            open.remove(node);
        }
        return new Sequence(items, place);
    }

    private Yaml mapping(MappingNode node, Place place) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (enter(node, place)) {
            node.getValue().forEach(tuple -> entry(tuple, entries));
            open.remove(node);
        }
        return new Mapping(entries, place);
    }

    private void entry(NodeTuple tuple, Map<String, Entry> entries) {
        Place place = place(tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(place, "a key must be a word");
            return;
        }
        Entry earlier = entries.putIfAbsent(key.getValue(), new Entry(place, value(tuple.getValueNode())));
        if (earlier != null) {
            problems.add(
                    place,
                    "key '" + key.getValue() + "' was given in line "
                            + earlier.key().line() + " already; keep one");
        }
    }

    /** An anchor may hold an alias of itself. */
    private boolean enter(Node node, Place place) {
        boolean first = open.add(node);
        if (!first) {
            problems.add(place, "this value contains itself");
        }
        return first;
    }

    private Place place(Mark mark) {
        return file ? new Place(source, mark.getLine() + 1, mark.getColumn() + 1) : Place.of(source);
    }
}
