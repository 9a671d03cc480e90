package gyotaku.dissect;

import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.parse.link.TextUrls;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a script or a command line shows without being run.
public final class Scripts {

    /// Of one script that are looked at; a macro of more is data.
    private static final int LOOKED_AT = 1 << 20;

    /// Words that start another program or fetch one, as they stand in macros and command lines (lower case).
    private static final List<String> CALLS = List.of(
            "powershell",
            "pwsh",
            "cmd.exe",
            "cmd /c",
            "wscript",
            "cscript",
            "mshta",
            "rundll32",
            "regsvr32",
            "certutil",
            "bitsadmin",
            "msiexec",
            "urldownloadtofile",
            "shellexecute",
            "shell.application",
            "createobject",
            "getobject",
            "winmgmts",
            "xmlhttp",
            "adodb.stream",
            "callbyname",
            "virtualalloc",
            "createthread",
            "frombase64string",
            "downloadstring",
            "downloadfile",
            "invoke-expression",
            "shell(",
            "shell ",
            "curl ",
            "wget ",
            "search-ms:");

    private Scripts() {}

    /// The calls in `script` that start or fetch programs, each once with the line that it stands in.
    public static void tellCalls(String script, String place, Findings found) {
        Set<String> told = new LinkedHashSet<>();
        for (String line : start(script).split("\\R", -1)) {
            String lower = line.toLowerCase(Locale.ROOT);
            boolean comment = lower.stripLeading().startsWith("'");
            for (String call : CALLS) {
                if (!comment && lower.contains(call) && isWord(lower, call) && told.add(call)) {
                    found.trait(Trait.Kind.COMMAND, (place.isEmpty() ? "" : place + ": ") + line.strip());
                    break;
                }
            }
        }
    }

    private static boolean isWord(String line, String call) {
        int at = line.indexOf(call);
        return at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
    }

    /// URLs that are written with their scheme: names without one are far too often properties of objects.
    public static void tellUrls(String script, Link.Context context, String place, Findings found) {
        String start = start(script);
        for (TextUrls.Hit hit : TextUrls.in(start)) {
            String written = start.substring(hit.start(), hit.end());
            if (written.contains("://")) {
                found.link("", written, context, place);
            }
        }
    }

    private static String start(String script) {
        return script.substring(0, Math.min(script.length(), LOOKED_AT));
    }
}
