package gyotaku.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Defect.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldParametersTest {

    private static FieldParameters parse(String body) {
        return FieldParameters.parse(body, 256, 16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                // body, value, name, what it is
                "text/plain ! text/plain ! charset ! ''",
                "TEXT / Plain (a comment); CharSet = \"UTF-8\" (another) ! text/plain ! charset ! UTF-8",
                "text/plain; charset=utf-8 (x); format=flowed ! text/plain ! format ! flowed",
                "text/plain;;; charset=utf-8; ! text/plain ! charset ! utf-8",
                "a/b; name=\"a\\\"b;c\" ! a/b ! name ! a\"b;c",
                "a/b; name=\"C:\\temp\\a.txt\" ! a/b ! name ! C:\\temp\\a.txt",
                "a/b; name=two words.pdf; x=y ! a/b ! name ! two words.pdf",
                "a/b; name=\"open ! a/b ! name ! open",
                "a/b; name*=utf-8''%E3%81%82.txt ! a/b ! name ! あ.txt",
                "a/b; name*=iso-2022-jp'ja'%1B%24B%24%22%1B%28B.txt ! a/b ! name ! あ.txt",
                "a/b; name*0*=utf-8''%E3%81; name*1*=%82; name*2=\".txt\" ! a/b ! name ! あ.txt",
                "a/b; name*1=b; name*0=a ! a/b ! name ! ab",
                "a/b; name=fallback; name*=utf-8''%E3%81%82 ! a/b ! name ! あ",
                "a/b; name=\"=?UTF-8?B?44GC?=.txt\" ! a/b ! name ! あ.txt",
                "a/b; name==?UTF-8?B?44GC?= ! a/b ! name ! あ",
                "a/b; name=one; name=two ! a/b ! name ! one",
                "; charset=x ! '' ! charset ! x",
            })
    void values(String body, String value, String name, String expected) {
        FieldParameters read = parse(body);
        assertThat(read.value()).isEqualTo(value);
        assertThat(read.get(name)).isEqualTo(expected);
    }

    @Test
    void whatBreaksTheGrammarIsADefect() {
        assertThat(parse("a/b; boundary=x; boundary=y").problems()).containsExactly(Kind.CONFLICTING_PARAMETER);
        assertThat(parse("a/b; boundary=x; boundary=x").problems()).containsExactly(Kind.BAD_PARAMETER);
        assertThat(parse("a/b; boundary").problems()).containsExactly(Kind.BAD_PARAMETER);
        assertThat(parse("a/b; charset=utf-8").problems()).isEmpty();
    }
}
