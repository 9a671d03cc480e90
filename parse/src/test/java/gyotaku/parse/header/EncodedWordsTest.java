package gyotaku.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Defect.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "plain ! plain",
                "=?UTF-8?B?44GC?= ! あ",
                "=?utf-8?q?=E3=81=82_b?= ! あ b",
                "=?utf-8*ja?B?44GC?= ! あ",
                "a =?UTF-8?B?44GC?= b ! a あ b",
                "=?UTF-8?B?44GC?= =?UTF-8?B?44GE?= ! あい",
                "=?UTF-8?B?44GC?=   =?UTF-8?B?44GE?= ! あい",
                "=?UTF-8?B?44GC?= x =?UTF-8?B?44GE?= ! あ x い",
                "=?UTF-8?B?44GC?=x=?UTF-8?B?44GE?= ! あxい",
                "=?ISO-2022-JP?B?GyRCJCIbKEI=?= =?UTF-8?B?44GE?= ! あい",
                "=?ISO-2022-JP?B?GyRCLSEtahsoQg==?= ! ①㈱",
                "=?Shift_JIS?B?h0CHig==?= ! ①㈱",
                "=?iso-2022-jp?B?gqA=?= ! あ",
                "=?x-nonsense?B?44GC?= ! あ",
                "=?UTF-8?X?44GC?= ! =?UTF-8?X?44GC?=",
                "=?UTF-8?B?44GC ! =?UTF-8?B?44GC",
                "=?? =?UTF-8?B?44GC?= ! =?? あ",
                "=?UTF-8?Q?a b?= ! a b",
                "=?UTF-8?B??= ! ",
            })
    void words(String written, String expected) {
        assertThat(EncodedWords.decode(written).value()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aCharacterSplitBetweenWordsIsWholeAgain() {
        Decoded decoded = EncodedWords.decode("=?UTF-8?B?4w==?= =?UTF-8?B?gYI=?=");
        assertThat(decoded.value()).isEqualTo("あ");
        assertThat(decoded.problems()).contains(Kind.SPLIT_ENCODED_WORD);
    }

    @Test
    void aBrokenWordIsADefect() {
        assertThat(EncodedWords.decode("=?UTF-8?B?44GC").problems()).contains(Kind.BAD_ENCODED_WORD);
        assertThat(EncodedWords.decode("=?UTF-8?B?4&4GC?=").problems()).contains(Kind.BAD_ENCODED_WORD);
    }
}
