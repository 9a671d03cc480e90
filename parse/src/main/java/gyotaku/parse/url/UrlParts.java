package gyotaku.parse.url;

import gyotaku.model.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A URL while it is read (WHATWG URL Standard, section 4.1), and its serialisation (section 4.5).
final class UrlParts {

    private static final int NO_DEFAULT = -1;

    private static final Map<String, Integer> SPECIAL =
            Map.of("http", 80, "https", 443, "ftp", 21, "ws", 80, "wss", 443, "file", NO_DEFAULT);

    String scheme = "";
    StringBuilder username = new StringBuilder();
    StringBuilder password = new StringBuilder();
    Optional<String> host = Optional.empty();
    int port = -1;
    List<String> path = new ArrayList<>();
    Optional<StringBuilder> opaquePath = Optional.empty();
    Optional<String> query = Optional.empty();
    Optional<String> fragment = Optional.empty();

    static boolean isSpecial(String scheme) {
        return SPECIAL.containsKey(scheme);
    }

    boolean isSpecial() {
        return isSpecial(scheme);
    }

    boolean isFile() {
        return scheme.equals("file");
    }

    boolean isDefaultPort(int number) {
        return SPECIAL.getOrDefault(scheme, NO_DEFAULT) == number;
    }

    boolean hasCredentials() {
        return !username.isEmpty() || !password.isEmpty();
    }

    void takeAuthority(UrlParts other) {
        username = other.username;
        password = other.password;
        host = other.host;
        port = other.port;
    }

    void takePath(UrlParts other) {
        path = new ArrayList<>(other.path);
        opaquePath = other.opaquePath;
    }

    /// Section 4.2: the drive letter of a file URL is never removed.
    void shortenPath() {
        boolean drive = isFile() && path.size() == 1 && Drive.isNormalized(path.getFirst());
        if (!drive && !path.isEmpty()) {
            path.removeLast();
        }
    }

    private String pathText() {
        return opaquePath.map(StringBuilder::toString).orElseGet(() -> {
            StringBuilder out = new StringBuilder();
            path.forEach(segment -> out.append('/').append(segment));
            return out.toString();
        });
    }

    private String userInfo() {
        return password.isEmpty() ? username.toString() : username + ":" + password;
    }

    WebUrl toWebUrl() {
        String pathText = pathText();
        return new WebUrl(
                href(pathText),
                scheme,
                userInfo(),
                host.orElse(""),
                port,
                pathText,
                query.orElse(""),
                fragment.orElse(""));
    }

    private String href(String pathText) {
        StringBuilder out = new StringBuilder(scheme).append(':');
        if (host.isPresent()) {
            out.append("//").append(userInfo()).append(hasCredentials() ? "@" : "");
            out.append(host.get());
            if (port >= 0) {
                out.append(':').append(port);
            }
        } else if (opaquePath.isEmpty() && path.size() > 1 && path.getFirst().isEmpty()) {
            out.append("/.");
        }
        out.append(pathText);
        query.ifPresent(text -> out.append('?').append(text));
        fragment.ifPresent(text -> out.append('#').append(text));
        return out.toString();
    }
}
