package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Scripts;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.poifs.macros.Module;
import org.apache.poi.poifs.macros.VBAMacroReader;

/// The macros of a VBA project (MS-OVBA), by their source.
final class Macros {

    /// Procedures that Word, Excel and PowerPoint call by themselves (lower case).
    private static final Set<String> BY_THEMSELVES = Set.of(
            "autoopen",
            "autoexec",
            "autoclose",
            "autoexit",
            "autonew",
            "auto_open",
            "auto_close",
            "auto_activate",
            "document_open",
            "documentopen",
            "document_close",
            "document_new",
            "document_beforeclose",
            "document_contentcontrolonenter",
            "workbook_open",
            "workbook_activate",
            "workbook_close",
            "workbook_beforeclose",
            "workbook_sheetactivate",
            "worksheet_activate",
            "worksheet_calculate",
            "worksheet_change",
            "inkpicture1_painted",
            "inkedit1_gotfocus",
            "frame1_layout",
            "multipage1_layout",
            "onslideshowpagechange",
            "onslideshowterminate");

    private Macros() {}

    static void tell(POIFSFileSystem file, Findings found) throws IOException {
        if (!hasProject(file.getRoot(), 0)) {
            return;
        }
        Map<String, Module> modules;
        try {
            // To close it would close the file, which others read on.
            modules = new TreeMap<>(new VBAMacroReader(file).readMacroModules());
        } catch (IOException | RuntimeException e) {
            found.trait(Trait.Kind.MACRO, "unreadable: " + e.getMessage());
            return;
        }
        modules.forEach((name, module) -> tell(name, module.getContent(), found));
    }

    /// A storage `VBA` with a stream `dir` (MS-OVBA 2.2.1).
    private static boolean hasProject(DirectoryEntry directory, int depth) {
        if (directory.hasEntryCaseInsensitive("VBA") || directory.hasEntryCaseInsensitive("dir")) {
            return true;
        }
        for (org.apache.poi.poifs.filesystem.Entry entry : directory) {
            if (depth < 4 && entry instanceof DirectoryEntry inner && hasProject(inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static void tell(String module, String source, Findings found) {
        String code = code(source);
        if (code.isBlank()) {
            return;
        }
        found.trait(Trait.Kind.MACRO, module + ": " + code.strip());
        for (String line : code.split("\\R", -1)) {
            String name = procedure(line);
            if (BY_THEMSELVES.contains(name.toLowerCase(Locale.ROOT))) {
                found.trait(Trait.Kind.AUTO_RUN, module + ": " + name);
            }
        }
        Scripts.tellCalls(code, module, found);
        Scripts.tellUrls(code, Link.Context.OTHER, module, found);
    }

    /// Without what the editor hides: every document with one macro has a handful of modules of only that.
    private static String code(String source) {
        StringBuilder code = new StringBuilder();
        for (String line : source.split("\\R", -1)) {
            String bare = line.strip();
            if (!bare.startsWith("Attribute ") && !bare.startsWith("Option ")) {
                code.append(line).append('\n');
            }
        }
        return code.toString();
    }

    private static String procedure(String line) {
        String[] words = line.strip().split("[\\s(]+", 6);
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equalsIgnoreCase("Sub") || words[i].equalsIgnoreCase("Function")) {
                return words[i + 1];
            }
            if (!Set.of("private", "public", "static", "friend").contains(words[i].toLowerCase(Locale.ROOT))) {
                return "";
            }
        }
        return "";
    }
}
