package gyotaku.dissect.text;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Words;
import gyotaku.parse.charset.TextDecoder;
import gyotaku.parse.link.TextUrls;
import java.util.Set;

/// A plain text: what it says and the URLs in it.
@AutoService(FormatReader.class)
public final class TextReader implements FormatReader {

    private static final Set<String> NAMES = Set.of("txt", "text", "log", "md", "asc", "readme");

    @Override
    public boolean reads(Specimen file) {
        boolean said = NAMES.contains(file.extension()) || file.label().equals("text/plain");
        return file.kind().isEmpty() && said;
    }

    @Override
    public void read(Specimen file, Findings found) {
        String text =
                TextDecoder.decode(file.bytes(), 0, file.bytes().length, "").text();
        found.words(Words.Origin.WRITTEN, "", text);
        for (TextUrls.Hit hit : TextUrls.in(text)) {
            found.link("", text.substring(hit.start(), hit.end()), Link.Context.FILE, "");
        }
    }
}
