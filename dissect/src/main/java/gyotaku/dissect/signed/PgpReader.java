package gyotaku.dissect.signed;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;

/// Files of OpenPGP in text armour: signatures and encrypted messages.
@AutoService(FormatReader.class)
public final class PgpReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        return file.kind().isEmpty() && Armour.isIn(file.bytes());
    }

    @Override
    public void read(Specimen file, Findings found) {
        PgpPackets.tell(file.bytes(), found);
    }
}
