package gyotaku.dissect.archive;

import java.io.EOFException;
import java.io.IOException;

/// The sectors of a disk, wherever they lie in the file that keeps it.
final class Disk {

    /// Where a block begins in the file, or [#NOWHERE].
    @FunctionalInterface
    interface Places {
        long of(long block) throws EOFException;
    }

    /// Of a block that was never written: it reads as zeros.
    static final long NOWHERE = -1;

    private final Bytes file;
    private final long size;
    private final long blockSize;
    private final Places places;
    private long stored;

    Disk(Bytes file, long size, long blockSize, Places places) {
        this.file = file;
        this.size = size;
        this.blockSize = blockSize;
        this.places = places;
    }

    /// One sector after the other, from the start of the file.
    static Disk flat(Bytes file, long size) {
        return new Disk(file, size, Long.MAX_VALUE, _ -> 0);
    }

    long size() {
        return size;
    }

    /// How many of the bytes that were read lie in the file.
    long stored() {
        return stored;
    }

    /// @throws EOFException when the disk or the file ends before
    Bytes read(long at, int length) throws IOException {
        if (at < 0 || at > size - length) {
            throw new EOFException("the disk ends before offset " + (at + length));
        }
        byte[] all = new byte[length];
        int done = 0;
        while (done < length) {
            long inBlock = (at + done) % blockSize;
            int n = (int) Math.min(length - done, blockSize - inBlock);
            long place = places.of((at + done) / blockSize);
            if (place != NOWHERE) {
                System.arraycopy(file.part(place + inBlock, n), 0, all, done, n);
                stored += n;
            }
            done += n;
        }
        return new Bytes(all);
    }
}
