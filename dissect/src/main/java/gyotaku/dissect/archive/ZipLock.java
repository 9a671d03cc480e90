package gyotaku.dissect.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The two ciphers of ZIP files: the traditional one (PKWARE APPNOTE 6.3.10, 6.1) and AES as WinZip writes it
/// (“AES Encryption Information”, 1.04).
final class ZipLock {

    private static final int HEADER = 12;
    private static final int VERIFIER = 2;
    private static final int MAC = 10;
    private static final int ROUNDS = 1_000;
    private static final int[] CRC = crcTable();

    private ZipLock() {}

    /// The packed content of a member, decrypted; empty when the password is not the one. The traditional cipher knows
    /// by one byte only, so the content's checksum must be looked at too.
    static Optional<byte[]> open(ZipMember member, byte[] encrypted, String password) throws IOException {
        return member.aes().isPresent()
                ? aes(member.aes().get().strength(), encrypted, password)
                : traditional(member, encrypted, password);
    }

    private static Optional<byte[]> traditional(ZipMember member, byte[] encrypted, String password)
            throws IOException {
        if (encrypted.length < HEADER) {
            throw new EOFException("too short for its encryption");
        }
        Traditional keys = new Traditional(password);
        byte[] plain = new byte[encrypted.length];
        for (int i = 0; i < HEADER; i++) {
            plain[i] = keys.decrypt(encrypted[i]);
        }
        int check = plain[HEADER - 1] & 255;
        if (check != (member.crc() >> 24 & 255) && check != member.time() >> 8) {
            return Optional.empty();
        }
        for (int i = HEADER; i < encrypted.length; i++) {
            plain[i] = keys.decrypt(encrypted[i]);
        }
        return Optional.of(Arrays.copyOfRange(plain, HEADER, plain.length));
    }

    private static final class Traditional {
        private int key0 = 0x12345678;
        private int key1 = 0x23456789;
        private int key2 = 0x34567890;

        Traditional(String password) {
            for (byte b : password.getBytes(StandardCharsets.UTF_8)) {
                update(b);
            }
        }

        byte decrypt(byte encrypted) {
            int temp = (key2 | 2) & 0xffff;
            byte plain = (byte) (encrypted ^ temp * (temp ^ 1) >>> 8);
            update(plain);
            return plain;
        }

        private void update(byte plain) {
            key0 = crc(key0, plain);
            key1 = (key1 + (key0 & 255)) * 134775813 + 1;
            key2 = crc(key2, (byte) (key1 >>> 24));
        }

        private static int crc(int old, byte b) {
            return old >>> 8 ^ CRC[(old ^ b) & 255];
        }
    }

    private static Optional<byte[]> aes(int strength, byte[] encrypted, String password) throws IOException {
        if (strength < 1 || strength > 3) {
            throw new IOException("AES of the unknown strength " + strength);
        }
        int keyLength = 8 * (strength + 1);
        int saltLength = keyLength / 2;
        int content = encrypted.length - saltLength - VERIFIER - MAC;
        if (content < 0) {
            throw new EOFException("too short for its encryption");
        }
        try {
            byte[] salt = Arrays.copyOf(encrypted, saltLength);
            byte[] keys = derived(password, salt, 2 * keyLength + VERIFIER);
            if (keys[2 * keyLength] != encrypted[saltLength] || keys[2 * keyLength + 1] != encrypted[saltLength + 1]) {
                return Optional.empty();
            }
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(keys, keyLength, keyLength, "HmacSHA1"));
            mac.update(encrypted, saltLength + VERIFIER, content);
            byte[] said = Arrays.copyOfRange(encrypted, encrypted.length - MAC, encrypted.length);
            if (!MessageDigest.isEqual(Arrays.copyOf(mac.doFinal(), MAC), said)) {
                return Optional.empty();
            }
            byte[] plain = Arrays.copyOfRange(encrypted, saltLength + VERIFIER, saltLength + VERIFIER + content);
            count(plain, new SecretKeySpec(keys, 0, keyLength, "AES"));
            return Optional.of(plain);
        } catch (GeneralSecurityException e) {
            throw new IOException("AES: " + e.getMessage(), e);
        }
    }

    private static byte[] derived(String password, byte[] salt, int length) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, length * 8);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(spec)
                .getEncoded();
    }

    /// Counter mode whose counter starts at 1, smallest byte first, which the platform's own mode does not do.
    private static void count(byte[] bytes, SecretKeySpec key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        byte[] counters = new byte[64 << 10];
        byte[] stream = new byte[counters.length];
        long next = 1;
        for (int at = 0; at < bytes.length; at += counters.length) {
            for (int block = 0; block < counters.length; block += 16) {
                for (int i = 0; i < 8; i++) {
                    counters[block + i] = (byte) (next >>> 8 * i);
                }
                next++;
            }
            cipher.doFinal(counters, 0, counters.length, stream);
            for (int i = 0; i < Math.min(counters.length, bytes.length - at); i++) {
                bytes[at + i] ^= stream[i];
            }
        }
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 0 ? c >>> 1 : c >>> 1 ^ 0xedb88320;
            }
            table[i] = c;
        }
        return table;
    }
}
