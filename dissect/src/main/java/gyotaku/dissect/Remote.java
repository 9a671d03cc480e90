package gyotaku.dissect;

import java.util.Locale;

/// Targets that lie on another machine.
public final class Remote {

    private Remote() {}

    /// Whether it is a URL of the net, or a share: opening one sends the user's name and a hash of the password.
    public static boolean is(String target) {
        String lower = target.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http:")
                || lower.startsWith("https:")
                || lower.startsWith("ftp:")
                || lower.startsWith("mhtml:")
                || lower.startsWith("\\\\")
                || lower.startsWith("//")
                || lower.startsWith("file:") && host(lower.substring(5));
    }

    /// `file://host/…` and `file:\\host\…`, but not `file:///C:/…`.
    private static boolean host(String rest) {
        String slashes = rest.replace('\\', '/');
        return slashes.startsWith("/////") && slashes.length() > 5
                || slashes.startsWith("//") && slashes.length() > 2 && slashes.charAt(2) != '/';
    }
}
