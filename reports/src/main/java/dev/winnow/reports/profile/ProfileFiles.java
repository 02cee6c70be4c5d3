package dev.winnow.reports.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.engine.UserError;
import dev.winnow.engine.store.Json;
import dev.winnow.reports.flame.FlameGraph;
import dev.winnow.reports.flame.RunProfile;
import dev.winnow.reports.flame.Stacks;
import dev.winnow.reports.format.PrettyJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a profile in its folder. */
public final class ProfileFiles {
    /** File name of the flame graph. */
    public static final String FLAME = "flame.html";

    /** File name of the collapsed stacks. */
    public static final String STACKS = "stacks.collapsed";

    private static final String SUMMARY = "summary.json";
    private static final int FRAMES = 100;

    private ProfileFiles() {}

    /** Writes flame graph, collapsed stacks, and the summary as text, Markdown and JSON. */
    public static void write(Profile profile, Path folder) throws IOException {
        Session session = profile.session();
        String title = title(session.command(), session.asked().text());
        profile.stacks().write(folder.resolve(STACKS));
        Files.writeString(
                folder.resolve(FLAME),
                FlameGraph.of(title, session.asked().unit(), profile.stacks()).page());
        ProfileSummary summary = new ProfileSummary(profile);
        Files.writeString(folder.resolve("summary.txt"), summary.text());
        Files.writeString(folder.resolve("summary.md"), summary.markdown());
        try (OutputStream out = Files.newOutputStream(folder.resolve(SUMMARY))) {
            PrettyJson.write(out, json -> Json.tree(json, profile.facts(FRAMES)));
        }
    }

    /**
     * The stacks of several profiles.
     *
     * @param places parted by commas: files of collapsed stacks, folders of a profile, or folders of such folders
     * @throws UserError when there is none at one of them
     */
    public static List<Stacks> read(String places) {
        List<Stacks> profiles = new ArrayList<>();
        for (String place : places.split(",", -1)) {
            List<Path> files = files(Path.of(place.strip()));
            if (files.isEmpty()) {
                throw new UserError("profile '" + place.strip() + "': there is no " + STACKS
                        + "; name a folder that 'winnow profile' wrote, a folder of these, or a file of stacks");
            }
            files.forEach(file -> profiles.add(Stacks.read(file)));
        }
        return profiles;
    }

    /**
     * The profile in a folder that {@link #write} wrote.
     *
     * @throws UserError when there is none, or it cannot be read
     */
    public static RunProfile run(Path folder) {
        Path stacks = folder.resolve(STACKS);
        Path summary = folder.resolve(SUMMARY);
        if (!Files.isRegularFile(stacks) || !Files.isRegularFile(summary)) {
            throw new UserError("profile '" + folder + "': there is no " + STACKS + " with its " + SUMMARY
                    + "; name a folder that 'winnow profile' wrote");
        }
        try {
            JsonNode facts = new ObjectMapper().readTree(summary.toFile());
            List<String> command = new ArrayList<>();
            facts.path("command").forEach(word -> command.add(word.asText()));
            return new RunProfile(
                    title(command, facts.path("event").asText()),
                    facts.path("unit").asText(),
                    Stacks.read(stacks));
        } catch (IOException e) {
            throw new UserError(summary + ": cannot be read (" + e.getMessage() + "); profile the run anew");
        }
    }

    private static String title(List<String> command, String event) {
        return "winnow " + String.join(" ", command) + " (" + event + ")";
    }

    private static List<Path> files(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (Files.isRegularFile(place.resolve(STACKS))) {
            return List.of(place.resolve(STACKS));
        }
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.sorted()
                    .map(folder -> folder.resolve(STACKS))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
