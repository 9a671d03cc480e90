package gyotaku.dissect.pdf;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/// A PDF. Nothing in it is run or fetched: its objects are looked at, its pages drawn.
@AutoService(FormatReader.class)
public final class PdfReader implements FormatReader {

    /// Readers take the header anywhere in the first 1024 bytes (ISO 32000-1, Annex H.3, note 13).
    private static final int HEADER_WITHIN = 1024;

    static {
        FontMappers.set(new OneFont());
    }

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/pdf")
                || new String(
                                file.bytes(),
                                0,
                                Math.min(file.bytes().length, HEADER_WITHIN),
                                StandardCharsets.ISO_8859_1)
                        .contains("%PDF-");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        Optional<PDDocument> opened;
        try {
            opened = unlocked(file.bytes(), found);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            PdfRemains.tell(file.bytes(), found);
            throw e;
        }
        if (opened.isPresent()) {
            try (PDDocument document = opened.get()) {
                read(document, found);
            }
        }
    }

    private static void read(PDDocument document, Findings found) {
        PdfPages pages = PdfPages.of(document);
        PdfText text = new PdfText(found);
        text.read(pages);
        PdfWalk walk = new PdfWalk(document, pages, text::beneath, found);
        walk.read();
        text.tellUrls();
        if (walk.mayBeDrawn()) {
            new PdfFace(document, found).draw(pages.dictionaries().size());
        }
    }

    /// By no password (many are encrypted only against changes), else by the words of the mail.
    private static Optional<PDDocument> unlocked(byte[] bytes, Findings found) throws IOException {
        List<String> passwords = new ArrayList<>(List.of(""));
        passwords.addAll(found.passwords());
        for (String password : passwords) {
            try {
                PDDocument document = Loader.loadPDF(bytes, password);
                if (!password.isEmpty()) {
                    found.trait(Trait.Kind.ENCRYPTED, "PDF");
                    found.trait(Trait.Kind.PASSWORD_OPENED, password);
                }
                return Optional.of(document);
            } catch (InvalidPasswordException _) {
                // The next one may be it.
            } catch (NoClassDefFoundError _) {
                // The library asks for one that it needs for certificates only.
                found.trait(Trait.Kind.ENCRYPTED, "PDF, for a certificate");
                found.state(Opened.State.LOCKED, "it is encrypted for a certificate");
                return Optional.empty();
            }
        }
        found.trait(Trait.Kind.ENCRYPTED, "PDF");
        found.state(Opened.State.LOCKED, "none of " + found.passwords().size() + " passwords opens it");
        return Optional.empty();
    }
}
