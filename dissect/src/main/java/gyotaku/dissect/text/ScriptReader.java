package gyotaku.dissect.text;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Scripts;
import gyotaku.dissect.Specimen;
import gyotaku.dissect.page.Script;
import gyotaku.model.mail.Link;
import gyotaku.parse.charset.TextDecoder;
import java.util.Set;

/// A script that Windows or a shell runs when it is opened: what it starts, what it fetches, what it carries. It is
/// read,
/// never run.
@AutoService(FormatReader.class)
public final class ScriptReader implements FormatReader {

    private static final Set<String> IN_JAVASCRIPT = Set.of("js", "mjs", "wsf", "wsc", "sct");
    private static final Set<String> OTHERS = Set.of("vbs", "ps1", "psm1", "bat", "cmd", "sh", "command", "py");

    @Override
    public boolean reads(Specimen file) {
        boolean text = file.kind().isEmpty()
                || file.kind().equals("application/x-script")
                || file.kind().equals("application/xml");
        return text && (IN_JAVASCRIPT.contains(file.extension()) || OTHERS.contains(file.extension()));
    }

    @Override
    public void read(Specimen file, Findings found) {
        String script =
                TextDecoder.decode(file.bytes(), 0, file.bytes().length, "").text();
        Scripts.tellCalls(script, "", found);
        Scripts.tellUrls(script, Link.Context.OTHER, "", found);
        if (IN_JAVASCRIPT.contains(file.extension())) {
            Script.tell(script, "", found);
        }
    }
}
