package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that are none, wherever a mail can name a domain: the report is written all the same.
class OddDomainsTest {

    private static final Engine ENGINE = new Engine(Offline.settings(Lang.values()), new Dissector(Limits.standard()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "...",
                "a..b",
                ".example.com",
                "example.com..",
                "-x-.example.com",
                "a_b.example.net",
                "*.example.com",
                "%00.example.com",
                "[203.0.113.5]",
                "203.0.113.5",
                "::1",
                "localhost",
                "com",
                "xn--zzzzzz-.jp",
                "\u4f8b\u3048.jp",
                "\u65e5\u672c\u3002\u30c6\u30b9\u30c8",
                "ex ample.com",
                "\u202egpj.example.com"
            })
    void aReportIsWritten(String domain) {
        String mail = """
                Return-Path: <b@DOMAIN>
                Authentication-Results: mx.example.co.jp; spf=pass smtp.mailfrom=b@DOMAIN; dkim=pass header.d=DOMAIN
                Received: from DOMAIN (DOMAIN [203.0.113.5])
                \tby mx.example.co.jp (Postfix) with ESMTP id 1
                \tfor <taro@example.co.jp>; Thu, 14 May 2026 08:30:10 +0900
                DKIM-Signature: v=1; a=rsa-sha256; d=DOMAIN; s=s; h=from:subject; b=AAAA;
                 bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=
                ARC-Seal: i=1; a=rsa-sha256; cv=none; d=DOMAIN; s=s; b=AAAA
                ARC-Message-Signature: i=1; a=rsa-sha256; d=DOMAIN; s=s; h=from; bh=AAAA; b=AAAA
                ARC-Authentication-Results: i=1; DOMAIN; spf=pass
                From: <a@DOMAIN>
                Reply-To: <c@DOMAIN>
                To: taro@example.co.jp
                Subject: Hello
                Date: Thu, 14 May 2026 08:30:05 +0900

                """.replace("DOMAIN", domain);
        Outcome outcome = ENGINE.analyseOffline(
                RawMail.of(mail.getBytes(StandardCharsets.UTF_8)), Instant.parse("2026-05-15T00:00:00Z"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Analysed.class,
                        done -> assertThat(done.finished().analysis().failures())
                                .isEmpty());
    }
}
