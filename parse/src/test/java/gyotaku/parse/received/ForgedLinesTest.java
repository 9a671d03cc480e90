package gyotaku.parse.received;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a sender writes below the line at which the recipient's side took his message changes nothing above it.
class ForgedLinesTest {

    private static final int ROUNDS = 1_500;

    private static final List<List<String>> OWN_ROUTES = List.of(
            List.of("from unknown (HELO kmnkw.cn) (101.47.76.36) by mx.example.co.jp with SMTP; 20 Feb 2026 06:22:05"
                    + " -0000"),
            List.of(
                    "from mx.example.co.jp ([10.0.0.3]) by box.example.co.jp with LMTP id 3; Fri, 20 Feb 2026 15:22:07"
                            + " +0900",
                    "from localhost (localhost [127.0.0.1]) by mx.example.co.jp (Postfix) with ESMTP id 2; Fri, 20 Feb"
                            + " 2026 15:22:06 +0900 (JST)",
                    "from kmnkw.cn (unknown [101.47.76.36]) by mx.example.co.jp (Postfix) with ESMTP id 1 for"
                            + " <hanako@example.co.jp>; Fri, 20 Feb 2026 15:22:05 +0900 (JST)"),
            List.of(
                    "(qmail 8770 invoked by uid 500); 20 Feb 2026 06:22:06 -0000",
                    "from mx.example.co.jp (mx2.example.co.jp [203.0.113.9]) by box.example.co.jp (8.18.1/8.18.1) with"
                            + " ESMTP id 2; Fri, 20 Feb 2026 15:22:06 +0900",
                    "from mx.example.co.jp (mx.example.co.jp [101.47.76.36] (may be forged)) by mx.example.co.jp"
                            + " (8.18.1/8.18.1) with ESMTP id 1; Fri, 20 Feb 2026 15:22:05 +0900"),
            List.of("from mx.example.co.jp ([101.47.76.36] helo=mx.example.co.jp) by localhost with esmtp (Exim 4.98)"
                    + " id 1; Fri, 20 Feb 2026 15:22:05 +0900"),
            List.of("from mx.example.co.jp (101.47.76.36) by TYZPEPF1.mail.protection.outlook.com (10.167.1.1) with"
                    + " Microsoft SMTP Server id 15.20.1.1 via Frontend Transport; Fri, 20 Feb 2026 06:22:05"
                    + " +0000"));

    @TestFactory
    Stream<DynamicTest> changeNoRouteOfOurOwn() {
        return OWN_ROUTES.stream().map(route -> DynamicTest.dynamicTest(route.getLast(), () -> holds(route)));
    }

    @TestFactory
    Stream<DynamicTest> changeNoProvidersRoute() {
        return ResourceFolder.yamlFiles(Providers.class, Providers.FOLDER).entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> holds(sample(file.getValue()))));
    }

    private static List<String> sample(String file) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : new YAMLMapper().readTree(file).at("/samples/0/lines")) {
            lines.add(line.asString());
        }
        return lines;
    }

    private static void holds(List<String> lines) {
        Route alone = Lines.read(lines, List.of(), "example.co.jp").route();
        List<String> own =
                alone.hops().stream().map(Hop::by).filter(by -> !by.isEmpty()).toList();
        List<String> servers = new ArrayList<>(own);
        servers.addAll(List.of("mx.example.co.jp", "box.example.co.jp"));
        ForgedLines forged = new ForgedLines(new Random(lines.getFirst().hashCode()), servers, lines);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> all = new ArrayList<>(lines);
            for (int count = round % 6; count > 0; count--) {
                all.add(forged.next());
            }
            Route route = Lines.read(all, List.of(), "example.co.jp").route();
            assertThat(route.hops().subList(0, lines.size()))
                    .as(() -> String.join("\n", all))
                    .isEqualTo(alone.hops());
            assertThat(route.how()).isEqualTo(alone.how());
            assertThat(route.assumption()).isEqualTo(alone.assumption());
            assertThat(route.hops().stream().skip(lines.size()))
                    .allMatch(hop -> hop.standing() == Hop.Standing.CLAIMED);
        }
    }
}
