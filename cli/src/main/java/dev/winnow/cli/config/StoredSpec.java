package dev.winnow.cli.config;

import dev.winnow.engine.store.RunIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The spec of a run as its identity keeps it: every effective value but the knobs that change no result. */
public final class StoredSpec {
    private static final String PREFIX = "spec.";

    /** What no plain scalar may begin with; whatever else needs quotes was kept with them. */
    private static final String INDICATORS = "!&*|>%@`'";

    private StoredSpec() {}

    /** As YAML that reads back to the same spec, sections indented by two. */
    public static String yaml(RunIdentity identity) {
        StringBuilder yaml = new StringBuilder();
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, String> field : identity.fields().entrySet()) {
            if (field.getKey().startsWith(PREFIX)) {
                List<String> path =
                        List.of(field.getKey().substring(PREFIX.length()).split("\\."));
                List<String> sections = path.subList(0, path.size() - 1);
                int shared = shared(open, sections);
                for (int depth = shared; depth < sections.size(); depth++) {
                    yaml.append("  ".repeat(depth)).append(sections.get(depth)).append(":\n");
                }
                yaml.append("  ".repeat(sections.size())).append(path.getLast()).append(": ");
                yaml.append(scalar(field.getValue())).append('\n');
                open = sections;
            }
        }
        return yaml.toString();
    }

    private static int shared(List<String> open, List<String> sections) {
        int shared = 0;
        while (shared < Math.min(open.size(), sections.size())
                && open.get(shared).equals(sections.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static String scalar(String flow) {
        boolean bare = !flow.isEmpty() && INDICATORS.indexOf(flow.charAt(0)) >= 0;
        return bare ? '"' + flow.replace("\\", "\\\\") + '"' : flow;
    }
}
