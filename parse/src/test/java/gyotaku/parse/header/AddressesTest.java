package gyotaku.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.mail.Mailbox;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a@example.com ! |a@example.com",
                "<a@example.com> ! |a@example.com",
                "Ana <a@example.com> ! Ana|a@example.com",
                "\"Sato, Ana\" <a@example.com> ! Sato, Ana|a@example.com",
                "Sato, Ana <a@example.com> ! Sato, Ana|a@example.com",
                "\"a \\\"b\\\" c\" <a@example.com> ! a \"b\" c|a@example.com",
                "a@example.com (Ana) ! Ana|a@example.com",
                "a@example.com (Ana (the first)) ! Ana (the first)|a@example.com",
                "Ana <a@example.com ! Ana|a@example.com",
                "Ana a@example.com ! Ana|a@example.com",
                "Ana ! Ana|",
                "<> ! ",
                "a@example.com, b@example.com ! |a@example.com;|b@example.com",
                "a@example.com; b@example.com ! |a@example.com;|b@example.com",
                "team: a@example.com, Bo <b@example.com>; ! |a@example.com;Bo|b@example.com",
                "undisclosed-recipients:; ! ",
                "=?UTF-8?B?5bGx55Sw?= <a@example.com> ! 山田|a@example.com",
                "=?UTF-8?Q?Sato,_Ana?= <a@example.com> ! Sato, Ana|a@example.com",
                "\"=?UTF-8?B?5bGx55Sw?=\" <a@example.com> ! 山田|a@example.com",
                "山田 太郎 <a@example.com> ! 山田 太郎|a@example.com",
                "\"a b\"@example.com ! |\"a b\"@example.com",
                "<@x.example,@y.example:a@example.com> ! |a@example.com",
                "mailto:a@example.com ! |a@example.com",
                "\"security@bank.example\" <a@example.com> ! security@bank.example|a@example.com",
                "security@bank.example <a@example.com> ! security@bank.example|a@example.com",
                "<security@bank.example> <a@example.com> ! security@bank.example|a@example.com",
                "Support: Ana <a@example.com> ! Support: Ana|a@example.com",
                "a @ example.com ! |a@example.com",
                "a..b.@example.co.jp ! |a..b.@example.co.jp",
                "<<a@example.com>> ! |a@example.com",
            })
    void mailboxes(String body, String expected) {
        List<Mailbox> found = Addresses.parse(body, new ByteSpan(0, 1), 16).mailboxes();
        String seen = String.join(
                ";", found.stream().map(box -> box.name() + "|" + box.address()).toList());
        assertThat(seen).isEqualTo(expected == null ? "" : expected);
    }
}
