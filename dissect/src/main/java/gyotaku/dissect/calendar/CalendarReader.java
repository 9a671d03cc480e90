package gyotaku.dissect.calendar;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Scripts;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// An invitation or a calendar (RFC 5545), and an address card (RFC 6350): who, what, and the links in it.
@AutoService(FormatReader.class)
public final class CalendarReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        String head = new String(file.bytes(), 0, Math.min(file.bytes().length, 256), StandardCharsets.UTF_8)
                .toUpperCase(Locale.ROOT);
        return head.contains("BEGIN:VCALENDAR") || head.contains("BEGIN:VCARD");
    }

    @Override
    public void read(Specimen file, Findings found) {
        List<String> told = new ArrayList<>();
        for (ContentLines.Line line : ContentLines.of(file.bytes())) {
            tell(line, told, found);
        }
        found.words(Words.Origin.WRITTEN, "", String.join("\n", told));
    }

    private static void tell(ContentLines.Line line, List<String> told, Findings found) {
        switch (line.name()) {
            case "METHOD" -> told.add("METHOD: " + line.value());
            case "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "NOTE", "FN", "ORG", "TITLE", "ADR" -> {
                told.add(line.name() + ": " + line.text());
                Scripts.tellUrls(line.text(), Link.Context.FILE, line.name(), found);
            }
            case "ORGANIZER", "ATTENDEE" -> told.add(line.name() + ": " + who(line));
            case "TEL", "EMAIL" -> told.add(line.name() + ": " + line.value());
            case "URL", "CONFERENCE", "SOURCE", "IMPP", "X-GOOGLE-CONFERENCE" ->
                found.link("", line.text(), Link.Context.FILE, line.name());
            case "X-ALT-DESC" -> page(line.text(), found);
            case "ATTACH", "PHOTO", "LOGO", "SOUND" -> attached(line, found);
            case "ACTION" -> {
                if (line.value().strip().equalsIgnoreCase("PROCEDURE")) {
                    found.trait(Trait.Kind.LAUNCH, "ACTION:PROCEDURE");
                }
            }
            default -> {}
        }
    }

    private static String who(ContentLines.Line line) {
        String name = parameter(line.parameters(), "CN=");
        String address = line.value().replaceFirst("(?i)^mailto:", "");
        return name.isEmpty() ? address : name + " <" + address + ">";
    }

    private static String parameter(String parameters, String key) {
        int at = (";" + parameters.toUpperCase(Locale.ROOT)).indexOf(";" + key);
        if (at < 0) {
            return "";
        }
        int from = at + key.length();
        boolean quoted = from < parameters.length() && parameters.charAt(from) == '"';
        int end = parameters.indexOf(quoted ? '"' : ';', from + 1);
        return parameters.substring(quoted ? from + 1 : from, end < 0 ? parameters.length() : end);
    }

    /// The description as a web page is opened as one.
    private static void page(String html, Findings found) {
        if (!html.isBlank()) {
            found.file("X-ALT-DESC.html", html.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void attached(ContentLines.Line line, Findings found) {
        String parameters = line.parameters().toUpperCase(Locale.ROOT);
        String value = line.value().strip();
        boolean data = value.toLowerCase(Locale.ROOT).startsWith("data:") && value.contains(",");
        if (parameters.contains("BASE64") || parameters.contains("ENCODING=B") || data) {
            byte[] bytes = Base64.getMimeDecoder().decode(data ? value.substring(value.indexOf(',') + 1) : value);
            found.trait(Trait.Kind.EMBEDDED_FILE, line.name());
            found.file("", bytes);
        } else {
            found.link("", value, Link.Context.FILE, line.name());
        }
    }
}
