package gyotaku.dissect.office;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/// An `ActiveMime` file (`editdata.mso`, `oledata.mso`): Word puts the macros and objects of a document into one when
/// it saves it as XML or as a web page.
@AutoService(FormatReader.class)
public final class ActiveMimeReader implements FormatReader {

    private static final String SIGN = "ActiveMime";

    /// Where the deflated compound file begins.
    private static final int HEADER = 0x32;

    @Override
    public boolean reads(Specimen file) {
        return file.bytes().length > HEADER
                && new String(file.bytes(), 0, SIGN.length(), StandardCharsets.ISO_8859_1).equals(SIGN);
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        found.trait(Trait.Kind.EMBEDDED_OBJECT, SIGN);
        int length = file.bytes().length - HEADER;
        found.file("", length, new InflaterInputStream(new ByteArrayInputStream(file.bytes(), HEADER, length)));
    }
}
