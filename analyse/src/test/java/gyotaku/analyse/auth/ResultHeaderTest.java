package gyotaku.analyse.auth;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.ResultHeader.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultHeaderTest {

    /// One row per provider: the header, its authserv-id, and of each result method, word, domain and detail.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mx.example.co.jp; spf=pass smtp.mailfrom=a@example.net; dkim=none | mx.example.co.jp | spf pass example.net, dkim none
            spf=pass (sender IP is 203.0.113.5) smtp.mailfrom=example.net; dkim=pass (signature was verified) header.d=example.net;dkim=fail (signature did not verify) header.d=example.org;dmarc=pass action=none header.from=example.net;compauth=pass reason=100 | `` | spf pass example.net 203.0.113.5, dkim pass example.net, dkim fail example.org, dmarc pass example.net action=none, compauth pass reason=100
            spf=none (sender IP is ) smtp.mailfrom=<>; dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=;compauth=fail reason=001 | `` | spf none, dkim none none, dmarc none action=none, compauth fail reason=001
            mx.google.com;       dkim=pass header.i=@example.net header.s=s1 header.b="Ab/1=";       arc=pass (i=1);       spf=pass (google.com: domain of a=b=example.org@example.net designates 2001:db8::5 as permitted sender) smtp.mailfrom="a=b=example.org@example.net";       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.net | mx.google.com | dkim pass example.net s=s1, arc pass, spf pass example.net, dmarc pass example.net p=REJECT dis=NONE
            mta508.mail.kks.yahoo.co.jp  from=example.net; domainkeys=neutral (no sig); dkim=pass (ok); header.i=@example.net | mta508.mail.kks.yahoo.co.jp | from example.net, domainkeys neutral, dkim pass example.net
            atlas212.free.mail.ne1.yahoo.com; dkim=pass header.i=@example.net header.s=s1 arc_overridden_status=NOT_OVERRIDDEN; spf=pass smtp.mailfrom=bounce.example.net arc_overridden_status=NOT_OVERRIDDEN; dmarc=pass(p=REJECT) header.from=example.net arc_overridden_status=NOT_OVERRIDDEN; | atlas212.free.mail.ne1.yahoo.com | dkim pass example.net s=s1, spf pass bounce.example.net, dmarc pass example.net p=REJECT
            bimi.icloud.com; bimi=pass header.d=example.net header.selector=default policy.authority=pass policy.authority-uri=https://example.net/vmc.pem | bimi.icloud.com | bimi pass example.net
            dmarc.icloud.com; dmarc=pass header.from=example.net | dmarc.icloud.com | dmarc pass example.net
            dkim-verifier.icloud.com; dkim=pass (2048-bit key) header.d=example.net header.i=@example.net header.b=kE81+3jJ | dkim-verifier.icloud.com | dkim pass example.net
            spf.icloud.com; spf=pass (spf.icloud.com: domain of a@example.net designates 203.0.113.5 as permitted sender) smtp.mailfrom=a@example.net | spf.icloud.com | spf pass example.net
            mail-in13.apple.com; x-dkim=none; spf=softfail smtp.helo=example.net | mail-in13.apple.com | x-dkim none, spf softfail example.net
            mx09.nifty.example; spf=pass smtp.mailfrom=a@example.net; sender-id=pass header.From=a@example.net; dkim=pass header.i=@example.net; dkim-adsp=pass header.from=a@example.net | mx09.nifty.example | spf pass example.net, sender-id pass, dkim pass example.net, dkim-adsp pass
            mx.example.co.jp; dkim=pass (2048-bit key; unprotected) header.d=example.net header.i=@example.net header.a=rsa-sha256 header.s=mail header.b=tPyV2xEB; dkim-atps=neutral | mx.example.co.jp | dkim pass example.net s=mail, dkim-atps neutral
            spam.example.co.jp (amavisd-new); dkim=neutral reason="invalid (public key: DNS error: query timed out)" header.d=example.net | spam.example.co.jp | dkim neutral example.net
            mx4.example.com; dmarc=pass policy.published-domain-policy=none policy.applied-disposition=none (p=none,d=none,d.eval=none) policy.policy-from=p header.from=example.net; bimi=skipped (DMARC Policy is not at enforcement) | mx4.example.com | dmarc pass example.net p=none, bimi skipped
            mx.example.co.jp; spf=pass smtp.remote-ip=2001:db8::7 smtp.mfrom=a@example.net | mx.example.co.jp | spf pass example.net 2001:db8::7
            mx.example.co.jp 1; none | mx.example.co.jp | ``
            """)
    void eachDialectIsRead(String body, String by, String statements) {
        ResultHeader read = ResultHeader.authenticationResults(body);
        assertThat(read.by()).isEqualTo(by);
        assertThat(told(read)).isEqualTo(statements);
    }

    /// RFC 8601 section 2.2: where comments, white space, quotes and versions may stand.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example.co.jp; dkim=pass header.d=example.net header.s=s1",
                "(who) mx.example.co.jp (version) 1 (that (really) is); (now) dkim (is) = (what) pass (good) header (of) . (the) d (d) = (this) example.net header.s=s1 (end)",
                "\"mx.example.co.jp\" 1;dkim/1=pass header.d=\"example.net\" header.s=s1;",
                "mx.example.co.jp; dkim / 1 = pass reason = \"a;dmarc=fail (b\" header.d=example.net header.s=s1",
                "MX.Example.CO.JP;\t dkim=PASS (a \\) ; spf=fail \\( b) HEADER.D=Example.NET header.s=s1",
                "mx.example.co.jp; dkim=pass header.i=\"a;b (c)\"@example.net header.s=s1",
                "mx.example.co.jp; dkim=pass header.i=送信@example.net header.s=s1",
            })
    void theSameIsSaidInEveryWayOfWritingIt(String body) {
        ResultHeader read = ResultHeader.authenticationResults(body);
        assertThat(read.by()).isEqualTo("mx.example.co.jp");
        assertThat(told(read)).isEqualTo("dkim pass example.net s=s1");
        assertThat(flaws(read)).isEmpty();
    }

    /// One row per departure from the grammar: still read, and said to be malformed.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mx.example; spf=pass smtp.mailfrom=example.net; dkim=none | spf pass example.net, dkim none | ``
            spf=pass smtp.mailfrom=example.net | spf pass example.net | NO_SERVER
            ;spf=pass | spf pass | NO_SERVER
            `` | `` | NO_SERVER NO_RESULT
            mx.example | `` | NO_RESULT
            mx.example;;; | `` | NO_RESULT
            mx.example; none; spf=pass | spf pass | NONE_BESIDE_OTHERS
            mx.example; spf | spf | NO_RESULT
            mx.example; spf= smtp.mailfrom=example.net | spf example.net | NO_RESULT
            mx.example; spf=pass smtp.mail= smtp.helo=example.net | spf pass example.net | ``
            mx.example; spf=perhaps | spf perhaps | UNKNOWN_RESULT
            mx.example; dmarc=bestguesspass action=none header.from=example.net | dmarc bestguesspass example.net action=none | UNKNOWN_RESULT
            mx.example; x-other=perhaps | x-other perhaps | ``
            mx.example spf=pass | spf pass | NO_SEMICOLON
            mx.example; dkim=pass header.d=example.net dkim=fail header.d=example.org | dkim pass example.net, dkim fail example.org | NO_SEMICOLON
            mx.example; dkim=pass (ok); header.i=@example.net | dkim pass example.net | MISPLACED_SEMICOLON
            mx.example; spf=pass (ok; example.org; dkim=pass | spf pass | PARENTHESES
            mx.example; spf=pass ok) smtp.mailfrom=example.net | spf pass example.net | PARENTHESES
            mx.example; spf=pass smtp.mailfrom=bank.example(.example.net; dkim=pass header.d=bank.example | spf pass bank.example | PARENTHESES GLUED_COMMENT
            mx.example; spf=pass smtp.mailfrom=bank.example(x).example.net | spf pass bank.example | GLUED_COMMENT
            mx.example; spf=pass smtp.mailfrom="a b; dkim=pass header.d=bank.example | spf pass a b; dkim=pass header.d=bank.example | OPEN_QUOTE
            mx.example; spf=pass; outlook.com; dkim=none | spf pass, dkim none | NO_RESULT
            """)
    void theMalformedIsReadAndNamed(String body, String statements, String flaws) {
        ResultHeader read = ResultHeader.authenticationResults(body);
        assertThat(told(read)).isEqualTo(statements);
        assertThat(flaws(read)).isEqualTo(flaws);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            i=1; mx.microsoft.com 1; spf=pass (sender ip is 203.0.113.5) smtp.rcpttodomain=example.co.jp smtp.mailfrom=example.net; dmarc=pass (p=none sp=none pct=100) action=none header.from=example.net; arc=pass (0 oda=1 ltdi=1 spf=[1,2,smtp.mailfrom=example.org]) | mx.microsoft.com | spf pass example.net 203.0.113.5, dmarc pass example.net p=none action=none, arc pass | ``
            i=2; rspamd-6588fd49b-8p9tk; auth=pass smtp.auth=a smtp.mailfrom=a@example.net | rspamd-6588fd49b-8p9tk | auth pass | ``
            mx.google.com; arc=none | mx.google.com | arc none | NO_INSTANCE
            i=1; | `` | `` | NO_SERVER NO_RESULT
            """)
    void theResultsOfAnArcSetAreRead(String body, String by, String statements, String flaws) {
        ResultHeader read = ResultHeader.arc(body);
        assertThat(read.by()).isEqualTo(by);
        assertThat(told(read)).isEqualTo(statements);
        assertThat(flaws(read)).isEqualTo(flaws);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Fail (mx.example.co.jp: domain of a@example.net) receiver=mx.example.co.jp; envelope-from="a@example.net" | mx.example.co.jp | spf fail example.net | ``
            Pass (protection.outlook.com: domain of example.net designates 203.0.113.5 as permitted sender) receiver=protection.outlook.com; client-ip=203.0.113.5; helo=mail.example.net; pr=C | protection.outlook.com | spf pass mail.example.net 203.0.113.5 | ``
            pass (google.com: domain of a@example.net designates 203.0.113.5 as permitted sender) client-ip=203.0.113.5; | google.com | spf pass 203.0.113.5 | ``
            Pass (mailfrom) identity=mailfrom; client-ip=203.0.113.5; helo=mail.example.net; envelope-from=<a@example.net>; receiver=<UNKNOWN> | `` | spf pass example.net 203.0.113.5 | ``
            None (mx.example.co.jp: 203.0.113.5 is neither | mx.example.co.jp | spf none | PARENTHESES
            error (google.com: DNS timeout) | google.com | spf error | UNKNOWN_RESULT
            receiver=mx.example.co.jp | mx.example.co.jp | spf | NO_RESULT
            """)
    void receivedSpfNamesWhoAskedAboutWhom(String body, String by, String statements, String flaws) {
        ResultHeader read = ResultHeader.receivedSpf(body);
        assertThat(read.by()).isEqualTo(by);
        assertThat(told(read)).isEqualTo(statements);
        assertThat(flaws(read)).isEqualTo(flaws);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "\"", ";", "spf=", "a . ", "a / ", "(a) ", "dkim=pass ", "spf=pass;", "\\("})
    void whatRepeatsWithoutEndEnds(String piece) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            ResultHeader read = ResultHeader.authenticationResults("a;" + piece.repeat(1_000_000));
            assertThat(read.statements()).hasSizeLessThanOrEqualTo(30);
            assertThat(read.flaws()).contains(Flaw.TOO_LONG);
        });
    }

    @Test
    void noValueFillsTheReport() {
        ResultHeader read = ResultHeader.authenticationResults(
                "%1$s; spf=%1$s smtp.mailfrom=%1$s; dkim=pass header.s=%1$s".formatted("x".repeat(1000)));
        assertThat(read.by()).hasSize(255);
        assertThat(read.statements())
                .allSatisfy(one ->
                        assertThat(one.result() + one.domain() + one.detail()).hasSizeLessThanOrEqualTo(3 * 255));
    }

    private static String told(ResultHeader read) {
        return read.statements().stream()
                .map(one -> Stream.of(one.method(), one.result(), one.domain(), one.detail())
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private static String flaws(ResultHeader read) {
        return Stream.concat(
                        read.flaws().stream(),
                        read.statements().stream().map(Statement::flaws).flatMap(it -> it.stream()))
                .distinct()
                .sorted()
                .map(Flaw::name)
                .collect(Collectors.joining(" "));
    }
}
