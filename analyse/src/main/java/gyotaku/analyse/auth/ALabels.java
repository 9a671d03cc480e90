package gyotaku.analyse.auth;

import com.ibm.icu.text.IDNA;
import java.util.Locale;

/// The form in which an international domain name is asked for in DNS (RFC 5890 section 2.3.2.1, UTS 46).
public final class ALabels {

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    private ALabels() {}

    /// Lower case; empty when the name has no such form.
    public static String of(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name.toLowerCase(Locale.ROOT);
        }
        IDNA.Info info = new IDNA.Info();
        String ascii = NAMES.nameToASCII(name, new StringBuilder(), info).toString();
        return info.hasErrors() ? "" : ascii;
    }
}
