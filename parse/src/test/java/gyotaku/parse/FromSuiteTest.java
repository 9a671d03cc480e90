package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.DomainName;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// OpenDMARC's table of odd From values, read where it lies.
class FromSuiteTest {

    /// Values in which ours finds another domain first, with the reason.
    private static final Map<String, String> EXCEPTIONS = Map.of();

    @TestFactory
    Stream<DynamicTest> domains() throws IOException {
        JsonNode table = new JsonMapper()
                .readTree(Files.readString(Suites.folder("dmarc/opendmarc").resolve("from-domain.json")));
        return table.values().stream().map(each -> {
            String from = each.path("from").asString();
            return DynamicTest.dynamicTest(from, () -> {
                ParsedMail mail = MailParserTest.mail("From: " + from, "Subject: x", "", "x");
                String domain = mail.from()
                        .flatMap(Mailbox::domain)
                        .map(DomainName::ascii)
                        .orElse("");
                String due = each.path("domain").asString();
                assertThat(domain.equals(due))
                        .as("%s: %s", from, mail.authors())
                        .isEqualTo(!EXCEPTIONS.containsKey(from));
            });
        });
    }
}
