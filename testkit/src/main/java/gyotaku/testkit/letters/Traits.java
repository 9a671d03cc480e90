package gyotaku.testkit.letters;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;

/// The formal traits of a mail, drawn from the id of its letter.
///
/// @param person who receives it: family name, given name, local part
/// @param date when it was written, in the zone of the sender
/// @param mailer the value of X-Mailer or User-Agent, as a whole line; empty: none
record Traits(
        Receiver receiver,
        List<String> person,
        String address,
        ZonedDateTime date,
        String mailer,
        Charsets charset,
        Form form,
        Style style,
        String lineEnd) {

    /// Charset and transfer of the text parts.
    enum Charsets {
        UTF8_BASE64,
        UTF8_QP,
        UTF8_8BIT,
        ISO2022JP,
        SHIFT_JIS
    }

    /// The text parts.
    enum Form {
        PLAIN,
        HTML,
        BOTH
    }

    /// How HTML is laid out.
    enum Style {
        TABLES,
        DIVS,
        PARAGRAPHS,
        WORD,
        BREAKS
    }

    private static final List<List<String>> PEOPLE = List.of(
            List.of("佐藤", "健一", "k.sato"),
            List.of("鈴木", "美咲", "misaki-suzuki"),
            List.of("高橋", "直樹", "takahashi"),
            List.of("田中", "由美子", "yumiko.t"),
            List.of("伊藤", "大輔", "ito_d"),
            List.of("渡辺", "あゆみ", "ayumi.watanabe"),
            List.of("山本", "拓也", "t-yamamoto"),
            List.of("中村", "恵", "megu1982"),
            List.of("小林", "誠", "kobayashi.m"),
            List.of("加藤", "千尋", "chihiro-k"),
            List.of("吉田", "隆", "yoshida"),
            List.of("山田", "花子", "hanako.yamada"),
            List.of("松本", "翔太", "shota0415"),
            List.of("井上", "久美", "k-inoue"),
            List.of("木村", "浩二", "koji.kimura"),
            List.of("斎藤", "理恵", "saito.rie"),
            List.of("清水", "学", "shimizu-m"),
            List.of("森", "さくら", "sakura.mori"));

    private static final List<String> MAILERS = List.of(
            "",
            "",
            "",
            "",
            "X-Mailer: Microsoft Outlook 16.0",
            "X-Mailer: Microsoft Outlook 16.0",
            "X-Mailer: PHPMailer 6.8.1 (https://github.com/PHPMailer/PHPMailer)",
            "X-Mailer: Apple Mail (2.3774.300.61.1.2)",
            "X-Mailer: iPhone Mail (21F90)",
            "User-Agent: Mozilla Thunderbird",
            "X-Mailer: Becky! ver. 2.81.06 [ja]",
            "X-Mailer: JavaMail",
            "X-Mailer: Zimbra 8.8.15_GA_4508",
            "X-Mailer: CuenoteFC");

    private static final List<Charsets> CHARSETS = weighted(
            List.of(Charsets.UTF8_BASE64, Charsets.UTF8_QP, Charsets.UTF8_8BIT, Charsets.ISO2022JP, Charsets.SHIFT_JIS),
            List.of(45, 22, 10, 19, 4));

    private static final List<Form> FORMS = weighted(List.of(Form.PLAIN, Form.HTML, Form.BOTH), List.of(34, 26, 40));

    private static final List<Integer> ZONES = List.of(9, 9, 9, 9, 9, 9, 9, 9, 0, 8, -7);
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 8);
    private static final int DAYS = 1010;
    private static final int SECONDS_OF_A_DAY = 86_400;

    static Traits of(Letter letter, List<Receiver> receivers) {
        Draw draw = new Draw(letter.id());
        Receiver receiver = draw.of("receiver", receivers);
        List<String> person = draw.of("person", PEOPLE);
        return new Traits(
                receiver,
                person,
                person.get(2) + "@" + draw.of("domain", receiver.domains()),
                date(draw),
                draw.of("mailer", MAILERS),
                draw.of("charset", CHARSETS),
                form(letter, draw),
                draw.of("style", List.of(Style.values())),
                draw.percent("line end", 75) ? "\r\n" : "\n");
    }

    private static Form form(Letter letter, Draw draw) {
        if (letter.picture() && !letter.form().equals("plain")) {
            return Form.HTML;
        }
        return letter.form().isEmpty()
                ? draw.of("form", FORMS)
                : Form.valueOf(letter.form().toUpperCase(java.util.Locale.ROOT));
    }

    /// Mostly by day in Japan, at times by night.
    private static ZonedDateTime date(Draw draw) {
        int second = draw.percent("by day", 80)
                ? 7 * 3600 + draw.below("second", 15 * 3600)
                : draw.below("second", SECONDS_OF_A_DAY);
        return FIRST_DAY
                .plusDays(draw.below("day", DAYS))
                .atStartOfDay(ZoneOffset.ofHours(9))
                .plusSeconds(second)
                .withZoneSameInstant(ZoneOffset.ofHours(draw.of("zone", ZONES)));
    }

    private static <T> List<T> weighted(List<T> choices, List<Integer> weights) {
        return java.util.stream.IntStream.range(0, choices.size())
                .boxed()
                .flatMap(n -> Collections.nCopies(weights.get(n), choices.get(n)).stream())
                .toList();
    }
}
