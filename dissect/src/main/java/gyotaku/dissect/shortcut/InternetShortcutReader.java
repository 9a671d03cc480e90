package gyotaku.dissect.shortcut;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Remote;
import gyotaku.dissect.Scripts;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A short cut as lines of `key=value`: `.url` and `.website` of Windows (`[InternetShortcut]`), `.desktop` of the
/// Desktop Entry Specification 1.5, `.library-ms` not.
@AutoService(FormatReader.class)
public final class InternetShortcutReader implements FormatReader {

    /// A short cut of more is something else.
    private static final int LOOKED_AT = 64 << 10;

    @Override
    public boolean reads(Specimen file) {
        String text = text(file).toLowerCase(Locale.ROOT);
        return text.contains("[internetshortcut]") && file.bytes().length < LOOKED_AT
                || text.contains("[desktop entry]") && file.bytes().length < LOOKED_AT;
    }

    @Override
    public void read(Specimen file, Findings found) {
        for (String line : text(file).split("\\R", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                tell(key, line.substring(equals + 1).strip(), found);
            }
        }
    }

    private static void tell(String key, String value, Findings found) {
        switch (key) {
            case "url", "baseurl" -> {
                found.link("", value, Link.Context.FILE, "");
                if (Remote.is(value) && !value.toLowerCase(Locale.ROOT).startsWith("http")) {
                    found.trait(Trait.Kind.LAUNCH, value);
                }
            }
            case "exec", "tryexec" -> {
                found.trait(Trait.Kind.LAUNCH, value);
                found.trait(Trait.Kind.COMMAND, value);
                Scripts.tellUrls(value, Link.Context.FILE, "", found);
            }
            case "iconfile", "icon", "workingdirectory" -> {
                if (Remote.is(value)) {
                    found.trait(Trait.Kind.EXTERNAL_LOAD, key + ": " + value);
                    found.link("", value, Link.Context.IMAGE, key);
                }
            }
            default -> {}
        }
    }

    private static String text(Specimen file) {
        byte[] bytes = file.bytes();
        boolean utf16 = bytes.length > 2 && (bytes[0] & 255) == 0xff && (bytes[1] & 255) == 0xfe;
        Charset charset = utf16 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        return new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), charset);
    }
}
