package gyotaku.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fri, 20 Feb 2026 15:22:05 +0900                    | 2026-02-20T15:22:05+09:00
            Fri, 20 Feb 2026 15:22:05 +0900 (JST)              | 2026-02-20T15:22:05+09:00
            20 Feb 2026 06:22:05 -0000                         | 2026-02-20T06:22:05Z
            Fri, 20 Feb 2026 15:22 +0900                       | 2026-02-20T15:22+09:00
            fri,20 feb 26 15:22:05 JST                         | 2026-02-20T15:22:05+09:00
            Fri, 20 Feb 2026 15:22:05 (JST)                    | 2026-02-20T15:22:05+09:00
            Fri, 20 Feb 2026 15:22:05                          | 2026-02-20T15:22:05Z
            Fri, 20 Feb 2026 15:22:05 GMT+0900                 | 2026-02-20T15:22:05+09:00
            Fri, 20 Feb 2026 15:22:05 +09:00                   | 2026-02-20T15:22:05+09:00
            Fri, 20 Feb 2026 01:22:05 EST                      | 2026-02-20T01:22:05-05:00
            Fri, 20 Feb 2026 01:22:05 K                        | 2026-02-20T01:22:05Z
            Fri, 20 Feb 2026 01:22:05 XYZ                      | 2026-02-20T01:22:05Z
            Fri, 20 Feb 2026 23:59:60 +0000                    | 2026-02-20T23:59:59Z
            Friday, 20-Feb-26 15:22:05 GMT                     | 2026-02-20T15:22:05Z
            Tue, 4 Jun 96 12:00:00 +0200                       | 1996-06-04T12:00+02:00
            Tue, 4 Jun 102 12:00:00 +0200                      | 2002-06-04T12:00+02:00
            Fri Feb 20 15:22:05 2026                           | 2026-02-20T15:22:05Z
            Fri Feb  6 15:22:05 JST 2026                       | 2026-02-06T15:22:05+09:00
            Fri Feb 20 15:22:05 2026 +0900                     | 2026-02-20T15:22:05+09:00
            2026-02-20T15:22:05+09:00                          | 2026-02-20T15:22:05+09:00
            2026-02-20T06:22:05.123Z                           | 2026-02-20T06:22:05Z
            2026-02-20 06:22:05.671607435 +0000 UTC m=+58239.6 | 2026-02-20T06:22:05Z
            Fri, 20 (a (nested) comment) Feb 2026 15:22:05 +0900 | 2026-02-20T15:22:05+09:00
            Wed, 20 Sept. 2023 15:22:05 +0530                  | 2023-09-20T15:22:05+05:30
            Jul, 31 2002 10:24:56 PM +1100                     | 2002-07-31T22:24:56+11:00
            Fri, 20 Feb 2026 12:05:00 AM +0000                 | 2026-02-20T00:05Z
            """)
    void isReadIntoItsOwnZone(String written, String moment) {
        assertThat(Dates.parse(written)).map(Object::toString).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "金, 20 2月 2026 15:22:05 +0900",
                "2026年2月20日 15:22:05",
                "금, 20 2 2026 15:22:05 +0900",
                "周五, 20 2月 2026 15:22:05 +0800",
                "Fri, 31 Feb 2026 15:22:05 +0900",
                "Fri, 20 Feb 2026 25:22:05 +0900",
                "Fri, 20 Feb 2026 15:61:05 +0900",
                "Fri, 20 Feb 2026 15:22:05 +9900",
                "Fri, 20 Feb 0102 15:22:05 +0900",
                "Fri, 20 Feb 2026",
                "20/02/2026 15:22:05",
                "Fri, 0 Feb 2026 15:22:05 +0900",
                "Fri, 20 Feb 2026 15:22:05 +",
                "(((((((((((",
                "20 20 20 20 20:20:20"
            })
    void whatIsNoDateIsEmpty(String written) {
        assertThat(Dates.parse(written)).isEmpty();
    }

    @Test
    void nothingThrows() {
        Random random = new Random(20260220);
        String alphabet = "Fri, 20 Feb 2026 15:22:05 +0900 (JST)-:.T年\u0000\uD83D";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder("Fri, 20 Feb 2026 15:22:05 +0900 (JST)");
            for (int edits = random.nextInt(6); edits >= 0; edits--) {
                int at = random.nextInt(text.length());
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(4)));
                }
            }
            assertThat(Dates.parse(text.toString())).isNotNull();
        }
    }
}
