package gyotaku.dissect.outlook;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
import gyotaku.parse.Magic;
import java.io.IOException;

/// What Exchange puts into a `winmail.dat` (MS-OXTNEF).
@AutoService(FormatReader.class)
public final class TnefReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals(Magic.TNEF);
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        TnefItem.Reading reading = TnefItem.read(file.bytes());
        if (reading.broken()) {
            found.state(Opened.State.BROKEN, "a length in it leads out of it");
        }
        OutlookReader.tell(reading.item(), file.bytes(), found);
    }
}
