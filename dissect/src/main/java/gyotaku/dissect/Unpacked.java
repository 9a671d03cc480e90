package gyotaku.dissect;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// The bytes of one file in a file while they come.
final class Unpacked {

    enum End {
        WHOLE,
        /// Nothing more may be unpacked of the whole attachment.
        FULL,
        /// More came out of little than honest content does.
        TOO_DENSE
    }

    /// The first MiB may be made of little: small texts and pictures pack well.
    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private static final int SMALLEST_CHUNK = 8 << 10;
    private static final int LARGEST_CHUNK = 1 << 20;

    private final Budget budget;
    private final LongSupplier packed;
    /// In pieces, since one growing array would need three times its size while it is copied.
    private final List<byte[]> chunks = new ArrayList<>();

    private byte[] chunk = new byte[SMALLEST_CHUNK];
    private int inChunk;
    private long size;
    private End end = End.WHOLE;

    /// @param packed bytes that it is made of, as far as it was read, or -1 when that is not known
    Unpacked(Budget budget, LongSupplier packed) {
        this.budget = budget;
        this.packed = packed;
    }

    void take(InputStream in) throws IOException {
        while (end == End.WHOLE) {
            int room = chunk.length - inChunk;
            if (room == 0) {
                chunks.add(chunk);
                chunk = new byte[Math.min(LARGEST_CHUNK, chunk.length * 2)];
                inChunk = 0;
                room = chunk.length;
            }
            int n = in.read(chunk, inChunk, room);
            if (n < 0) {
                return;
            }
            keep(n);
        }
    }

    private void keep(int n) {
        int kept = (int) Math.min(n, budget.bytes());
        inChunk += kept;
        size += kept;
        budget.take(kept);
        if (kept < n) {
            end = End.FULL;
        } else if (isDense()) {
            end = End.TOO_DENSE;
        }
    }

    private boolean isDense() {
        return size > RATIO_COUNTS_FROM
                && packed() >= 0
                && size / Math.max(packed(), 1) > budget.limits().files().ratio();
    }

    End end() {
        return end;
    }

    long size() {
        return size;
    }

    long packed() {
        return packed.getAsLong();
    }

    /// All that came; to be asked once.
    byte[] bytes() {
        byte[] all = new byte[Math.toIntExact(size)];
        int at = 0;
        chunks.add(chunk);
        for (int i = 0; i < chunks.size(); i++) {
            byte[] part = chunks.set(i, new byte[0]);
            int length = Math.min(part.length, all.length - at);
            System.arraycopy(part, 0, all, at, length);
            at += length;
        }
        chunks.clear();
        return all;
    }
}
