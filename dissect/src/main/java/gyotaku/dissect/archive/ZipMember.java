package gyotaku.dissect.archive;

import java.util.Optional;

/// A file in a ZIP file, as the header says that tells of it.
///
/// @param name decoded
/// @param flags general purpose bits
/// @param method of compression, below the encryption
/// @param crc of the content
/// @param packed bytes that it takes, encryption included; -1 when the header leaves that to a later record
/// @param size of the content; -1 when the header leaves that to a later record
/// @param headerAt where its local header begins
/// @param time as MS-DOS writes it
/// @param unixMode kind and rights, or 0
/// @param aes when it is encrypted so
record ZipMember(
        String name,
        int flags,
        int method,
        long crc,
        long packed,
        long size,
        long headerAt,
        int time,
        int unixMode,
        Optional<Aes> aes) {

    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final int STRONG = 1 << 6;
    private static final int LINK = 0xa000;

    /// @param version 1 or 2; with 2 there is no checksum of the content
    /// @param strength 1 to 3: keys of 128, 192, 256 bits
    record Aes(int version, int strength) {}

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean isEncryptedOtherwise() {
        return (flags & STRONG) != 0;
    }

    boolean sizesFollow() {
        return (flags & SIZES_FOLLOW) != 0;
    }

    boolean isFolder() {
        return (name.endsWith("/") || name.endsWith("\\")) && size <= 0;
    }

    boolean isLink() {
        return (unixMode & 0xf000) == LINK;
    }
}
