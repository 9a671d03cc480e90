package gyotaku.enrich.ipdata;

import gyotaku.model.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The five tables of `ip.data`; `enrich/ipdata/pack.mjs` describes the layout.
record IpTables(
        String about, BlockTable country4, BlockTable country6, BlockTable asn4, BlockTable asn6, BlockTable names) {

    private static final int MAGIC = 0x47594950;

    static IpTables over(ByteBuffer file) {
        if (file.getInt() != MAGIC || file.get() != 1) {
            throw new IllegalStateException("ip.data is not of this version");
        }
        byte[] about = new byte[file.getShort() & 0xffff];
        file.get(about);
        List<BlockTable.Index> indexes = List.of(
                BlockTable.Index.read(file),
                BlockTable.Index.read(file),
                BlockTable.Index.read(file),
                BlockTable.Index.read(file),
                BlockTable.Index.read(file));
        ByteBuffer data = file.slice();
        return new IpTables(
                new String(about, StandardCharsets.UTF_8),
                new BlockTable(indexes.get(0), data),
                new BlockTable(indexes.get(1), data),
                new BlockTable(indexes.get(2), data),
                new BlockTable(indexes.get(3), data),
                new BlockTable(indexes.get(4), data));
    }

    long country(IpAddress address) {
        return (address.isV4() ? country4 : country6).valueAt(key(address));
    }

    long asn(IpAddress address) {
        return (address.isV4() ? asn4 : asn6).valueAt(key(address));
    }

    String name(long asn) {
        return names.nameOf(asn);
    }

    private static long key(IpAddress address) {
        ByteBuffer raw = ByteBuffer.wrap(address.bytes());
        return address.isV4() ? raw.getInt() & 0xffff_ffffL : raw.getLong();
    }
}
