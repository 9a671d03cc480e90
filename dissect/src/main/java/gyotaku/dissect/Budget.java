package gyotaku.dissect;

import gyotaku.model.Limits;

/// What may still be unpacked of one attachment, all levels of files in files together.
final class Budget {

    private final Limits.Files limits;
    private long bytes;
    private int files;

    Budget(Limits.Files limits) {
        this.limits = limits;
        this.bytes = limits.unpackedBytes();
        this.files = limits.count();
    }

    Limits.Files limits() {
        return limits;
    }

    boolean takeFile() {
        return files-- > 0;
    }

    long bytes() {
        return bytes;
    }

    void take(long unpacked) {
        bytes -= unpacked;
    }
}
