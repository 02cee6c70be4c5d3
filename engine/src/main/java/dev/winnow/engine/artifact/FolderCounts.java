package dev.winnow.engine.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all stores over a folder counted, by tier, until they were closed: a killed one's counts are lost. */
final class FolderCounts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, TierCounts>> COUNTS = new TypeReference<>() {};

    private FolderCounts() {}

    private static Path file(Path folder) {
        return folder.resolve("counts.json");
    }

    /** The counts so far; none where nothing readable is written. */
    static Map<String, TierCounts> read(Path folder) {
        try {
            return JSON.readValue(Files.readAllBytes(file(folder)), COUNTS);
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a store's counts, unless it was never used. */
    static void add(Path folder, List<TierReport> reports) {
        if (reports.stream().allMatch(report -> report.counts().equals(TierCounts.ZERO))) {
            return;
        }
        try (FolderGate gate = FolderGate.enter(folder)) {
            Map<String, TierCounts> sums = new LinkedHashMap<>(read(folder));
            reports.forEach(report -> sums.merge(report.tier(), report.counts(), TierCounts::plus));
            Path written = Files.write(gate.scratch("counts"), JSON.writeValueAsBytes(sums));
            Files.move(written, file(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clear(Path folder) throws IOException {
        Files.deleteIfExists(file(folder));
    }
}
