package gyotaku.analyse.brand;

import gyotaku.analyse.wording.Folded;
import gyotaku.analyse.wording.Phrases;
import java.util.List;
import java.util.Map;

/// Words beside a brand's name by which a mail speaks as the brand and not of it.
final class SpokenAs {

    private static final List<String> AFTER = List.of(
            "をご利用",
            "をご愛用",
            "のご利用",
            "をお使い",
            "にご登録",
            "よりお知らせ",
            "からのお知らせ",
            "よりご案内",
            "からのご案内",
            "より重要",
            "からの重要",
            "事務局",
            "カスタマー",
            "サポート",
            "会員の皆様",
            "会員様",
            "をいつもご利用",
            "アカウント",
            "セキュリティ",
            "会員サービス",
            "お客様センター",
            "お客さまセンター",
            "サービスセンター",
            " account",
            " security",
            " support",
            " customer",
            " team",
            " service",
            " billing",
            "-konto",
            " konto");

    private static final List<String> BEFORE = List.of("発行・編集】", "【発行】", "配信元:", "発行元:", "送信元:", "発行:", "配信:");

    private static final List<String> SIGNING = List.of(
            "株式会社",
            "発行",
            "編集",
            "事務局",
            "カスタマー",
            "サポート",
            "お問い合わせ",
            "お問合せ",
            "センター",
            "運営会社",
            "配信",
            "copyright",
            "all rights reserved",
            "©",
            "(c)",
            "inc.",
            "ltd",
            "co.,",
            "llc",
            "team",
            "customer service",
            "support",
            "sincerely",
            "regards");

    private static final Phrases<Boolean> SIGNED =
            Phrases.of(SIGNING.stream().map(word -> Map.entry(word, true)).toList());

    private SpokenAs() {}

    static boolean follows(String text, int start, int end) {
        return isIssuer(text, start) || AFTER.stream().anyMatch(word -> text.startsWith(word, end));
    }

    /// The mail names the brand as its publisher.
    static boolean isIssuer(String text, int start) {
        return BEFORE.stream().anyMatch(word -> text.startsWith(word, start - word.length()));
    }

    static boolean isSigned(Folded line) {
        return !SIGNED.in(line).isEmpty();
    }
}
