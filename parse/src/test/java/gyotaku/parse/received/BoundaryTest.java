package gyotaku.parse.received;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Defect;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Route;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    private static final String OUTSIDE =
            "from unknown (HELO kmnkw.cn) (101.47.76.36) by mx.example.co.jp with SMTP; 20 Feb 2026 06:22:05 -0000";
    private static final String FILTER =
            "from localhost (localhost [127.0.0.1]) by mx.example.co.jp (Postfix) with ESMTP id 2; Fri, 20 Feb 2026"
                    + " 15:22:06 +0900 (JST)";
    private static final String BOX =
            "from mx.example.co.jp ([10.0.0.3]) by box.example.co.jp with LMTP id 3 for <hanako@example.co.jp>; Fri,"
                    + " 20 Feb 2026 15:22:07 +0900";

    @Test
    void theRecipientsDomainIsWalkedDownToTheOutside() {
        Route route = Lines.read(List.of(BOX, FILTER, OUTSIDE), List.of(), "example.co.jp")
                .route();
        assertThat(route.how()).isEqualTo(Route.How.RECIPIENT_DOMAIN);
        assertThat(route.assumption().ja()).contains("example.co.jp");
        assertThat(route.assumption().en()).contains("example.co.jp");
        Hop boundary = route.boundary().orElseThrow();
        assertThat(boundary.index()).isEqualTo(2);
        assertThat(boundary.helo()).isEqualTo("kmnkw.cn");
        assertThat(boundary.ip().orElseThrow()).hasToString("101.47.76.36");
        assertThat(route.hops())
                .extracting(Hop::standing)
                .containsExactly(Hop.Standing.TRUSTED, Hop.Standing.TRUSTED, Hop.Standing.BOUNDARY);
    }

    @Test
    void withoutKnowledgeOfTheRecipientTheRunIsTakenAsHis() {
        assertThat(Lines.read(List.of(BOX, FILTER, OUTSIDE), List.of()).route().how())
                .isEqualTo(Route.How.TOPMOST_RUN);
        assertThat(Lines.read(List.of(OUTSIDE, FILTER), List.of()).route().how())
                .isEqualTo(Route.How.TOPMOST_LINE);
    }

    @Test
    void trustedHostsComeFirst() {
        Route route = Lines.read(List.of(FILTER, OUTSIDE), List.of(".example.co.jp"), "example.co.jp")
                .route();
        assertThat(route.how()).isEqualTo(Route.How.CONFIGURED);
        assertThat(route.boundary().orElseThrow().index()).isEqualTo(1);
    }

    @Test
    void aTrustedAddressIsARelayOfTheRecipient() {
        String gateway =
                "from gw.hosting.example (203.0.113.9) by TYZPEPF1.mail.protection.outlook.com (10.167.1.1) with"
                        + " Microsoft SMTP Server id 15.20.1.1 via Frontend Transport; Fri, 20 Feb 2026 06:22:09 +0000";
        String below = "from kmnkw.cn (unknown [101.47.76.36]) by gw.hosting.example (Postfix) with ESMTP id 1; Fri, 20"
                + " Feb 2026 06:22:05 +0000";
        assertThat(index(List.of(gateway, below), List.of())).isEqualTo(0);
        assertThat(index(List.of(gateway, below), List.of("203.0.113.0/24"))).isEqualTo(1);
        assertThat(Lines.read(List.of(gateway, below), List.of("203.0.113.9"))
                        .route()
                        .how())
                .isEqualTo(Route.How.CONFIGURED);
    }

    @Test
    void aConfirmedNameInTheServersDomainIsItsNeighbour() {
        String relay = "from mx2.example.co.jp (mx2.example.co.jp [203.0.113.9]) by mx1.example.co.jp (Postfix) with"
                + " ESMTP id 2; Fri, 20 Feb 2026 15:22:06 +0900 (JST)";
        String outside =
                "from kmnkw.cn (unknown [101.47.76.36]) by mx2.example.co.jp (Postfix) with ESMTP id 1; Fri, 20"
                        + " Feb 2026 15:22:05 +0900 (JST)";
        assertThat(index(List.of(relay, outside), List.of())).isEqualTo(1);
    }

    @Test
    void neitherHeloNorAnUnconfirmedNameMakesANeighbour() {
        String helo = "from mx2.example.co.jp (unknown [101.47.76.36]) by mx1.example.co.jp (Postfix) with ESMTP id 2;"
                + " Fri, 20 Feb 2026 15:22:06 +0900 (JST)";
        String forged = "from mx2.example.co.jp (mx2.example.co.jp [101.47.76.36] (may be forged)) by mx1.example.co.jp"
                + " (8.18.1/8.18.1) with ESMTP id 2; Fri, 20 Feb 2026 15:22:06 +0900 (JST)";
        String qmail = "from mx2.example.co.jp (HELO mx2.example.co.jp) (101.47.76.36) by mx1.example.co.jp with SMTP;"
                + " 20 Feb 2026 06:22:06 -0000";
        String below = "from bank.example (unknown [198.51.100.7]) by mx2.example.co.jp (Postfix) with ESMTP id 1; Fri,"
                + " 20 Feb 2026 15:22:05 +0900 (JST)";
        String unasked = "from mx2.example.co.jp (mx2.example.co.jp [101.47.76.36]) by mx1.example.co.jp (MDaemon PRO"
                + " v24.0.0) with ESMTP id md1.msg; Fri, 20 Feb 2026 15:22:06 +0900";
        for (String top : List.of(helo, forged, qmail, unasked)) {
            assertThat(index(List.of(top, below), List.of())).isZero();
        }
    }

    @Test
    void aCustomersLineInTheProvidersDomainIsOutside() {
        String line = "from pc (p1234-ipbf.tokyo.example.co.jp [203.0.113.45]) by mx.example.co.jp (Postfix) with ESMTP"
                + " id 2; Fri, 20 Feb 2026 15:22:06 +0900 (JST)";
        String address = "from pc (203-0-113-45.example.co.jp [203.0.113.45]) by mx.example.co.jp (Postfix) with ESMTP"
                + " id 2; Fri, 20 Feb 2026 15:22:06 +0900 (JST)";
        assertThat(index(List.of(line, OUTSIDE), List.of())).isZero();
        assertThat(index(List.of(address, OUTSIDE), List.of())).isZero();
    }

    @Test
    void aFetchedMailIsFollowedIntoTheMailbox() {
        String fetched = "from imap.example.co.jp [203.0.113.9] by localhost with IMAP (fetchmail-6.4.38) for"
                + " <hanako@localhost> (single-drop); Fri, 20 Feb 2026 15:30:05 +0900 (JST)";
        Route route = Lines.read(List.of(fetched, OUTSIDE), List.of(), "example.co.jp")
                .route();
        assertThat(route.boundary().orElseThrow().index()).isEqualTo(1);
        assertThat(route.how()).isEqualTo(Route.How.RECIPIENT_DOMAIN);
    }

    @Test
    void aScannerInTheQueueIsPassedOver() {
        String scanner = "from info@shop.example by mailhost by uid 82 with qmail-scanner-1.25 (clamscan: 0.75. Clear."
                + " Processed in 0.3 secs); 20 Feb 2026 06:22:06 -0000";
        assertThat(index(
                        List.of("(qmail 8770 invoked by uid 500); 20 Feb 2026 06:22:06 -0000", scanner, OUTSIDE),
                        List.of()))
                .isEqualTo(2);
    }

    @Test
    void aDomainThatTheSenderChoseAsRecipientOpensNothing() {
        String top = "from mail.kmnkw.cn (mail.kmnkw.cn [101.47.76.36]) by mx.example.co.jp (Postfix) with ESMTP id 2;"
                + " Fri, 20 Feb 2026 15:22:06 +0900 (JST)";
        String below = "from ana.example (ana.example [198.51.100.7]) by mail.kmnkw.cn (Postfix) with ESMTP id 1; Fri,"
                + " 20 Feb 2026 15:22:05 +0900 (JST)";
        Route route = Lines.read(List.of(top, below), List.of(), "kmnkw.cn", "example.co.jp")
                .route();
        assertThat(route.boundary().orElseThrow().index()).isZero();
    }

    @Test
    void mailThatNeverCameFromOutsideBeginsAtItsFirstHost() {
        String inner = "from pc12 (pc12.lan [192.168.1.12]) by mx.example.co.jp (Postfix) with ESMTP id 1; Fri, 20 Feb"
                + " 2026 15:22:05 +0900 (JST)";
        assertThat(index(List.of(FILTER, inner), List.of())).isEqualTo(1);
        Route own = Lines.read(List.of(FILTER), List.of()).route();
        assertThat(own.boundary()).isEmpty();
        assertThat(own.how()).isEqualTo(Route.How.NONE);
    }

    @Test
    void withoutAReceivedLineNothingIsKnown() {
        RouteReading reading = Lines.read(List.of(), List.of(), "example.co.jp");
        assertThat(reading.route().how()).isEqualTo(Route.How.NONE);
        assertThat(reading.route().hops()).isEmpty();
        assertThat(reading.defects()).isEmpty();
    }

    @Test
    void anUnreadableLineEndsBelief() {
        RouteReading reading = Lines.read(List.of("what is this", OUTSIDE), List.of());
        assertThat(reading.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_RECEIVED);
        assertThat(reading.route().hops())
                .extracting(Hop::standing)
                .containsExactly(Hop.Standing.CLAIMED, Hop.Standing.CLAIMED);
        assertThat(reading.route().how()).isEqualTo(Route.How.NONE);
    }

    @Test
    void anUnreadableDateIsADefectOfItsLine() {
        RouteReading reading = Lines.read(
                List.of("from a.example (unknown [203.0.113.45]) by mx.example.co.jp (Postfix) id 1; 金曜日"), List.of());
        assertThat(reading.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_DATE);
    }

    @Test
    void aFoldedLineIsShownWithSingleSpaces() {
        Hop hop = Lines.read(
                        List.of("from kmnkw.cn (unknown [101.47.76.36])\t(using TLSv1.3)\r\n        by mx.example.co.jp"
                                + " (Postfix)\twith ESMTP id 1\tFri, 20 Feb 2026 15:22:05 +0900 "),
                        List.of())
                .route()
                .hops()
                .getFirst();
        assertThat(hop.line())
                .isEqualTo("from kmnkw.cn (unknown [101.47.76.36]) (using TLSv1.3) by mx.example.co.jp (Postfix) with"
                        + " ESMTP id 1 Fri, 20 Feb 2026 15:22:05 +0900");
        assertThat(hop.fromClause()).isEqualTo("from kmnkw.cn (unknown [101.47.76.36]) (using TLSv1.3)");
        assertThat(hop.at()).isPresent();
    }

    @Test
    void theTopmostHopsAreKept() {
        RouteReading reading = Lines.read(Collections.nCopies(250, OUTSIDE), List.of());
        assertThat(reading.route().hops()).hasSize(100);
        assertThat(reading.truncated())
                .singleElement()
                .extracting(Truncated::limit)
                .isEqualTo("hops");
        assertThat(reading.truncated().getFirst().what().en()).contains("150");
    }

    private static int index(List<String> lines, List<String> trusted) {
        return Lines.read(lines, trusted).route().boundary().orElseThrow().index();
    }
}
