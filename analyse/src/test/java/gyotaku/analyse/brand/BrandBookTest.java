package gyotaku.analyse.brand;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.MailOf;
import gyotaku.model.finding.Authentication;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandBookTest {

    private final BrandBook book = BrandBook.bundled();

    private Optional<BrandMention> mention(MailOf mail, Authentication authentication) {
        return book.mention(mail.mail(), authentication, MailOf.SUFFIXES);
    }

    private Optional<BrandMention> mention(MailOf mail) {
        return mention(mail, MailOf.unknown());
    }

    private static MailOf ana(String address) {
        return MailOf.from("ANA <" + address + ">", "【ANA】マイルのお知らせ", "マイルの残高をお知らせします。")
                .link("確認する", "https://www.ana.co.jp/ja/jp/");
    }

    @Test
    void theBrandsOwnMailIsGenuine() {
        assertThat(mention(ana("info@121.ana.co.jp")))
                .map(BrandMention::genuine)
                .contains(true);
    }

    @ParameterizedTest
    @CsvSource({
        "dmarc, fail, ana.co.jp, false",
        "spf, softfail, ana.co.jp, false",
        "spf, pass, kmnkw.example, true",
        "dkim, pass, ana.co.jp, true",
        "dmarc, pass, ana.co.jp, true"
    })
    void aReceiversStampDecidesWhetherFromIsForged(String method, String result, String domain, boolean genuine) {
        MailOf mail = ana("info@ana.co.jp").link("x", "https://kmnkw.example/");
        assertThat(mention(mail, MailOf.stamped(method, result, domain)))
                .map(BrandMention::genuine)
                .contains(genuine);
    }

    /// A forger wants the reader to go somewhere else; forwarding breaks authentication of true mails.
    @ParameterizedTest
    @CsvSource({
        "https://www.ana.co.jp/ja/jp/, ご確認ください。, true",
        "https://www.ana.co.jp/go?u=https%3A%2F%2Fkmnkw.example%2F, ご確認ください。, false",
        "https://kmnkw.example/, ご確認ください。, false",
        "'', アプリからご確認ください。, true",
        "'', 03-0000-0000 へお電話ください。, false",
        "'', みずほ銀行 普通 1234567 へお振込みください。, false"
    })
    void aBrandsMailWhoseAuthenticationBrokeIsItsOwnWhenItLeadsNowhereElse(String href, String body, boolean genuine) {
        MailOf mail = MailOf.from("ANA <info@ana.co.jp>", "【ANA】お知らせ", body);
        MailOf linked = href.isEmpty() ? mail : mail.link("確認する", href);
        assertThat(mention(linked, MailOf.stamped("dmarc", "fail", "ana.co.jp")))
                .map(BrandMention::genuine)
                .contains(genuine);
    }

    @Test
    void answersThatGoElsewhereMakeABrandsUnprovenMailPosing() {
        MailOf mail = ana("info@ana.co.jp").header("Reply-To", "x@kmnkw.example");
        assertThat(mention(mail, MailOf.stamped("dmarc", "fail", "ana.co.jp")))
                .map(BrandMention::genuine)
                .contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "kmnkw.example, https://kmnkw.example/, false",
        "kmnkw.example, https://www.ana.co.jp/, true",
        "amazonses.com, https://kmnkw.example/, true",
        "ana.co.jp, https://kmnkw.example/, true"
    })
    void aMailHandedInByAStrangerThatLeadsToStrangersIsNotTheBrands(String passed, String href, boolean genuine) {
        MailOf mail =
                MailOf.from("ANA <info@ana.co.jp>", "【ANA】お知らせ", "ご確認ください。").link("確認する", href);
        assertThat(mention(mail, MailOf.stamped("spf", "pass", passed)))
                .map(BrandMention::genuine)
                .contains(genuine);
    }

    @Test
    void aMailThatIsOnlyShownDoesNotPose() {
        String shown = "これって本物？\n\n> アカウントを確認してください。\n> https://amaz0n-login.example/";
        MailOf asks =
                MailOf.from("母 <haha@example.net>", "Fwd: お知らせ", shown).link("x", "https://amaz0n-login.example/");
        MailOf says =
                MailOf.from("母 <haha@example.net>", "Fwd: お知らせ", "ご確認ください。").link("x", "https://amaz0n-login.example/");
        assertThat(mention(asks)).isEmpty();
        assertThat(mention(says)).map(seen -> seen.brand().id()).contains("amazon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana.co.jp.kmnkw.example",
                "www.smbc-card.com-login.kmnkw.example",
                "amazon-account.example",
                "arnazon.example",
                "amaz0n-login.example",
                "paypay-card.kmnkw.example",
                "netfIix.example",
                "eki-net-carcini.kmnkw.example",
                "rnicrosoft.example",
                "xn--pypal-4ve.example",
                "77bank.co.jp.kmnkw.example",
                "www-chibabank.kmnkw.example",
                "coincheok.example"
            })
    void hostsThatImitateABrandAreSeen(String host) {
        MailOf mail = MailOf.from("Notice <x@example.net>", "お知らせ", "ご確認ください。").link("こちら", "https://" + host + "/");
        assertThat(mention(mail)).map(seen -> seen.lookAlikes().isEmpty()).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pineapple.example",
                "apples.example",
                "visable.example",
                "amazonaws.com",
                "online.example",
                "paypalooza.example",
                "etc.example",
                "mercury.example",
                "acorn.example",
                "nissan.example",
                "miyagi.example",
                "ryujin.example",
                "matsue.example",
                "midori-shinkin.example",
                "gaitameonline.com",
                "yahoo.com.invalid",
                "m.media-amazon.com"
            })
    void hostsThatOnlyContainSuchLettersAreNot(String host) {
        MailOf mail = MailOf.from("Notice <x@example.net>", "お知らせ", "ご確認ください。").link("こちら", "https://" + host + "/");
        assertThat(mention(mail)).isEmpty();
    }

    @Test
    void theWrittenAddressOfABrandOverAForeignHostIsPosing() {
        MailOf mail = MailOf.from("x <x@example.net>", "お知らせ", "ご確認ください。")
                .link("https://www.ana.co.jp/amc/", "https://kmnkw.example/");
        assertThat(mention(mail)).map(seen -> seen.brand().id()).contains("ana");
    }

    @Test
    void listsAndAnswersOnlyTalk() {
        String subject = "Amazon account closed";
        String body = "Your Amazon account is gone? Mine too.";
        MailOf list = MailOf.from("Jo <jo@example.net>", subject, body).header("List-Id", "<chat.example.net>");
        MailOf answer = MailOf.from("Jo <jo@example.net>", "Re: " + subject, body);
        assertThat(mention(list.link("x", "https://example.net/"))).isEmpty();
        assertThat(mention(answer.link("x", "https://example.net/"))).isEmpty();
    }

    @Test
    void aMailboxAtAProviderIsNotTheProvider() {
        MailOf mail = MailOf.from("Amazon <taro123@yahoo.co.jp>", "お支払い方法の更新", "ご確認ください。")
                .link("更新", "https://kmnkw.example/");
        assertThat(mention(mail)).map(seen -> seen.brand().id()).contains("amazon");
        assertThat(mention(MailOf.from("太郎 <taro123@yahoo.co.jp>", "明日", "行けます。")))
                .isEmpty();
    }

    @Test
    void aBrandThatSendsForAnotherIsNotPosing() {
        MailOf mail = MailOf.from("楽天カード株式会社 <info@mkrm.rakuten.co.jp>", "ご請求のお知らせ", "楽天カードをご利用いただきありがとうございます。");
        assertThat(mention(mail)).map(BrandMention::genuine).contains(true);
    }

    @Test
    void spacesAndInvisibleCharactersInANameDoNotHideIt() {
        MailOf mail = MailOf.from("み ず\u200Bほ\u00AD銀 行 <x@kmnkw.example>", "お知らせ", "ご確認ください。");
        assertThat(mention(mail)).map(seen -> seen.brand().id()).contains("mizuho");
    }
}
