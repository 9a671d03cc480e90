package gyotaku.dissect;

import gyotaku.model.mail.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What stands out about a file before it is opened: its name and the kind that its first bytes say.
final class Outside {

    /// What Windows, macOS or Android runs when it is opened, by the end of its name: programs, scripts, installers,
    /// short cuts and files that carry one of them.
    private static final Set<String> PROGRAMS =
            Set.of(("exe scr com pif cpl dll sys ocx msi msp mst msix appx appinstaller application appref-ms gadget"
                            + " bat cmd ps1 psm1 psd1 ps1xml psc1 vbs vbe js jse mjs wsf wsh wsc sct hta"
                            + " jar class jnlp lnk url scf inf reg chm hlp diagcab settingcontent-ms library-ms"
                            + " search-ms searchconnector-ms theme themepack website xll wll rdp msc"
                            + " sh bash command py pyw pyc pl rb app pkg dmg scpt applescript workflow"
                            + " apk aab ipa deb rpm appimage run elf ade adp mde mda prf ws iqy slk")
                    .split(" "));

    private static final Set<String> PROGRAM_KINDS = Set.of(
            "application/vnd.microsoft.portable-executable",
            "application/x-elf",
            "application/x-mach-binary",
            "application/java-archive",
            "application/java-vm",
            "application/vnd.android.package-archive",
            "application/x-ms-shortcut",
            "application/x-script",
            "application/vnd.ms-htmlhelp");

    private static final String OLE = "application/x-ole-storage";
    private static final String PE = "application/vnd.microsoft.portable-executable";

    private static final Set<String> OFFICE = Set.of(
            OLE,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/zip",
            "application/rtf");

    private static final Set<String> PAGE = Set.of("text/html", "application/xml");

    /// Kinds that a file with such a name may be. Office opens its own kinds under each other's names.
    private static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry("doc", OFFICE),
            Map.entry("docx", OFFICE),
            Map.entry("docm", OFFICE),
            Map.entry("dot", OFFICE),
            Map.entry("dotx", OFFICE),
            Map.entry("dotm", OFFICE),
            Map.entry("xls", OFFICE),
            Map.entry("xlsx", OFFICE),
            Map.entry("xlsm", OFFICE),
            Map.entry("xlsb", OFFICE),
            Map.entry("xlt", OFFICE),
            Map.entry("ppt", OFFICE),
            Map.entry("pptx", OFFICE),
            Map.entry("pptm", OFFICE),
            Map.entry("pps", OFFICE),
            Map.entry("ppsx", OFFICE),
            Map.entry("pdf", Set.of("application/pdf")),
            Map.entry("rtf", Set.of("application/rtf")),
            Map.entry("zip", Set.of("application/zip")),
            Map.entry("rar", Set.of("application/vnd.rar")),
            Map.entry("7z", Set.of("application/x-7z-compressed")),
            Map.entry("gz", Set.of("application/gzip")),
            Map.entry("tgz", Set.of("application/gzip")),
            Map.entry("bz2", Set.of("application/x-bzip2")),
            Map.entry("xz", Set.of("application/x-xz")),
            Map.entry("cab", Set.of("application/vnd.ms-cab-compressed")),
            Map.entry("tar", Set.of("application/x-tar")),
            Map.entry("lzh", Set.of("application/x-lzh")),
            Map.entry("iso", Set.of("application/x-iso9660-image", "application/x-udf-image")),
            Map.entry("png", Set.of("image/png")),
            Map.entry("jpg", Set.of("image/jpeg")),
            Map.entry("jpeg", Set.of("image/jpeg")),
            Map.entry("gif", Set.of("image/gif")),
            Map.entry("bmp", Set.of("image/bmp")),
            Map.entry("webp", Set.of("image/webp")),
            Map.entry("svg", Set.of("image/svg+xml")),
            Map.entry("htm", PAGE),
            Map.entry("html", PAGE),
            Map.entry("shtml", PAGE),
            Map.entry("txt", Set.of("text/html", "application/xml", "application/x-script")),
            Map.entry("csv", Set.of()),
            Map.entry("exe", Set.of(PE)),
            Map.entry("dll", Set.of(PE)),
            Map.entry("scr", Set.of(PE)),
            Map.entry("msi", Set.of(OLE)),
            Map.entry("lnk", Set.of("application/x-ms-shortcut")),
            Map.entry("jar", Set.of("application/java-archive", "application/zip")),
            Map.entry("apk", Set.of("application/vnd.android.package-archive", "application/zip")),
            Map.entry("eml", Set.of("text/html")));

    /// Names that Windows takes for devices, whatever follows the first dot.
    private static final Set<String> DEVICES = Set.of(("con prn aux nul conin$ conout$ com1 com2 com3 com4 com5 com6"
                    + " com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")
            .split(" "));

    /// Runs of spaces that push the real ending out of sight.
    private static final String SPACES = "      ";

    private Outside() {}

    /// @param kind media type by content, or empty
    static List<Trait> of(String name, String kind) {
        List<Trait> found = new ArrayList<>();
        String extension = Specimen.extension(name);
        if (PROGRAMS.contains(extension) || PROGRAM_KINDS.contains(kind)) {
            found.add(new Trait(Trait.Kind.PROGRAM, name.isEmpty() ? kind : name));
        }
        if (isOther(extension, kind)) {
            found.add(new Trait(Trait.Kind.OTHER_KIND, name + ": " + kind));
        }
        if (leadsOut(name)) {
            found.add(new Trait(Trait.Kind.PATH_ESCAPE, name));
        }
        if (deceives(name, extension)) {
            found.add(new Trait(Trait.Kind.DECEPTIVE_NAME, name));
        }
        return found;
    }

    private static boolean isOther(String extension, String kind) {
        if (kind.isEmpty() || extension.isEmpty()) {
            return false;
        }
        Set<String> expected = KINDS.get(extension);
        return expected == null ? kind.equals(PE) && !PROGRAMS.contains(extension) : !expected.contains(kind);
    }

    private static boolean leadsOut(String name) {
        String path = name.replace('\\', '/');
        boolean drive = path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
        return path.startsWith("/") || drive || List.of(path.split("/")).contains("..");
    }

    private static boolean deceives(String name, String extension) {
        return name.codePoints().anyMatch(Outside::isUnseen)
                || name.contains(SPACES)
                || name.endsWith(".")
                || name.endsWith(" ")
                || hidesEnding(name, extension)
                || List.of(name.replace('\\', '/').split("/")).stream().anyMatch(Outside::isDevice);
    }

    /// Control characters, and those that turn the direction of what follows or take no room.
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /// `invoice.pdf.exe`: a program whose name ends like a document when its last ending is not shown.
    private static boolean hidesEnding(String name, String extension) {
        if (!PROGRAMS.contains(extension)) {
            return false;
        }
        String before = name.stripTrailing();
        String stem = before.substring(0, Math.max(0, before.lastIndexOf('.')));
        String shown = Specimen.extension(stem);
        return KINDS.containsKey(shown) && !PROGRAMS.contains(shown) || shown.equals("txt") || shown.equals("csv");
    }

    private static boolean isDevice(String part) {
        int dot = part.indexOf('.');
        String stem = dot < 0 ? part : part.substring(0, dot);
        return DEVICES.contains(stem.strip().toLowerCase(Locale.ROOT));
    }
}
