package gyotaku.enrich.ipdata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// One table of `ip.data`: an index of blocks in the order of unsigned keys, each block deflated by itself.
final class BlockTable {

    /// Larger than any block that the packer makes (2048 entries of at most 21 bytes, or 512 names).
    private static final int BLOCK_BYTES = 1 << 17;

    record Index(long[] firstKeys, int[] offsets, int[] lengths, int[] entries) {

        static Index read(ByteBuffer file) {
            int blocks = file.getInt();
            Index index = new Index(new long[blocks], new int[blocks], new int[blocks], new int[blocks]);
            for (int i = 0; i < blocks; i++) {
                index.firstKeys[i] = file.getLong();
                index.offsets[i] = file.getInt();
                index.lengths[i] = file.getInt();
                index.entries[i] = file.getShort() & 0xffff;
            }
            return index;
        }

        int blockOf(long key) {
            int low = 0;
            int high = firstKeys.length - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (Long.compareUnsigned(firstKeys[middle], key) <= 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return high;
        }
    }

    private final Index index;
    private final ByteBuffer data;

    BlockTable(Index index, ByteBuffer data) {
        this.index = index;
        this.data = data;
    }

    /// The value of the range that the key lies in; 0 when it lies in none.
    long valueAt(long key) {
        int block = index.blockOf(key);
        if (block < 0) {
            return 0;
        }
        ByteBuffer entries = inflated(block);
        int count = index.entries[block];
        int found = lastNotAbove(key, block, entries);
        for (int i = 0; i < found; i++) {
            varint(entries);
        }
        return found < count ? varint(entries) : 0;
    }

    /// Leaves the buffer at the first value.
    private int lastNotAbove(long key, int block, ByteBuffer entries) {
        int count = index.entries[block];
        byte[] shifts = new byte[count];
        entries.get(shifts);
        long at = index.firstKeys[block];
        int found = 0;
        for (int i = 0; i < count; i++) {
            at += varint(entries) << shifts[i];
            if (Long.compareUnsigned(at, key) <= 0) {
                found = i;
            }
        }
        return found;
    }

    /// The name of that number, or empty.
    String nameOf(long asn) {
        int block = index.blockOf(asn);
        if (block < 0) {
            return "";
        }
        ByteBuffer entries = inflated(block);
        long at = index.firstKeys[block];
        int found = -1;
        for (int i = 0; i < index.entries[block]; i++) {
            at += varint(entries);
            if (at == asn) {
                found = i;
            }
        }
        return found < 0 ? "" : line(StandardCharsets.UTF_8.decode(entries).toString(), found);
    }

    private static String line(String lines, int number) {
        int start = 0;
        for (int i = 0; i < number; i++) {
            start = lines.indexOf('\n', start) + 1;
        }
        int end = lines.indexOf('\n', start);
        return end < 0 ? lines.substring(start) : lines.substring(start, end);
    }

    private ByteBuffer inflated(int block) {
        byte[] out = new byte[BLOCK_BYTES];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(data.slice(index.offsets[block], index.lengths[block]));
            return ByteBuffer.wrap(out, 0, inflater.inflate(out));
        } catch (DataFormatException e) {
            throw new IllegalStateException("block " + block + " of ip.data is damaged", e);
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 127) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
