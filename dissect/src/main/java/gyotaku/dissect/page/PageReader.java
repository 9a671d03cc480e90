package gyotaku.dissect.page;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import gyotaku.parse.charset.MetaCharset;
import gyotaku.parse.charset.TextDecoder;
import java.util.Set;

/// An HTML page or an HTML application: what it shows, leads to, asks for, and what its scripts build. No script runs.
@AutoService(FormatReader.class)
public final class PageReader implements FormatReader {

    private static final Set<String> NAMES = Set.of("html", "htm", "shtml", "shtm", "xhtml", "xht", "hta");

    /// Against memory: a page that is longer is looked at up to here.
    private static final int LONGEST = 16 << 20;

    private final Limits limits = Limits.standard();

    @Override
    public boolean reads(Specimen file) {
        boolean text = file.kind().isEmpty() || file.kind().equals("application/xml");
        return file.kind().equals("text/html")
                || text && (NAMES.contains(file.extension()) || file.label().equalsIgnoreCase("text/html"));
    }

    @Override
    public void read(Specimen file, Findings found) {
        int length = Math.min(file.bytes().length, LONGEST);
        if (length < file.bytes().length) {
            found.truncated("textBytes", LONGEST, Text.of("長いページの残り", "the rest of a long page"));
        }
        String label = MetaCharset.of(file.bytes(), 0, length);
        String html = TextDecoder.decode(file.bytes(), 0, length, label).text();
        if (file.extension().equals("hta")) {
            found.trait(Trait.Kind.PROGRAM, "HTML application (.hta)");
        }
        PageWalk walk = new PageWalk(found, limits);
        walk.read(html, "");
        found.words(Words.Origin.WRITTEN, "", walk.visible());
        walk.end();
    }
}
