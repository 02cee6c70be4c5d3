package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads source files, large ones by way of a column file. The file's name and header carry the SHA-256 of the source's
 * bytes and of everything else that decides what is read, so a changed source is another file and no file is ever
 * out of date. A cache folder that cannot be written costs time, not the run.
 */
record ColumnCache(Path folder, long convertAboveBytes) {
    /** Changes whenever a reader would read other bars from the same bytes. */
    private static final String READER_VERSION = "winnow bars 1";

    /** The bars and, for the summary, how they were come by. */
    record Reading(SourceBars bars, String how) {}

    Reading read(SourceFile source, DataSpec spec) {
        if (size(source) <= convertAboveBytes) {
            return new Reading(parse(source, spec), "parsed");
        }
        byte[] key = key(source, spec);
        Path file = folder.resolve(HexFormat.of().formatHex(key) + ".bars");
        Optional<SourceBars> known = ColumnFile.read(file, key, source.symbol());
        if (known.isPresent()) {
            return new Reading(known.get(), "column file");
        }
        SourceBars parsed = parse(source, spec);
        try {
            ColumnFile.write(file, key, parsed);
            return new Reading(parsed, "parsed, column file written");
        } catch (IOException e) {
            return new Reading(parsed, "parsed, column file not written: " + e);
        }
    }

    private static SourceBars parse(SourceFile source, DataSpec spec) {
        return source.parquet()
                ? ParquetBars.read(source, spec.repairDrop())
                : CsvBars.read(source, spec.delimiter(), spec.repairDrop());
    }

    private static long size(SourceFile source) {
        try {
            return Files.size(source.path());
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    private static byte[] key(SourceFile source, DataSpec spec) {
        MessageDigest sha = BarDigest.sha256();
        String options = String.join(
                "\n",
                READER_VERSION,
                source.parquet() ? "parquet" : "csv",
                "delimiter " + spec.delimiter(),
                "drop " + spec.repairDrop(),
                "");
        sha.update(options.getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(source.path())) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sha.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw unreadable(source, e);
        }
        return sha.digest();
    }

    private static UserError unreadable(SourceFile source, IOException e) {
        return new UserError(source.name() + ": cannot be read: " + e.getMessage());
    }
}
