package gyotaku.report.mask;

import gyotaku.model.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What was masked: how many different things of each kind.
final class Masked {

    enum Kind {
        RECIPIENT(Text.of("受信者のアドレス・名前（符号化された形を含む）", "the recipient's address or name, encoded forms too")),
        COLLEAGUE(Text.of("受信者と同じドメインのほかのアドレス", "other addresses of the recipient's domain")),
        MESSAGE_ID(Text.of("Message-ID・キューID", "Message-IDs and queue ids")),
        QUERY(Text.of("URLの引数", "query strings of URLs")),
        TOKEN(Text.of("URL中の長い文字列", "long tokens in URLs")),
        HOST(Text.of("リンク先ドメインの一部", "part of the link's domain"));

        private final Text label;

        Kind(Text label) {
            this.label = label;
        }

        Text label() {
            return label;
        }
    }

    private final Map<Kind, Set<String>> seen = new EnumMap<>(Kind.class);

    void note(Kind kind, String what) {
        seen.computeIfAbsent(kind, _ -> new TreeSet<>()).add(what);
    }

    int count(Kind kind) {
        Set<String> all = seen.get(kind);
        return all == null ? 0 : all.size();
    }
}
