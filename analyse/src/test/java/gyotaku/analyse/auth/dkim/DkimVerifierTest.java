package gyotaku.analyse.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.TxtZone;
import gyotaku.analyse.auth.dkim.DkimResult.Change;
import gyotaku.analyse.auth.dkim.DkimResult.Fault;
import gyotaku.analyse.auth.dkim.DkimResult.Weakness;
import gyotaku.model.Lang;
import gyotaku.model.mail.Source;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimVerifierTest {

    private static final long NOW = 1_780_000_000L;
    private static final Signer RSA = Signer.rsa(2048);
    private static final Signer ED25519 = Signer.ed25519();

    private static final String MAIL = """
            From: Taro <taro@example.com>
            To: hanako@example.co.jp
            Subject: Minutes of the meeting
            Date: Thu, 14 May 2026 08:30:05 +0900
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            The minutes are in the shared folder.

            Taro
            """;

    private static DkimResult verify(String mail, TxtZone zone) {
        return outcomes(mail, zone).getFirst().result();
    }

    private static List<DkimVerifier.Outcome> outcomes(String mail, TxtZone zone) {
        byte[] bytes = mail.getBytes(StandardCharsets.ISO_8859_1);
        return DkimVerifier.verify(RawMessage.of(Source.of(bytes)), NOW, new KeyBook(zone));
    }

    private static DkimResult plainPass() {
        return new DkimResult.Pass(List.of(), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed", "relaxed", "simple"})
    void aSignatureOfEitherKindPassesInEveryForm(String form) {
        assertThat(verify(RSA.plain().form(form).sign(MAIL), RSA.zone())).isEqualTo(plainPass());
        assertThat(verify(ED25519.plain().form(form).sign(MAIL), ED25519.zone()))
                .isEqualTo(plainPass());
    }

    @Test
    void lineEndsOfTheFileDoNotMatter() {
        String signed = RSA.plain().form("simple/simple").sign(MAIL);
        assertThat(verify(signed.replace("\n", "\r\n"), RSA.zone())).isEqualTo(plainPass());
        assertThat(verify(signed.replace("\n", "\r"), RSA.zone())).isEqualTo(plainPass());
        assertThat(verify(signed + "\n\n\n", RSA.zone())).isEqualTo(plainPass());
    }

    @Test
    void aMailWithoutBodyPasses() {
        String empty = MAIL.substring(0, MAIL.indexOf("\n\n") + 1);
        assertThat(verify(RSA.plain().sign(empty), RSA.zone())).isEqualTo(plainPass());
        assertThat(verify(RSA.plain().form("simple/simple").sign(empty), RSA.zone()))
                .isEqualTo(plainPass());
    }

    @Test
    void relaxedForgivesWhiteSpaceAndSimpleDoesNot() {
        String changed = "Subject:  Minutes  of\n the meeting";
        String relaxed = RSA.plain().sign(MAIL).replace("Subject: Minutes of the meeting", changed);
        String simple =
                RSA.plain().form("simple/simple").sign(MAIL).replace("Subject: Minutes of the meeting", changed);
        assertThat(verify(relaxed, RSA.zone())).isEqualTo(plainPass());
        assertThat(verify(simple, RSA.zone())).isEqualTo(new DkimResult.HeaderChanged(List.of()));
    }

    /// What stations on the way do to a mail, and what is to be said of it.
    static Stream<Arguments> changes() {
        String signed = RSA.plain().sign(MAIL);
        String encoded = RSA.plain()
                .signing("from", "subject", "content-transfer-encoding")
                .sign(MAIL.replace("Taro\n", octets("Tar\u00f6 \u3042\n")));
        String multipart = RSA.plain().sign("""
                        From: taro@example.com
                        To: hanako@example.co.jp
                        Subject: Photos
                        Date: Thu, 14 May 2026 08:30:05 +0900
                        Content-Type: multipart/mixed; boundary="b1"

                        --b1
                        Content-Type: text/plain

                        See below.
                        --b1--
                        """);
        return Stream.of(
                Arguments.of(
                        "a footer",
                        signed + "_______\nmembers mailing list\n",
                        new DkimResult.BodyChanged(List.of(Change.FOOTER_ADDED))),
                Arguments.of(
                        "a footer and a tag",
                        signed.replace("Subject: ", "Subject: [members 12] ") + "-- \nmembers mailing list\n",
                        new DkimResult.BodyChanged(List.of(Change.SUBJECT_TAGGED, Change.FOOTER_ADDED))),
                Arguments.of(
                        "a tag",
                        signed.replace("Subject: ", "Subject: [members 12] "),
                        new DkimResult.HeaderChanged(List.of(Change.SUBJECT_TAGGED))),
                Arguments.of(
                        "a rewritten From",
                        signed.replace("From: Taro <taro@example.com>", "From: Taro via list <list@example.net>")
                                .replace("MIME-Version", "X-Original-From: Taro <taro@example.com>\nMIME-Version"),
                        new DkimResult.HeaderChanged(List.of(Change.FROM_REWRITTEN))),
                Arguments.of(
                        "an added part",
                        multipart.replace("--b1--\n", "--b1\nContent-Type: text/plain\n\nlist footer\n--b1--\n"),
                        new DkimResult.BodyChanged(List.of(Change.PART_ADDED))),
                Arguments.of(
                        "an encoded body",
                        quotedPrintable(encoded),
                        new DkimResult.BodyChanged(List.of(Change.TRANSFER_ENCODING))),
                Arguments.of(
                        "a body in base64",
                        base64(encoded),
                        new DkimResult.BodyChanged(List.of(Change.TRANSFER_ENCODING))),
                Arguments.of(
                        "a quoted From line",
                        RSA.plain()
                                .sign(MAIL.replace("Taro\n", "From here on\n"))
                                .replace("\nFrom here", "\n>From here"),
                        new DkimResult.BodyChanged(List.of(Change.FROM_LINES_QUOTED))),
                Arguments.of(
                        "white space at a line end",
                        RSA.plain().form("relaxed/simple").sign(MAIL).replace("folder.\n", "folder.  \n"),
                        new DkimResult.BodyChanged(List.of(Change.LINE_ENDINGS))),
                Arguments.of(
                        "an added field",
                        RSA.plain()
                                .signing("from", "subject", "reply-to")
                                .sign(MAIL)
                                .replace("MIME-Version", "Reply-To: list@example.net\nMIME-Version"),
                        new DkimResult.HeaderChanged(List.of(Change.FIELD_ADDED))),
                Arguments.of(
                        "another text",
                        signed.replace("shared folder", "shared folder of evil"),
                        new DkimResult.BodyChanged(List.of())),
                Arguments.of(
                        "another sender",
                        signed.replace("taro@example.com", "jiro@example.com"),
                        new DkimResult.HeaderChanged(List.of())));
    }

    /// UTF-8, each byte as one character.
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String quotedPrintable(String mail) {
        return mail.replace("Transfer-Encoding: 8bit", "Transfer-Encoding: quoted-printable")
                .replace(octets("Tar\u00f6 \u3042"), "Tar=C3=B6 =E3=\n=81=82");
    }

    private static String base64(String mail) {
        int empty = mail.indexOf("\n\n") + 2;
        String body = Base64.getMimeEncoder(76, new byte[] {'\n'})
                .encodeToString(mail.substring(empty).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return mail.substring(0, empty).replace("Transfer-Encoding: 8bit", "Transfer-Encoding: base64") + body + "\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatChangedIsSaidAndNeverAPass(String name, String mail, DkimResult expected) {
        DkimVerifier.Outcome outcome = outcomes(mail, RSA.zone()).getFirst();
        assertThat(outcome.result())
                .as(name)
                .usingRecursiveComparison()
                .ignoringFields("addedFrom")
                .isEqualTo(expected);
        assertThat(outcome.result().word()).isEqualTo("fail");
        assertThat(DkimReason.of(outcome).in(Lang.JA)).contains("一致しません");
    }

    /// Anybody can put the hash of the text before a footer into a signature of his own make.
    @Test
    void aFooterExplainsNothingWithoutARightSignature() {
        String forged = RSA.plain().sign(MAIL).replaceFirst("b=[A-Za-z0-9+/=]+\n", "b=AAAA\n") + "footer\n";
        assertThat(verify(forged, RSA.zone())).isEqualTo(new DkimResult.BodyChanged(List.of()));
        assertThat(verify(RSA.plain().sign(MAIL) + "footer\n", new TxtZone()))
                .isEqualTo(new DkimResult.BodyChanged(List.of()));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("v", "2", Fault.VERSION),
                Arguments.of("v", "", Fault.MISSING_TAG),
                Arguments.of("s", "", Fault.MISSING_TAG),
                Arguments.of("a", "rsa-md5", Fault.ALGORITHM),
                Arguments.of("c", "future/simple", Fault.CANONICALIZATION),
                Arguments.of("q", "http", Fault.QUERY_METHOD),
                Arguments.of("d", "exa mple..com", Fault.DOMAIN),
                Arguments.of("d", "a".repeat(64) + ".com", Fault.DOMAIN),
                Arguments.of("i", "taro@example.org", Fault.IDENTITY),
                Arguments.of("i", "taro@notexample.com", Fault.IDENTITY),
                Arguments.of("h", "to:subject", Fault.FROM_UNSIGNED),
                Arguments.of("h", "from::subject", Fault.SYNTAX),
                Arguments.of("h", "from" + ":x".repeat(1_000), Fault.SYNTAX),
                Arguments.of("t", "-1", Fault.SYNTAX),
                Arguments.of("x", Long.toString(NOW - 1), Fault.EXPIRED),
                Arguments.of("t", Long.toString(NOW + 7200), Fault.FUTURE),
                Arguments.of("t", "9".repeat(70), Fault.FUTURE));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("faults")
    void aSignatureThatCannotBeUsedSaysWhyAndAsksNobody(String tag, String value, Fault fault) {
        TxtZone zone = RSA.zone();
        DkimResult result = verify(RSA.plain().tag(tag, value).sign(MAIL), zone);
        assertThat(result)
                .isInstanceOfSatisfying(
                        DkimResult.PermError.class,
                        error -> assertThat(error.fault()).isEqualTo(fault));
        assertThat(zone.asked()).isEmpty();
    }

    @Test
    void aSignatureThatExpiredAfterReceiptCounts() {
        String signed = RSA.plain()
                .tag("t", Long.toString(NOW - 10))
                .tag("x", Long.toString(NOW + 10))
                .sign(MAIL);
        assertThat(verify(signed, RSA.zone())).isEqualTo(plainPass());
        String backwards = RSA.plain()
                .tag("t", Long.toString(NOW))
                .tag("x", Long.toString(NOW - 10))
                .sign(MAIL);
        assertThat(verify(backwards, RSA.zone())).isEqualTo(new DkimResult.PermError(Fault.EXPIRES_BEFORE_SIGNED, ""));
    }

    static Stream<Arguments> keys() {
        String key = RSA.key();
        return Stream.of(
                Arguments.of("v=DKIM1; p=", Fault.KEY_REVOKED),
                Arguments.of(key + "; s=chat", Fault.KEY_SERVICE),
                Arguments.of(key + "; h=sha1", Fault.KEY_HASH),
                Arguments.of(key.replace("k=rsa", "k=ed25519"), Fault.KEY_TYPE),
                Arguments.of(key.replace("DKIM1", "DKIM3"), Fault.KEY_SYNTAX),
                Arguments.of("k=rsa; v=DKIM1; p=AAAA", Fault.KEY_SYNTAX),
                Arguments.of("v=DKIM1; k=rsa; p=???", Fault.KEY_SYNTAX),
                Arguments.of("v=DKIM1; k=rsa; p=AAAA", Fault.KEY_SYNTAX),
                Arguments.of("v=DKIM1; k=rsa", Fault.KEY_SYNTAX),
                Arguments.of("some other text", Fault.KEY_SYNTAX),
                Arguments.of("v=DKIM1; k=rsa; p=" + "A".repeat(100_000), Fault.KEY_TOO_LONG),
                Arguments.of("v=DKIM1; k=rsa; p=" + modulus(16_384), Fault.KEY_TOO_LONG));
    }

    /// A key of that many bits, all of them ones.
    private static String modulus(int bits) {
        byte[] number = new byte[bits / 8 + 1];
        Arrays.fill(number, 1, number.length, (byte) 0xff);
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(new BigInteger(number), BigInteger.valueOf(65_537)))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyThatCannotBeUsedSaysWhy(String record, Fault fault) {
        DkimResult result = verify(RSA.plain().sign(MAIL), new TxtZone().txt("s._domainkey.example.com", record));
        assertThat(result)
                .isInstanceOfSatisfying(
                        DkimResult.PermError.class,
                        error -> assertThat(error.fault()).isEqualTo(fault));
    }

    @Test
    void aKeyMayForbidSubdomains() {
        String signed = RSA.plain().tag("i", "@mail.example.com").sign(MAIL);
        assertThat(verify(signed, RSA.zone())).isEqualTo(plainPass());
        assertThat(verify(signed, new TxtZone().txt("s._domainkey.example.com", RSA.key() + "; t=s")))
                .isEqualTo(new DkimResult.PermError(Fault.KEY_STRICT, "mail.example.com"));
    }

    @Test
    void anExponentAsLongAsTheModulusIsRefused() throws Exception {
        byte[] number = new byte[257];
        Arrays.fill(number, 1, number.length, (byte) 0xff);
        String key = Base64.getEncoder()
                .encodeToString(KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new RSAPublicKeySpec(new BigInteger(number), new BigInteger(number).shiftRight(8)))
                        .getEncoded());
        DkimResult result =
                verify(RSA.plain().sign(MAIL), new TxtZone().txt("s._domainkey.example.com", "v=DKIM1; p=" + key));
        assertThat(result).isEqualTo(new DkimResult.PermError(Fault.KEY_SYNTAX, "exponent"));
    }

    @Test
    void oldAlgorithmsAndShortKeysAreRightButDoNotCount() {
        assertThat(verify(RSA.plain().tag("a", "rsa-sha1").sign(MAIL), RSA.zone()))
                .isEqualTo(new DkimResult.TooWeak(Fault.WEAK_HASH, "rsa-sha1"));
        Signer small = Signer.rsa(768);
        assertThat(verify(small.sign(MAIL), small.zone()))
                .isEqualTo(new DkimResult.TooWeak(Fault.KEY_TOO_SHORT, "768"));
        assertThat(new DkimResult.TooWeak(Fault.KEY_TOO_SHORT, "768").word()).isEqualTo("permerror");
    }

    static Stream<Arguments> weak() {
        int all = "The minutes are in the shared folder.\r\n\r\nTaro\r\n".length();
        String length = Integer.toString(all);
        return Stream.of(
                Arguments.of(
                        RSA.plain().tag("l", length).sign(MAIL) + "Pay here: http://evil.example/\n",
                        RSA.zone(),
                        List.of(Weakness.BODY_LENGTH),
                        "Pay here: http://evil.example/\r\n".length()),
                Arguments.of(RSA.plain().tag("l", length).sign(MAIL), RSA.zone(), List.of(Weakness.BODY_LENGTH), 0),
                Arguments.of(
                        RSA.plain().signing("from", "date").sign(MAIL),
                        RSA.zone(),
                        List.of(Weakness.SUBJECT_UNSIGNED),
                        0),
                Arguments.of(
                        "From: president@example.com\n" + RSA.plain().sign(MAIL),
                        RSA.zone(),
                        List.of(Weakness.OTHER_FROM),
                        0),
                Arguments.of(
                        "Subject: Pay now\n" + RSA.plain().sign(MAIL), RSA.zone(), List.of(Weakness.OTHER_SUBJECT), 0),
                Arguments.of(
                        RSA.plain().sign(MAIL),
                        new TxtZone().txt("s._domainkey.example.com", RSA.key() + "; t=y"),
                        List.of(Weakness.TESTING),
                        0));
    }

    @ParameterizedTest
    @MethodSource("weak")
    void aRightSignatureThatProvesLittleIsNoPlainPass(
            String mail, TxtZone zone, List<Weakness> weaknesses, int unsigned) {
        DkimVerifier.Outcome outcome = outcomes(mail, zone).getFirst();
        assertThat(outcome.result()).isEqualTo(new DkimResult.Pass(weaknesses, unsigned));
        assertThat(outcome.result().isPlainPass()).isFalse();
        assertThat(DkimReason.of(outcome).in(Lang.EN)).contains("proves little");
    }

    @Test
    void namesThatAreSignedOnceMoreThanTheyStandCannotBeAdded() {
        String signed =
                RSA.plain().signing("from", "from", "subject", "subject").sign(MAIL);
        assertThat(verify(signed, RSA.zone())).isEqualTo(plainPass());
        assertThat(verify("From: president@example.com\n" + signed, RSA.zone()))
                .isEqualTo(new DkimResult.HeaderChanged(List.of()));
    }

    @Test
    void aLengthBeyondTheBodyIsNoPass() {
        String signed = RSA.plain().tag("l", "5000").sign(MAIL);
        assertThat(verify(signed, RSA.zone())).isEqualTo(new DkimResult.PermError(Fault.LENGTH_BEYOND_BODY, "5000"));
    }

    @Test
    void aKeyThatIsGoneIsNoFailureAtReceipt() {
        DkimVerifier.Outcome outcome =
                outcomes(RSA.plain().sign(MAIL), new TxtZone()).getFirst();
        assertThat(outcome.result()).isEqualTo(new DkimResult.KeyGone("s._domainkey.example.com"));
        assertThat(outcome.result().word()).isNotEqualTo("fail");
        assertThat(DkimReason.of(outcome).in(Lang.EN)).contains("no longer published", "no failure at receipt");
        assertThat(DkimReason.of(outcome).in(Lang.JA)).contains("現在公開されていません", "不合格だったとは言えません");
    }

    @Test
    void aSilentServerIsATemporaryError() {
        TxtZone zone = RSA.zone().failing("s._domainkey.example.com");
        assertThat(verify(RSA.plain().sign(MAIL), zone).word()).isEqualTo("temperror");
    }

    @Test
    void withoutDnsABodyThatChangedIsStillSeen() {
        assertThat(verify(RSA.plain().sign(MAIL), RSA.zone().offline())).isInstanceOf(DkimResult.KeyNotAsked.class);
        assertThat(verify(
                        RSA.plain().sign(MAIL).replace("shared", "other"),
                        RSA.zone().offline()))
                .isEqualTo(new DkimResult.BodyChanged(List.of()));
    }

    @Test
    void aChangedBodyAsksNobody() {
        TxtZone zone = RSA.zone();
        verify(RSA.plain().sign(MAIL).replace("shared", "other"), zone);
        assertThat(zone.asked()).isEmpty();
    }

    @Test
    void ofSeveralKeysUnderOneNameTheFittingOneCounts() {
        TxtZone zone = new TxtZone()
                .txt("s._domainkey.example.com", "v=DKIM1; k=rsa; p=AAAA")
                .txt("s._domainkey.example.com", RSA.key());
        assertThat(verify(RSA.plain().sign(MAIL), zone)).isEqualTo(plainPass());
    }

    @Test
    void aThousandSignaturesAreListedAndEightVerified() {
        String field = RSA.plain().sign(MAIL).lines().findFirst().orElseThrow();
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            mail.append(field.replace("s=s;", "s=s" + i + ";")).append('\n');
        }
        TxtZone zone = new TxtZone();
        List<DkimVerifier.Outcome> outcomes = outcomes(mail + MAIL, zone);
        assertThat(outcomes).hasSize(1_000);
        assertThat(outcomes.subList(8, 1_000)).allMatch(each -> each.result() instanceof DkimResult.NotVerified);
        assertThat(zone.asked()).hasSize(8);
    }

    /// Samples that would fill the memory, or keep the repairs busy for ever.
    static Stream<Arguments> floods() {
        String signed = RSA.plain().sign(MAIL);
        return Stream.of(
                Arguments.of("fields", signed.replace("From: ", "a:\n".repeat(2_000_000) + "From: ")),
                Arguments.of("one field", signed.replace("From: ", "a: " + "x".repeat(20_000_000) + "\nFrom: ")),
                Arguments.of("spaces", signed + " ".repeat(500_000) + "x"),
                Arguments.of("lines", signed + "\n".repeat(5_000_000) + "x"),
                Arguments.of("footers", signed + "footer\n".repeat(60_000)),
                Arguments.of(
                        "names",
                        RSA.plain()
                                .signing("from", "to")
                                .tag("h", "from" + ":a".repeat(999))
                                .sign(MAIL)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void aFloodIsNoPassAndComesToAnEnd(String name, String mail) {
        assertThat(outcomes(mail, RSA.zone()))
                .as(name)
                .noneMatch(each -> each.result().isPass());
    }

    @Test
    void manySignaturesOfOneSelectorAskOnce() {
        String field = RSA.plain().sign(MAIL).lines().findFirst().orElseThrow() + "\n";
        TxtZone zone = RSA.zone();
        assertThat(outcomes(field.repeat(8) + MAIL, zone))
                .allMatch(each -> each.result().isPlainPass());
        assertThat(zone.asked()).hasSize(1);
    }

    @Test
    void anInternationalDomainIsAskedForAsALabel() {
        String signed = RSA.plain().tag("d", octets("\u4f8b\u3048.jp")).sign(MAIL);
        TxtZone zone = new TxtZone();
        verify(signed, zone);
        assertThat(zone.asked()).containsExactly("s._domainkey.xn--r8jz45g.jp TXT");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasWordsInBothLanguages(Fault fault) {
        DkimVerifier.Outcome outcome = new DkimVerifier.Outcome(
                new DkimResult.PermError(fault, "17"), "example.com", "s", "rsa-sha256", Optional.empty(), List.of());
        assertThat(DkimReason.of(outcome).ja())
                .doesNotContain("{")
                .isNotEqualTo(DkimReason.of(outcome).en());
        assertThat(DkimReason.of(outcome).en()).doesNotContain("{");
    }
}
