package gyotaku.dissect.outlook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Sha256;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure.Wish;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Part;
import gyotaku.parse.mime.Piece;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TnefReaderTest {

    private static final byte[] PDF = "%PDF-1.7 nothing".getBytes(US_ASCII);

    /// Makes a `winmail.dat`.
    private static final class Builder {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Builder() {
            out.writeBytes(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0});
        }

        Builder attribute(int level, int id, byte[] value) {
            return attribute(level, id, value.length, value);
        }

        Builder attribute(int level, int id, int length, byte[] value) {
            out.writeBytes(ByteBuffer.allocate(11 + value.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) level)
                    .putInt(id)
                    .putInt(length)
                    .put(value)
                    .putShort((short) 0)
                    .array());
            return this;
        }

        Builder text(String text) {
            return attribute(1, 0x9003, property(Tags.BODY, 0x001f, (text + "\0").getBytes(UTF_16LE)));
        }

        Builder file(String name, byte[] data) {
            return attribute(2, 0x9002, new byte[14])
                    .attribute(2, 0x800f, data)
                    .attribute(
                            2, 0x9005, property(Tags.ATTACH_LONG_FILE_NAME, 0x001f, (name + "\0").getBytes(UTF_16LE)));
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    private static byte[] property(int tag, int type, byte[] value) {
        return ByteBuffer.allocate(16 + (value.length + 3) / 4 * 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putShort((short) type)
                .putShort((short) tag)
                .putInt(1)
                .putInt(value.length)
                .put(value)
                .array();
    }

    private static Opened opened(byte[] file) {
        return Saved.opened(file, Wish.MESSAGE);
    }

    private static List<Part> parts(Opened opened) {
        return Saved.mail(opened).pieces().stream().map(Piece::part).toList();
    }

    @Test
    void textAndFilesBecomeParts() {
        List<Part> parts = parts(
                opened(new Builder().text("添付をご覧ください").file("請求書.pdf", PDF).bytes()));
        assertThat(parts.getFirst().text()).contains("添付をご覧ください");
        assertThat(parts.getLast().fileName()).isEqualTo("請求書.pdf");
        assertThat(parts.getLast().content()).isEqualTo(Sha256.of(PDF));
    }

    @Test
    void aLengthThatLeadsOutOfTheFileTakesWhatIsThere() {
        byte[] file = new Builder()
                .text("before")
                .file("a.pdf", PDF)
                .attribute(2, 0x9002, new byte[14])
                .attribute(2, 0x800f, Integer.MAX_VALUE, PDF)
                .bytes();
        Opened opened = opened(file);
        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(parts(opened).get(1).content()).isEqualTo(Sha256.of(PDF));
        assertThat(parts(opened)).hasSize(3);
    }

    @Test
    void countsOfPropertiesThatLieEndWithTheFile() {
        byte[] lie = property(Tags.BODY, 0x001e, "text\0".getBytes(US_ASCII));
        ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN).putInt(0, Integer.MAX_VALUE);
        Opened opened = opened(new Builder().attribute(1, 0x9003, lie).bytes());
        assertThat(parts(opened).getFirst().text()).contains("text");
        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
    }

    @Test
    void messagesInMessagesEndSomewhere() {
        byte[] inner = new Builder().text("innermost").bytes();
        for (int i = 0; i < 200; i++) {
            ByteBuffer object = ByteBuffer.allocate(16 + inner.length);
            object.put(new byte[16]).put(inner);
            inner = new Builder()
                    .text("level")
                    .attribute(2, 0x9002, new byte[14])
                    .attribute(2, 0x9005, property(Tags.ATTACH_DATA, 0x000d, object.array()))
                    .bytes();
        }
        Opened opened = opened(inner);
        assertThat(opened.truncated()).extracting(Truncated::limit).contains("depth");
        assertThat(parts(opened))
                .filteredOn(part -> part.text().orElse("").contains("level"))
                .hasSize(Item.DEEPEST);
    }

    @Test
    void aBrokenFileEndsReadingAndNothingElse() {
        byte[] whole = new Builder().text("text").file("a.pdf", PDF).bytes();
        for (int at = 4; at < whole.length; at++) {
            assertThat(opened(Arrays.copyOf(whole, at)).message()).isPresent();
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0xff;
            assertThat(opened(changed).message()).isPresent();
        }
    }
}
