package dev.winnow.cli.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** What exactly is running: version, commit, JDK, SIMD species. */
public final class Version implements IVersionProvider {
    /** The file beside this class that the build writes the commit to. */
    public static final String COMMIT = "commit.txt";
    /** The one with the digest of the code that makes results. */
    public static final String CODE = "code.sha256";
    /** What stands for a commit or a digest that the build did not find. */
    public static final String UNKNOWN = "unknown";

    @Override
    public String[] getVersion() {
        return new String[] {"winnow " + version() + " (commit " + commit() + ")", "JDK " + jdk(), "SIMD " + simd()};
    }

    /** The release, such as 0.1.0. */
    public String version() {
        return written("version.txt");
    }

    /** The abbreviated commit that was checked out for the build, or "unknown" where it was built outside a repository. */
    public String commit() {
        return written(COMMIT);
    }

    /** SHA-256 over the classes that make results, 64 hex digits; "unknown" where the build did not note it. */
    public String code() {
        return written(CODE);
    }

    /** Version and vendor of the running JDK. */
    public static String jdk() {
        return System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")";
    }

    /** The preferred SIMD species of doubles, or "none" where the Vector API's module is not loaded. */
    public static String simd() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return "none";
        }
        return Simd.species();
    }

    /** What the build wrote to the file beside this class. */
    private static String written(String file) {
        try (InputStream in = Version.class.getResourceAsStream(file)) {
            return in == null ? UNKNOWN : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
