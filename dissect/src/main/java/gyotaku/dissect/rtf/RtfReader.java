package gyotaku.dissect.rtf;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;

/// A document in Rich Text Format.
@AutoService(FormatReader.class)
public final class RtfReader implements FormatReader {

    /// Word opens what begins with `{\rt`, and takes it for RTF by that alone.
    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/rtf");
    }

    @Override
    public void read(Specimen file, Findings found) {
        new RtfText(file.bytes(), found).read();
    }
}
