package gyotaku.analyse.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gyotaku.analyse.MailOf;
import gyotaku.analyse.auth.ResultHeader.Statement;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.mail.Hop;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Foreign letters in every header of results. The seeds lie in `ResultHeaderFuzzTestInputs`; without `JAZZER_FUZZ` in
/// the environment they alone are run.
class ResultHeaderFuzzTest {

    private static final String BOUNDARY = "mx.example.co.jp";

    /// What was read stays the same when it is written by the book.
    @FuzzTest(maxDuration = "3m")
    void reading(byte[] input) {
        String body = new String(input, UTF_8);
        for (ResultHeader read : List.of(
                ResultHeader.authenticationResults(body), ResultHeader.arc(body), ResultHeader.receivedSpf(body))) {
            assertThat(read.statements()).hasSizeLessThanOrEqualTo(30);
            assertThat(read.statements())
                    .allSatisfy(one -> assertThat(
                                    List.of(read.by(), one.method(), one.result(), one.domain(), one.detail()))
                            .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(255)));
            List<Statement> kept = read.statements().stream()
                    .filter(one -> Vocabulary.isKept(one.method()))
                    .toList();
            ResultHeader again = ResultHeader.authenticationResults(written(read.by(), kept));
            assertThat(again.by()).isEqualTo(read.by());
            assertThat(results(again.statements())).isEqualTo(results(kept));
        }
    }

    private static String written(String by, List<Statement> statements) {
        Stream<String> results = statements.stream().map(one -> one.method() + "=" + quoted(one.result()));
        return Stream.concat(by.isEmpty() ? Stream.empty() : Stream.of(quoted(by)), results)
                .collect(Collectors.joining("; "));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static List<String> results(List<Statement> statements) {
        return statements.stream().map(one -> one.method() + " " + one.result()).toList();
    }

    /// Wherever it stands, a header is read, and nothing that is believed is said to be planted.
    @FuzzTest(maxDuration = "3m")
    void claiming(byte[] input) {
        String body = new String(input, UTF_8);
        for (String name : List.of("Authentication-Results", "ARC-Authentication-Results", "Received-SPF")) {
            MailOf mail = MailOf.from("a@shop.example.com", "", "")
                    .header(name, body)
                    .received(BOUNDARY, Hop.Standing.BOUNDARY)
                    .header(name, body)
                    .received("mail.example.net", Hop.Standing.CLAIMED)
                    .header(name, body);
            for (AuthClaim claim : Claims.of(mail.mail(), MailOf.SUFFIXES)) {
                assertThat(claim.planted() && claim.trust() == Trust.STAMPED).isFalse();
                assertThat(claim.method()).matches(method -> method.isEmpty() || Vocabulary.isKept(method));
            }
        }
    }
}
