package gyotaku.parse.link;

import gyotaku.model.WebUrl;
import gyotaku.parse.url.UrlParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Takes the URLs of rewriting services off the one that they lead to, without asking anybody.
final class Unwrapper {

    /// Against URLs that are wrapped into each other for ever.
    private static final int MOST_LAYERS = 5;

    /// @param target where it leads in the end
    /// @param wrappers hosts that were taken off, outermost first
    record Unwrapped(WebUrl target, List<String> wrappers) {}

    private final List<Wrapper> wrappers;

    Unwrapper(List<Wrapper> wrappers) {
        this.wrappers = List.copyOf(wrappers);
    }

    static Unwrapper standard() {
        try (InputStream file = Objects.requireNonNull(Unwrapper.class.getResourceAsStream("wrappers.yaml"))) {
            return new Unwrapper(new YAMLMapper().readValue(file, new TypeReference<List<Wrapper>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("wrappers.yaml cannot be read", e);
        }
    }

    List<Wrapper> wrappers() {
        return wrappers;
    }

    Unwrapped unwrap(WebUrl outer) {
        WebUrl url = outer;
        List<String> hosts = new ArrayList<>();
        while (hosts.size() < MOST_LAYERS) {
            Optional<WebUrl> inner = inside(url);
            if (inner.isEmpty()) {
                break;
            }
            hosts.add(url.host());
            url = inner.get();
        }
        return new Unwrapped(url, List.copyOf(hosts));
    }

    private Optional<WebUrl> inside(WebUrl url) {
        if (!url.isWeb()) {
            return Optional.empty();
        }
        return wrappers.stream()
                .filter(wrapper -> wrapper.isAround(url))
                .flatMap(wrapper -> wrapper.target(url).stream())
                .flatMap(text -> web(text).stream())
                .findFirst();
    }

    private static Optional<WebUrl> web(String text) {
        String start = text.strip();
        String absolute = hasScheme(start) ? start : start.startsWith("//") ? "https:" + start : "https://" + start;
        return UrlParser.parse(absolute, Optional.empty())
                .filter(url -> (url.isWeb() || url.scheme().equals("ftp")) && looksReal(url, hasScheme(start)));
    }

    private static boolean looksReal(WebUrl url, boolean hasScheme) {
        return hasScheme || url.host().indexOf('.') > 0;
    }

    private static boolean hasScheme(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && colon < 12
                && text.substring(0, colon).chars().allMatch(c -> c < 128 && Character.isLetter(c))
                && text.indexOf("//") == colon + 1;
    }
}
