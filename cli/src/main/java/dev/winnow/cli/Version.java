package dev.winnow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What exactly is running: version, commit, JDK, SIMD species. */
public final class Version implements IVersionProvider {
    /** Name of the resource with the code's digest. */
    static final String CODE = "code.sha256";

    private final Properties build = new Properties();

    public Version() {
        try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"winnow " + version() + " (commit " + commit() + ")", "JDK " + jdk(), "SIMD " + simd()};
    }

    /** The release, such as 0.1.0. */
    public String version() {
        return build.getProperty("version", "unknown");
    }

    /** The abbreviated commit of the build, or "unknown" where it was built outside a repository. */
    public String commit() {
        String commit = build.getProperty("commit", "unknown");
        return commit.startsWith("$") ? "unknown" : commit;
    }

    /** SHA-256 over the classes that make results, 64 hex digits; "unknown" where the build did not note it. */
    public String code() {
        try (InputStream in = Version.class.getResourceAsStream(CODE)) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
