package gyotaku.dissect.small;

import static gyotaku.dissect.small.Asked.details;
import static gyotaku.dissect.small.Asked.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Written;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgReaderTest {

    private static Opened svg(String inside) {
        return open(
                "a.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>" + inside
                        + "</svg>");
    }

    @Test
    void aPictureIsAPicture() {
        Opened opened = svg("<style>a{}</style><rect width='9' height='9'/><text>Total</text>");

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(opened.traits()).isEmpty();
        assertThat(opened.links()).isEmpty();
        assertThat(opened.texts().getFirst().text()).isEqualTo("Total");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>location.href='https://evil.example/x'</script>",
                "<script><![CDATA[location.href='https://evil.example/x']]></script>",
                "<rect onload=\"location.href='https://evil.example/x'\"/>",
                "<script xlink:href='https://evil.example/x'/>"
            })
    void aScriptThatRunsOnOpeningIsTold(String inside) {
        Opened opened = svg(inside);

        assertThat(opened.shows(Trait.Kind.JAVASCRIPT)).isTrue();
        assertThat(opened.shows(Trait.Kind.OPEN_ACTION)).isTrue();
        assertThat(opened.links()).extracting(Written::url).contains("https://evil.example/x");
    }

    @Test
    void linksFormsAndPagesInItAreTold() {
        Opened opened = svg("<a xlink:href='https://evil.example/a'><text>Pay now</text></a>"
                + "<foreignObject><form action='https://evil.example/f'><input type='password'/></form>"
                + "<iframe src='https://evil.example/i'/></foreignObject>");

        assertThat(opened.links())
                .containsExactly(
                        new Written("Pay now", "https://evil.example/a", Link.Context.FILE, ""),
                        new Written("", "https://evil.example/f", Link.Context.FORM, ""),
                        new Written("", "https://evil.example/i", Link.Context.FRAME, ""));
        assertThat(details(opened, Trait.Kind.PASSWORD_FIELD)).hasSize(1);
    }

    @Test
    void whatIsPackedIntoAnAddressIsOpened() {
        assertThat(svg("<image href='data:text/html;base64,PGh0bWw+PC9odG1sPg=='/>")
                        .files())
                .extracting(Inside::looksLike)
                .containsExactly("text/html");
    }

    @Test
    void entitiesAreNeitherFetchedNorExpanded() throws Exception {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(300);
            String host = "http://127.0.0.1:" + outside.getLocalPort();
            open(
                    "a.svg",
                    "<?xml version='1.0'?><!DOCTYPE svg SYSTEM '" + host + "/d' [<!ENTITY e SYSTEM '" + host
                            + "/e'>]><svg><text>&e;</text><image href='" + host + "/i.png'/></svg>");
            assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
