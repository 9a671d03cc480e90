package gyotaku.enrich;

import gyotaku.model.mail.AddressForms;
import gyotaku.model.mail.Link;
import java.util.List;

/// Whether opening a link may do something for the recipient: unsubscribe him, or confirm him as a reader. Such
/// links are never fetched, since one GET is often all it takes (RFC 8058 was made because of it).
public final class Effects {

    /// Wherever they stand, these links act.
    private static final List<String> LEAVING = List.of(
            "unsubscribe",
            "unsub/",
            "un-subscribe",
            "optout",
            "opt-out",
            "opt_out",
            "remove-me",
            "removeme",
            "mailing-preferences",
            "email-preferences",
            "list-manage",
            "退会",
            "解除",
            "配信停止",
            "配信解除",
            "購読停止",
            "受信拒否");

    /// Words of a confirmation. Alone they stand on many a page; with a token behind them the link names one
    /// recipient.
    private static final List<String> CONFIRMING = List.of(
            "confirm",
            "verify",
            "verification",
            "activate",
            "activation",
            "validate",
            "optin",
            "opt-in",
            "opt_in",
            "double-opt",
            "登録確認",
            "登録完了",
            "本登録",
            "認証",
            "有効化");

    /// Shorter ones are page numbers, dates and names.
    private static final int TOKEN = 12;

    private Effects() {}

    public static boolean has(Link link) {
        String place =
                AddressForms.lower(link.target().path() + "?" + link.target().query());
        String text = AddressForms.lower(link.text());
        return link.context() == Link.Context.HEADER
                || names(LEAVING, place, text)
                || names(CONFIRMING, place, text) && carriesToken(place);
    }

    private static boolean names(List<String> words, String place, String text) {
        return words.stream().anyMatch(word -> place.contains(word) || text.contains(word));
    }

    /// A run of letters and digits, both of them, that nobody would type.
    private static boolean carriesToken(String place) {
        int letters = 0;
        int digits = 0;
        for (int i = 0; i < place.length(); i++) {
            char c = place.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c >= 'a' && c <= 'z' || c == '-' || c == '_' || c == '%') {
                letters++;
            } else {
                letters = 0;
                digits = 0;
            }
            if (letters > 0 && digits > 1 && letters + digits >= TOKEN) {
                return true;
            }
        }
        return false;
    }
}
