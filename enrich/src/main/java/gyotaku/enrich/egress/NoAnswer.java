package gyotaku.enrich.egress;

import gyotaku.model.Why;
import java.io.IOException;

/// A look-up that ends without usable bytes, with the reason for the reader.
public final class NoAnswer extends IOException {

    private final transient Why why;

    public NoAnswer(Why.Reason reason, String detail) {
        super(reason + " " + detail);
        this.why = new Why(reason, detail);
    }

    public Why why() {
        return why;
    }
}
