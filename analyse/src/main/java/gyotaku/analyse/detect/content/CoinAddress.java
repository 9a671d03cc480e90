package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The body names a Bitcoin address whose check sum holds.
@AutoService(Check.class)
@Detector(id = "coin-address", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class CoinAddress implements Check {

    private static final Text SAYS = Text.of("ビットコインの送金先アドレスが書かれています:{0}", "It names a Bitcoin address to pay to: {0}");

    /// Against a body that consists of addresses.
    private static final int MOST = 3;

    @Override
    public Stream<Finding> examine(Subject subject) {
        return addresses(subject.mail().body().visible()).stream()
                .map(address -> finding(
                        SAYS.with(address),
                        new Evidence.InSample("text", subject.mail().body().span(), address, Trust.CLAIMED)));
    }

    private static List<String> addresses(String text) {
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length() && found.size() < MOST; i++) {
            boolean inside = i < text.length() && isAlphanumeric(text.charAt(i));
            if (!inside) {
                String word = i - start <= 90 ? text.substring(start, i) : "";
                if (Bitcoin.isAddress(word) && !found.contains(word)) {
                    found.add(word);
                }
                start = i + 1;
            }
        }
        return found;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
