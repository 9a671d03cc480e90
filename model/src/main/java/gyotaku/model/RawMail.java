package gyotaku.model;

/// The sample as it came in. `bytes` are what is kept of it (at most `Limits.messageBytes`); `sha256` and `size` (in
/// bytes) are of the whole. Nobody writes into `bytes`.
public record RawMail(byte[] bytes, Sha256 sha256, long size) {

    public static RawMail of(byte[] bytes) {
        return new RawMail(bytes, Sha256.of(bytes), bytes.length);
    }

    /// True when the sample was larger than what is kept.
    public boolean cut() {
        return bytes.length < size;
    }
}
