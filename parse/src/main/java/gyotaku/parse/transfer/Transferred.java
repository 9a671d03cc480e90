package gyotaku.parse.transfer;

/// Content after its transfer encoding was taken off: `bytes[from, to)`.
///
/// @param faults places that break the encoding
/// @param firstFault the index of the first of them in the encoded bytes, or -1
public record Transferred(byte[] bytes, int from, int to, int faults, int firstFault) {

    public int size() {
        return to - from;
    }
}
