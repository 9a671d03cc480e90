package gyotaku.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HostileMailsTest {

    @Test
    void everyAttackHasItsOwnNameAndIsTheSameEachTime() {
        List<HostileMails.Named> all = HostileMails.all().toList();
        assertThat(all)
                .hasSizeGreaterThan(50)
                .extracting(HostileMails.Named::name)
                .doesNotHaveDuplicates();
        assertThat(all.stream().map(HostileMails.Named::bytes).toList())
                .containsExactlyElementsOf(
                        HostileMails.all().map(HostileMails.Named::bytes).toList());
    }

    @Test
    void levelsAreReallyNestedAndClosedOrNot() {
        assertThat(text(HostileMails.nestedMultiparts(3)))
                .containsSubsequence("--b0\r\n", "--b1\r\n", "--b2\r\n", "core", "--b2--", "--b1--", "--b0--");
        assertThat(text(HostileMails.nestedMultipartsUnclosed(3)))
                .contains("--b2\r\n")
                .doesNotContain("--b2--");
        assertThat(count(HostileMails.nestedMessages(7), "message/rfc822")).isEqualTo(7);
    }

    @Test
    void floodsAreAsLargeAsTheirNumber() {
        assertThat(count(HostileMails.parts(9), "--b\r\n")).isEqualTo(9);
        assertThat(count(HostileMails.headers(9), "X-H")).isEqualTo(9);
        assertThat(count(HostileMails.parameters(9), "=v")).isEqualTo(9);
        assertThat(count(HostileMails.encodedWords(10), "=?utf-8?")).isEqualTo(10);
        assertThat(count(HostileMails.nestedComments(9), "(")).isEqualTo(9);
        assertThat(count(HostileMails.continuedParameters(9), "filename*")).isEqualTo(9);
        assertThat(count(HostileMails.recipients(9), "u")).isGreaterThanOrEqualTo(9);
        assertThat(count(HostileMails.receivedLines(9), "Received: ")).isEqualTo(9);
        assertThat(count(HostileMails.links(9), "<a ")).isEqualTo(9);
        assertThat(HostileMails.headerOf(5000).bytes().length).isBetween(5000, 5300);
    }

    @Test
    void aMailIsCutAfterEachStep() {
        byte[] mail = MailBuilder.plain().bytes();
        List<HostileMails.Named> cuts = HostileMails.truncated(mail, 1).toList();
        assertThat(cuts).hasSize(mail.length);
        assertThat(cuts)
                .allSatisfy(cut ->
                        assertThat(new String(mail, StandardCharsets.UTF_8)).startsWith(text(cut)));
    }

    @Test
    void scriptsReachEveryFieldOfTheMail() {
        assertThat(HostileMails.scripts()).allSatisfy(mail -> {
            String script = mail.name().substring(mail.name().indexOf(": ") + 2);
            assertThat(text(mail).lines().filter(line -> line.contains(script))).hasSizeGreaterThanOrEqualTo(10);
        });
    }

    @Test
    void injectionsHideInEncodedWords() {
        assertThat(HostileMails.injections())
                .allSatisfy(mail -> assertThat(text(mail).lines()).noneMatch(line -> line.startsWith("Bcc:")));
    }

    private static String text(HostileMails.Named mail) {
        return new String(mail.bytes(), StandardCharsets.UTF_8);
    }

    private static int count(HostileMails.Named mail, String part) {
        return text(mail).split(Pattern.quote(part), -1).length - 1;
    }
}
