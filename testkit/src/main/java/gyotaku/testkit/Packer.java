package gyotaku.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Writes archives of one file by the simplest stream that each compression allows: a code for every byte and no
/// repetition, or, for LZX, a block that is not compressed.
public final class Packer {

    private Packer() {}

    public static byte[] rar5(String name, byte[] content) {
        Bits bits = new Bits();
        codes(bits, 138, 35);
        literals(bits, content);
        byte[] stream = bits.bytes();
        int flags = (bits.count - 1) % 8 | 1 << 3 | 0x40 | 0x80;
        int sum = 0x5a ^ flags ^ stream.length & 255 ^ stream.length >> 8 & 255;
        byte[] data = little(4 + stream.length)
                .put((byte) flags)
                .put((byte) sum)
                .putShort((short) stream.length)
                .put(stream)
                .array();
        byte[] raw = name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int number : new int[] {2, 2, data.length, 4, content.length, 0x20}) {
            number(body, number);
        }
        body.writeBytes(little(4).putInt((int) crc(content)).array());
        for (int number : new int[] {1 << 7, 0, raw.length}) {
            number(body, number);
        }
        body.writeBytes(raw);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("Rar!\u001a\u0007\u0001\0"));
        block5(out, new byte[] {1, 0, 0}, new byte[0]);
        block5(out, body.toByteArray(), data);
        block5(out, new byte[] {5, 0, 0}, new byte[0]);
        return out.toByteArray();
    }

    private static void block5(ByteArrayOutputStream out, byte[] body, byte[] data) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        number(header, body.length);
        header.writeBytes(body);
        out.writeBytes(little(4).putInt((int) crc(header.toByteArray())).array());
        out.writeBytes(header.toByteArray());
        out.writeBytes(data);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 127) {
            out.write(rest & 127 | 128);
            rest >>= 7;
        }
        out.write(rest);
    }

    public static byte[] rar4(String name, byte[] content) {
        Bits bits = new Bits();
        bits.put(0, 2);
        codes(bits, 136, 11);
        literals(bits, content);
        bits.put(511, 9);
        bits.put(0, 2);
        byte[] data = bits.bytes();
        byte[] raw = ascii(name);
        byte[] rest = little(25 + raw.length)
                .putInt(data.length)
                .putInt(content.length)
                .put((byte) 2)
                .putInt((int) crc(content))
                .putInt(0)
                .put((byte) 29)
                .put((byte) 0x33)
                .putShort((short) raw.length)
                .putInt(0x20)
                .put(raw)
                .array();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("Rar!\u001a\u0007\0"));
        out.writeBytes(block4(0x73, 0, new byte[6]));
        out.writeBytes(block4(0x74, 0x8000, rest));
        out.writeBytes(data);
        out.writeBytes(block4(0x7b, 0x4000, new byte[0]));
        return out.toByteArray();
    }

    private static byte[] block4(int type, int flags, byte[] rest) {
        byte[] header = little(5 + rest.length)
                .put((byte) type)
                .putShort((short) flags)
                .putShort((short) (7 + rest.length))
                .put(rest)
                .array();
        return little(2 + header.length)
                .putShort((short) crc(header))
                .put(header)
                .array();
    }

    /// Eight bits for each byte but the last, nine for that and for the end.
    private static void codes(Bits bits, int zeros, int moreZeros) {
        for (int symbol = 0; symbol < 20; symbol++) {
            boolean used = symbol == 8 || symbol == 9 || symbol == 17 || symbol == 19;
            bits.put(used ? 2 : 0, 4);
        }
        bits.put(0, 2);
        bits.put(2, 2);
        bits.put(138 - 11, 7);
        bits.put(2, 2);
        bits.put(116 - 11, 7);
        bits.put(1, 2);
        bits.put(1, 2);
        bits.put(3, 2);
        bits.put(zeros - 11, 7);
        bits.put(3, 2);
        bits.put(moreZeros - 11, 7);
    }

    private static void literals(Bits bits, byte[] content) {
        for (byte b : content) {
            if (b == -1) {
                bits.put(510, 9);
            } else {
                bits.put(b & 255, 8);
            }
        }
    }

    public static byte[] lh5(String name, byte[] content) {
        Bits bits = new Bits();
        bits.put(content.length, 16);
        // All lengths of codes are 8, so that none needs a bit.
        bits.put(0, 5);
        bits.put(8 + 2, 5);
        bits.put(256, 9);
        bits.put(0, 8);
        for (byte b : content) {
            bits.put(b & 255, 8);
        }
        return lzh(name, bits.bytes(), content.length, crc16(content));
    }

    /// A gibibyte of spaces out of half a kibibyte: the only code of each block, which so takes no bit, repeats 256
    /// bytes, and the window is full of spaces at the start.
    public static byte[] lh5Bomb(String name) {
        int most = 65_535;
        int blocks = (1 << 30) / (256 * most);
        Bits bits = new Bits();
        for (int i = 0; i < blocks; i++) {
            bits.put(most, 16);
            bits.put(0, 5);
            bits.put(0, 5);
            bits.put(0, 9);
            bits.put(256 + 256 - 3, 9);
            bits.put(0, 8);
        }
        return lzh(name, bits.bytes(), blocks * 256 * most, 0);
    }

    private static byte[] lzh(String name, byte[] data, int size, int sum) {
        byte[] raw = name.getBytes(Charset.forName("windows-31j"));
        byte[] header = little(22 + raw.length)
                .put(ascii("-lh5-"))
                .putInt(data.length)
                .putInt(size)
                .putInt(0x5a5a5a5a)
                .put((byte) 0x20)
                .put((byte) 0)
                .put((byte) raw.length)
                .put(raw)
                .putShort((short) sum)
                .array();
        byte check = 0;
        for (byte b : header) {
            check += b;
        }
        return little(2 + header.length + data.length + 1)
                .put((byte) header.length)
                .put(check)
                .put(header)
                .put(data)
                .array();
    }

    public static byte[] lzxCabinet(String name, byte[] content) {
        byte[] raw = name.getBytes(StandardCharsets.UTF_8);
        int at = 44 + 16 + raw.length + 1;
        int packed = 16 + content.length + content.length % 2;
        int head = (3 << 24 | content.length) << 4;
        return little(at + 8 + packed)
                .put(ascii("MSCF"))
                .putInt(0)
                .putInt(at + 8 + packed)
                .putInt(0)
                .putInt(44)
                .putInt(0)
                .putShort((short) 0x103)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .putInt(at)
                .putShort((short) 1)
                .putShort((short) (3 | 15 << 8))
                .putInt(content.length)
                .putInt(0)
                .putShort((short) 0)
                .putInt(0x5a5a)
                .putShort((short) 0x80)
                .put(raw)
                .put((byte) 0)
                .putInt(0)
                .putShort((short) packed)
                .putShort((short) content.length)
                .putShort((short) (head >> 16))
                .putShort((short) head)
                .putInt(1)
                .putInt(1)
                .putInt(1)
                .put(content)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static int crc16(byte[] bytes) {
        int crc = 0;
        for (byte b : bytes) {
            crc ^= b & 255;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xa001 : crc >> 1;
            }
        }
        return crc;
    }

    /// The highest bit of a byte first.
    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int current;
        private int count;

        void put(int value, int width) {
            for (int bit = width - 1; bit >= 0; bit--) {
                current = current << 1 | value >> bit & 1;
                if (++count % 8 == 0) {
                    out.write(current);
                    current = 0;
                }
            }
        }

        byte[] bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(out.toByteArray());
            if (count % 8 > 0) {
                all.write(current << 8 - count % 8);
            }
            return all.toByteArray();
        }
    }
}
