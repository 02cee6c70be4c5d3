package dev.winnow.engine.artifact;

import dev.winnow.engine.UserError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** URLs of Redis servers, read without its client. */
final class RedisUrl {
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    private RedisUrl() {}

    /**
     * The URL of a server.
     *
     * @throws UserError when it is not {@code redis://host[:port][/database]}, or rediss for TLS
     */
    static URI of(String text) {
        try {
            URI url = new URI(text);
            if (url.getScheme() != null && SCHEMES.contains(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw mistake(text);
        }
        throw mistake(text);
    }

    private static UserError mistake(String text) {
        return new UserError("Redis URL '" + text + "' is none; give redis://host:6379, or rediss:// for TLS");
    }
}
