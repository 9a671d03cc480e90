package gyotaku.dissect.small;

import static gyotaku.dissect.small.Asked.open;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Written;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CalendarReaderTest {

    private static final String INVITATION = """
            BEGIN:VCALENDAR
            METHOD:REQUEST
            BEGIN:VEVENT
            SUMMARY:Payroll\\, meeting
            ORGANIZER;CN="HR; Team":mailto:hr@evil.example
            ATTENDEE;CN=Ann:mailto:ann@example.co.jp
            DESCRIPTION:Sign in at\\nhttps://evil.exa
             mple/in
            LOCATION:https://evil.example/room
            URL:https://evil.example/u
            ATTACH:https://evil.example/a
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    @Test
    void anInvitationIsToldWithWhoAndWhere() {
        Opened opened = open("invite.ics", INVITATION);

        assertThat(opened.links())
                .extracting(Written::url)
                .containsExactly(
                        "https://evil.example/in",
                        "https://evil.example/room",
                        "https://evil.example/u",
                        "https://evil.example/a");
        assertThat(opened.texts().getFirst().text())
                .contains("METHOD: REQUEST", "SUMMARY: Payroll, meeting", "ORGANIZER: HR; Team <hr@evil.example>")
                .contains("ATTENDEE: Ann <ann@example.co.jp>");
        assertThat(opened.traits()).isEmpty();
    }

    @Test
    void aFileInAnInvitationIsOpened() {
        String inner = Base64.getEncoder()
                .encodeToString("[InternetShortcut]\nURL=https://evil.example/"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Opened opened =
                open("a.ics", "BEGIN:VCALENDAR\nATTACH;ENCODING=BASE64;VALUE=BINARY:" + inner + "\nEND:VCALENDAR");

        assertThat(opened.files().getFirst().opened().links())
                .extracting(Written::url)
                .containsExactly("https://evil.example/");
    }

    @Test
    void anAddressCardIsTold() {
        Opened opened =
                open("a.vcf", "BEGIN:VCARD\nFN:Bank\nitem1.URL:https://evil.example/v\nTEL:+81-3-0000-0000\nEND:VCARD");

        assertThat(opened.links()).extracting(Written::url).containsExactly("https://evil.example/v");
        assertThat(opened.texts().getFirst().text()).contains("TEL: +81-3-0000-0000");
    }
}
