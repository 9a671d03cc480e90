package gyotaku.dissect.page;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Trait;
import gyotaku.parse.Magic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The files that a page carries in itself and gives to its reader: HTML smuggling.
final class Builds {

    private static final int MOST = 20;

    private final Findings found;
    private final Set<String> signs = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<byte[]> files = new ArrayList<>();

    Builds(Findings found) {
        this.found = found;
    }

    /// A name that the page gives to a file.
    void name(String name) {
        if (!name.isBlank() && name.length() < 300 && names.size() < MOST) {
            names.add(name);
        }
    }

    /// Something that pages use that build files.
    void sign(String sign) {
        signs.add(sign);
    }

    /// A file that is written in the page in another form.
    void file(byte[] bytes) {
        if (files.size() < MOST && files.stream().noneMatch(other -> Arrays.equals(other, bytes))) {
            files.add(bytes);
        }
    }

    /// A `data:` URL (RFC 2397).
    ///
    /// @param download whether it is offered as a file
    /// @return the page in it, when it is one
    Optional<String> data(String url, boolean download) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        String type = url.substring(5, comma).toLowerCase(Locale.ROOT);
        String written = url.substring(comma + 1);
        Optional<byte[]> bytes = type.endsWith(";base64")
                ? Decoding.base64(Decoding.percent(written))
                : Optional.of(Decoding.percent(written).getBytes(StandardCharsets.UTF_8));
        if (type.startsWith("text/html")) {
            return bytes.map(page -> new String(page, StandardCharsets.UTF_8));
        }
        boolean picture = type.startsWith("image/") || type.startsWith("font/") || type.startsWith("audio/");
        if (download) {
            sign("download of data:");
        }
        if (!picture && !type.startsWith("text/")) {
            sign("data:" + (type.length() > 60 ? type.substring(0, 60) : type));
        }
        bytes.filter(file -> picture || download || isFile(file)).ifPresent(this::file);
        return Optional.empty();
    }

    /// Whether the bytes are of a kind that is known and no page.
    static boolean isFile(byte[] bytes) {
        String kind = Magic.of(bytes, 0, bytes.length);
        return !kind.isEmpty() && !kind.equals("text/html") && !kind.equals("application/xml");
    }

    void end() {
        boolean saves = signs.contains("msSaveOrOpenBlob") || signs.contains("msSaveBlob");
        boolean blob = signs.contains("Blob") && signs.contains("createObjectURL");
        boolean offered = signs.contains("download of data:") || signs.stream().anyMatch(s -> s.startsWith("data:"));
        boolean carried = files.stream().anyMatch(file -> !isPicture(file)) && signs.contains("atob");
        if (saves || blob || offered || carried) {
            found.trait(Trait.Kind.SMUGGLING, String.join(", ", signs));
            names.forEach(name -> found.trait(Trait.Kind.SMUGGLING, "file name: " + name));
        }
        List<String> given = List.copyOf(names);
        int nth = 0;
        for (byte[] file : files) {
            boolean named = !isPicture(file) && nth < given.size();
            found.file(named ? given.get(nth++) : "", file);
        }
    }

    private static boolean isPicture(byte[] file) {
        return Magic.of(file, 0, file.length).startsWith("image/");
    }
}
