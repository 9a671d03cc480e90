package gyotaku.dissect.picture;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the real `tesseract`, which `./test` installs.
class LettersTest {

    private static Opened read(byte[] picture) {
        return new Dissector(Limits.standard()).open(Enclosure.letters(picture));
    }

    private static byte[] drawn(String... lines) throws IOException {
        BufferedImage image = new BufferedImage(720, 60 + 40 * lines.length, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setBackground(Color.WHITE);
        pen.clearRect(0, 0, image.getWidth(), image.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font("Noto Sans CJK JP", Font.PLAIN, 24));
        for (int i = 0; i < lines.length; i++) {
            pen.drawString(lines[i], 30, 60 + 40 * i);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void wordsAndAddressesOfAPictureAreRead() throws IOException {
        Opened opened = read(drawn(
                "お客様のアカウントを停止しました。", "Please verify your account within 24 hours", "https://login.example/verify"));
        assertThat(opened.texts()).hasSize(1);
        assertThat(opened.texts().getFirst().origin()).isEqualTo(Words.Origin.RECOGNISED);
        assertThat(opened.texts().getFirst().text()).contains("アカウント").contains("verify your account within 24 hours");
        assertThat(opened.links())
                .containsExactly(new Written(
                        "https://login.example/verify", "https://login.example/verify", Link.Context.RECOGNISED, ""));
    }

    @Test
    void smallPicturesAreNotRead() throws IOException {
        BufferedImage icon = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(icon, "png", out);
        assertThat(read(out.toByteArray()).texts()).isEmpty();
    }

    @Test
    void theCommandIsFoundInTheFoldersOfThePathAndNowhereElse(@TempDir Path folder) throws IOException {
        Path command = Files.createFile(folder.resolve("tesseract"));
        assertThat(Tesseract.in(folder.toString())).isEmpty();
        assertThat(command.toFile().setExecutable(true)).isTrue();
        assertThat(Tesseract.in("/nowhere" + File.pathSeparator + folder)).isPresent();
        assertThat(Tesseract.in("")).isEmpty();
        assertThat(Tesseract.in(".")).isEmpty();
    }

    @Test
    void aCommandThatFailsIsAnAnswer(@TempDir Path folder) throws IOException {
        Path command = Files.writeString(folder.resolve("tesseract"), "#!/bin/sh\nexit 3\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        assertThat(Tesseract.in(folder.toString()).orElseThrow().read(drawn("a")))
                .isEqualTo(new Tesseract.Answer.Failed("tesseract ended with code 3"));
    }

    @Test
    void blanksBetweenJapaneseLettersGo() {
        assertThat(Letters.unspaced("お 客 様 の ID を Apple Pay")).isEqualTo("お客様の ID を Apple Pay");
    }
}
