package gyotaku.parse.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReceivedLineTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = "received-lines.csv",
            delimiter = '|',
            quoteCharacter = '~',
            emptyValue = "",
            numLinesToSkip = 1)
    void everyFieldIsRead(
            String software,
            String line,
            String helo,
            String rdns,
            String ip,
            String by,
            String with,
            String id,
            String recipient,
            String at) {
        Stamp stamp = Stamp.of(line, 16);
        assertThat(stamp.readable()).isTrue();
        assertThat(stamp.client().helo()).isEqualTo(given(helo));
        assertThat(stamp.client().rdns()).isEqualTo(given(rdns));
        assertThat(stamp.client().ip().map(Object::toString)).isEqualTo(optional(ip));
        assertThat(stamp.by()).isEqualTo(given(by));
        assertThat(stamp.with()).isEqualTo(given(with));
        assertThat(stamp.id()).isEqualTo(given(id));
        assertThat(stamp.recipient()).isEqualTo(given(recipient));
        assertThat(stamp.at().map(Object::toString)).isEqualTo(optional(at));
    }

    private static String given(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private static Optional<String> optional(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }

    @Test
    void whatIsNoReceivedLineIsUnreadable() {
        assertThat(Stamp.of("", 16).readable()).isFalse();
        assertThat(Stamp.of("20100422102558.2131.mailer@host", 16).readable()).isFalse();
        assertThat(Stamp.of("hello; Fri, 20 Feb 2026 15:22:05 +0900", 16).readable())
                .isFalse();
    }

    @Test
    void commentsDeeperThanAllowedAreCutAndSaidSo() {
        Stamp stamp = Stamp.of("from a (b(c(d) [192.0.2.1])) by mx.example.co.jp; Fri, 20 Feb 2026 15:22:05 +0900", 2);
        assertThat(stamp.tooDeep()).isTrue();
        assertThat(stamp.by()).isEqualTo("mx.example.co.jp");
        assertThat(stamp.at()).isPresent();
    }
}
