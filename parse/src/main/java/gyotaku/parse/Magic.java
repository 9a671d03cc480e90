package gyotaku.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What a file is by its first bytes, as a media type.
public final class Magic {

    /// A message of Outlook (MS-OXMSG).
    public static final String OUTLOOK = "application/vnd.ms-outlook";

    /// A message of Outlook or Exchange wrapped for the way (MS-OXTNEF).
    public static final String TNEF = "application/vnd.ms-tnef";

    /// The container of old Office files, of Outlook and of others (MS-CFB).
    public static final String OLE = "application/x-ole-storage";

    private Magic() {}

    private record Sign(String type, int at, String bytes) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("application/pdf", 0, "%PDF-"),
            new Sign(OLE, 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
            new Sign("application/vnd.rar", 0, "Rar!\u001a\u0007"),
            new Sign("application/x-7z-compressed", 0, "7z\u00bc\u00af'\u001c"),
            new Sign("application/gzip", 0, "\u001f\u008b\u0008"),
            new Sign("application/x-compress", 0, "\u001f\u009d"),
            new Sign("application/x-xz", 0, "\u00fd7zXZ\0"),
            new Sign("application/x-lzip", 0, "LZIP\u0001"),
            new Sign("application/zstd", 0, "(\u00b5/\u00fd"),
            new Sign("application/x-lz4", 0, "\u0004\"M\u0018"),
            new Sign("application/vnd.ms-cab-compressed", 0, "MSCF\0\0\0\0"),
            new Sign("application/x-ms-wim", 0, "MSWIM\0\0\0"),
            new Sign("application/x-ace-compressed", 7, "**ACE**"),
            new Sign("application/x-tar", 257, "ustar"),
            new Sign("application/x-cpio", 0, "070701"),
            new Sign("image/png", 0, "\u0089PNG\r\n\u001a\n"),
            new Sign("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
            new Sign("image/gif", 0, "GIF8"),
            new Sign("image/tiff", 0, "II*\0"),
            new Sign("image/tiff", 0, "MM\0*"),
            new Sign("image/heic", 4, "ftyphei"),
            new Sign("image/heic", 4, "ftypmif1"),
            new Sign("image/avif", 4, "ftypavif"),
            new Sign("application/x-elf", 0, "\u007fELF"),
            new Sign("application/x-mach-binary", 0, "\u00cf\u00fa\u00ed\u00fe"),
            new Sign("application/x-mach-binary", 0, "\u00ce\u00fa\u00ed\u00fe"),
            new Sign("application/rtf", 0, "{\\rt"),
            new Sign("application/x-ms-shortcut", 0, "L\0\0\0\u0001\u0014\u0002\0\0\0\0\0\u00c0\0\0\0"),
            new Sign("application/x-vhd", 0, "conectix"),
            new Sign("application/x-vhdx", 0, "vhdxfile"),
            new Sign("application/onenote", 0, "\u00e4R\\{\u008c\u00d8\u00a7M\u00ae\u00b1Sx\u00d0)\u0096\u00d3"),
            new Sign("application/x-iso9660-image", 0x8001, "CD001"),
            new Sign("application/x-udf-image", 0x8001, "BEA01"),
            new Sign(TNEF, 0, "x\u009f>\""),
            new Sign("application/java-vm", 0, "\u00ca\u00fe\u00ba\u00be\0\0"),
            new Sign("application/vnd.ms-htmlhelp", 0, "ITSF"),
            new Sign("application/x-script", 0, "#!/"),
            new Sign("application/x-script", 0, "#@~^"),
            new Sign("application/x-script", 0, "@echo off"),
            new Sign("application/x-script", 0, "@ECHO OFF"));

    /// So short that text could begin with it: the file must not look like text.
    private static final List<Sign> SHORT_SIGNS = List.of(
            new Sign("application/vnd.microsoft.portable-executable", 0, "MZ"),
            new Sign("application/x-arj", 0, "`\u00ea"),
            new Sign("image/bmp", 0, "BM"));

    /// At the end of a virtual disk of fixed size stands a copy of what others begin with.
    private static final Sign FIXED_DISK = new Sign("application/x-vhd", 0, "conectix");

    private static final int DISK_FOOTER = 512;

    /// A boot sector ends with 55 AA.
    private static final int BOOT_SIGN = 510;

    /// How far the names in a ZIP file and the first tag of a page are looked for.
    private static final int LOOKED_AT = 8 << 10;

    /// The type of `bytes[from, to)`, or empty when it is not recognised.
    public static String of(byte[] bytes, int from, int to) {
        if (isZip(bytes, from, to)) {
            return zip(head(bytes, from, to));
        }
        for (Sign sign : SIGNS) {
            if (starts(bytes, from + sign.at(), to, sign.bytes())) {
                return sign.type().equals(OLE) && OutlookFile.is(bytes, from, to) ? OUTLOOK : sign.type();
            }
        }
        for (Sign sign : SHORT_SIGNS) {
            if (starts(bytes, from + sign.at(), to, sign.bytes()) && !looksLikeText(bytes, from, to)) {
                return sign.type();
            }
        }
        String spread = spread(bytes, from, to);
        return spread.isEmpty() ? markup(head(bytes, from, to)) : spread;
    }

    private static boolean isZip(byte[] bytes, int from, int to) {
        return starts(bytes, from, to, "PK\u0003\u0004")
                || starts(bytes, from, to, "PK\u0005\u0006")
                || starts(bytes, from, to, "PK00PK\u0003\u0004")
                || starts(bytes, from, to, "PK\u0007\u0008PK\u0003\u0004");
    }

    /// What is known by marks in two places, or by one at the end.
    private static String spread(byte[] bytes, int from, int to) {
        if (starts(bytes, from, to, "RIFF") && starts(bytes, from + 8, to, "WEBP")) {
            return "image/webp";
        }
        boolean bzip2 = starts(bytes, from + 4, to, "1AY&SY") || starts(bytes, from + 4, to, "\u0017rE8P\u0090");
        if (starts(bytes, from, to, "BZh") && bzip2) {
            return "application/x-bzip2";
        }
        boolean lha = starts(bytes, from + 2, to, "-lh") || starts(bytes, from + 2, to, "-lz");
        if (lha && starts(bytes, from + 6, to, "-")) {
            return "application/x-lzh";
        }
        if (to - from > DISK_FOOTER && starts(bytes, to - DISK_FOOTER, to, FIXED_DISK.bytes())) {
            return FIXED_DISK.type();
        }
        boolean jump = starts(bytes, from, to, "\u00eb") && starts(bytes, from + 2, to, "\u0090");
        if (starts(bytes, from + BOOT_SIGN, to, "U\u00aa") && (jump || starts(bytes, from, to, "\u00e9"))) {
            return "application/x-raw-disk-image";
        }
        return "";
    }

    private static boolean looksLikeText(byte[] bytes, int from, int to) {
        for (int i = from; i < Math.min(from + 64, to); i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] bytes, int from, int to, String sign) {
        if (from + sign.length() > to) {
            return false;
        }
        for (int i = 0; i < sign.length(); i++) {
            if ((bytes[from + i] & 255) != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String head(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(LOOKED_AT, to - from), StandardCharsets.ISO_8859_1);
    }

    /// Office files, Android and Java archives are ZIP files with known names in them.
    private static String zip(String head) {
        if (head.contains("word/")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (head.contains("xl/")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        if (head.contains("ppt/")) {
            return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        }
        if (head.contains("AndroidManifest.xml")) {
            return "application/vnd.android.package-archive";
        }
        return head.contains("META-INF/MANIFEST.MF") ? "application/java-archive" : "application/zip";
    }

    private static String markup(String head) {
        String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<svg") || start.startsWith("<?xml") && start.contains("<svg")) {
            return "image/svg+xml";
        }
        boolean page = start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.startsWith("<head")
                || start.startsWith("<script")
                || start.startsWith("<body")
                || start.startsWith("<!--")
                || start.startsWith("<meta");
        return page || start.contains("<html") ? "text/html" : start.startsWith("<?xml") ? "application/xml" : "";
    }
}
