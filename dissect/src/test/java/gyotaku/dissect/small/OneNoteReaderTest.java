package gyotaku.dissect.small;

import static gyotaku.dissect.small.Asked.details;
import static gyotaku.dissect.small.Asked.open;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class OneNoteReaderTest {

    private static byte[] section(String text, String content, int claimed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("e4525c7b8cd8a74daeb15378d02996d3"));
        out.writeBytes(new byte[64]);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
        out.writeBytes(new byte[8]);
        out.writeBytes(HexFormat.of().parseHex("e716e3bd65261145a4c48d4d0b7a9eac"));
        out.writeBytes(HexFormat.of().parseHex(String.format("%08x", Integer.reverseBytes(claimed))));
        out.writeBytes(new byte[16]);
        out.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    @Test
    void aFileOnAPageIsToldWithItsName() {
        Opened opened = open("a.one", section("open me.hta", "<html>inert</html>", 18));

        assertThat(details(opened, Trait.Kind.EMBEDDED_FILE)).containsExactly("open me.hta");
        assertThat(opened.files())
                .extracting(Inside::name, Inside::size)
                .containsExactly(Tuple.tuple("open me.hta", 18L));
    }

    @Test
    void aLengthThatLiesEndsWithTheFile() {
        assertThat(open("a.one", section("x", "inert", Integer.MAX_VALUE)).files())
                .extracting(Inside::size)
                .containsExactly(5L);
    }
}
