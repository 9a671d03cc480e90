package gyotaku.dissect.signed;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What the packets of OpenPGP say about whose key signed or may read (RFC 9580 sections 4 and 5). No key comes along,
/// so nothing is verified.
final class PgpPackets {

    private static final int ENCRYPTED_KEY = 1;
    private static final int SIGNATURE = 2;
    private static final int PASSWORD_KEY = 3;
    private static final int CREATED = 2;
    private static final int ISSUER = 16;
    private static final int FINGERPRINT = 33;

    /// Against a file of a million packets.
    private static final int MOST = 20;

    private final ByteBuffer packets;
    private final Findings found;

    private PgpPackets(byte[] packets, Findings found) {
        this.packets = ByteBuffer.wrap(packets);
        this.found = found;
    }

    static void tell(byte[] armoured, Findings found) {
        try {
            new PgpPackets(Armour.packets(armoured), found).tell();
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            found.state(Opened.State.BROKEN, "a packet is shorter than it says");
        }
    }

    private void tell() {
        for (int i = 0; i < MOST && packets.hasRemaining(); i++) {
            int first = packets.get() & 0xff;
            if (first < 0x80) {
                throw new IllegalArgumentException();
            }
            boolean modern = (first & 0x40) != 0;
            int tag = modern ? first & 0x3f : first >> 2 & 0xf;
            long length = modern ? length(packets) : oldLength(first & 3);
            int size = (int) Math.min(length, packets.remaining());
            ByteBuffer packet = packets.slice(packets.position(), size);
            packets.position(packets.position() + size);
            packet(tag, packet);
        }
    }

    /// RFC 9580 section 4.2.1; a partial length counts as the rest.
    private static long length(ByteBuffer in) {
        int first = in.get() & 0xff;
        if (first < 192) {
            return first;
        }
        if (first < 224) {
            return (first - 192L << 8) + (in.get() & 0xff) + 192;
        }
        return first == 255 ? Integer.toUnsignedLong(in.getInt()) : in.remaining();
    }

    private long oldLength(int kind) {
        return switch (kind) {
            case 0 -> packets.get() & 0xff;
            case 1 -> packets.getShort() & 0xffff;
            case 2 -> Integer.toUnsignedLong(packets.getInt());
            default -> packets.remaining();
        };
    }

    private void packet(int tag, ByteBuffer packet) {
        if (tag == SIGNATURE) {
            found.trait(Trait.Kind.SIGNATURE_UNCHECKED, signature(packet));
        } else if (tag == ENCRYPTED_KEY) {
            boolean old = packet.get() == 3;
            found.trait(Trait.Kind.ENCRYPTED, old ? "for key " + hex(packet, 8) : "for another key");
            found.state(Opened.State.LOCKED, "encrypted for the keys of its recipients");
        } else if (tag == PASSWORD_KEY) {
            found.trait(Trait.Kind.ENCRYPTED, "with a password");
            found.state(Opened.State.LOCKED, "encrypted with a password");
        }
    }

    private static String signature(ByteBuffer packet) {
        List<String> said = new ArrayList<>();
        int version = packet.get();
        if (version == 3) {
            packet.getShort();
            said.add("created " + Instant.ofEpochSecond(Integer.toUnsignedLong(packet.getInt())));
            said.add("key " + hex(packet, 8));
            said.add(algorithm(packet.get()) + " with " + hash(packet.get()));
        } else {
            packet.get();
            said.add(algorithm(packet.get()) + " with " + hash(packet.get()));
            subpackets(packet, version, said);
            subpackets(packet, version, said);
        }
        return "OpenPGP; no key came along; " + String.join("; ", said);
    }

    private static void subpackets(ByteBuffer packet, int version, List<String> said) {
        int size = version >= 6 ? packet.getInt() : packet.getShort() & 0xffff;
        if (size < 0 || size > packet.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer all = packet.slice(packet.position(), size);
        packet.position(packet.position() + size);
        while (all.hasRemaining()) {
            int length = (int) Math.min(length(all), all.remaining());
            if (length == 0) {
                continue;
            }
            ByteBuffer one = all.slice(all.position(), length);
            all.position(all.position() + length);
            switch (one.get() & 0x7f) {
                case CREATED -> said.add("created " + Instant.ofEpochSecond(Integer.toUnsignedLong(one.getInt())));
                case ISSUER -> said.add("key " + hex(one, 8));
                case FINGERPRINT -> {
                    one.get();
                    said.add("fingerprint " + hex(one, Math.min(32, one.remaining())));
                }
                default -> {}
            }
        }
    }

    private static String hex(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static String algorithm(int id) {
        return switch (id) {
            case 1, 2, 3 -> "RSA";
            case 17 -> "DSA";
            case 19 -> "ECDSA";
            case 22, 27 -> "EdDSA";
            case 28 -> "Ed448";
            default -> "algorithm " + (id & 0xff);
        };
    }

    private static String hash(int id) {
        return switch (id) {
            case 1 -> "MD5";
            case 2 -> "SHA-1";
            case 3 -> "RIPEMD-160";
            case 8 -> "SHA-256";
            case 9 -> "SHA-384";
            case 10 -> "SHA-512";
            case 11 -> "SHA-224";
            case 12 -> "SHA3-256";
            case 14 -> "SHA3-512";
            default -> "hash " + (id & 0xff);
        };
    }
}
