package gyotaku.analyse.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.MailData;
import gyotaku.model.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Clients, names and senders as real mails have them, through ours and through Apache James. What their domains
/// publish is not known here, so each gets one of a few records that make use of all of it.
class SpfOnMailsTest {

    private static final Pattern CLIENT = Pattern.compile(
            "(?im)^Received: from (\\S+)[^\\n]*(?:\\n[ \\t][^\\n]*)*?[\\[(](\\d{1,3}(?:\\.\\d{1,3}){3})[\\])]");
    private static final Pattern SENDER =
            Pattern.compile("(?im)^(?:Return-Path|From):[^\\n]*?<?([^\\s<>@\"]+@[^\\s<>\"]+?)>?\\s*$");

    private static final List<String> RECORDS = List.of(
            "v=spf1 a mx -all",
            "v=spf1 ip4:203.0.113.0/24 include:_spf.%{d} ~all",
            "v=spf1 exists:%{ir}.%{v}.%{l1r-}._spf.%{d2} ?all",
            "v=spf1 redirect=_spf.%{d}",
            "v=spf1 ptr:%{o} -all",
            "v=spf1 a:%{h} a:%{d1r} exists:%{l}.%{o2}.example.com -all",
            "v=spf1 include:%{l1-}.none.example.com -all");

    private static final String NUMBERS =
            "%{h} is 127.0.0.1 there: a name like any other once it is expanded (7208 7.4), which theirs does not ask for";

    /// Where the two differ, with the reason.
    private static final Map<String, String> DIFFERENCES = Map.of(
            "bounces/ham/lhost-amazonses-19.eml pass fail", NUMBERS,
            "bounces/ham/lhost-yahoo-05.eml pass fail", NUMBERS,
            "bounces/ham/lhost-yahoo-12.eml pass fail", NUMBERS);

    @Test
    void onEveryMail() {
        SortedSet<String> differences = new TreeSet<>();
        AtomicInteger asked = new AtomicInteger();
        MailData.each((name, bytes) -> question(new String(bytes, StandardCharsets.ISO_8859_1))
                .ifPresent(question -> {
                    asked.incrementAndGet();
                    ZoneData zone = zone(question, RECORDS.get(Math.floorMod(name.hashCode(), RECORDS.size())));
                    String ours = SpfVerifier.verify(question, zone).result().word();
                    String theirs = Jspf.word(question, zone);
                    differences.addAll(ours.equals(theirs) ? List.of() : List.of(name + " " + ours + " " + theirs));
                }));
        assertThat(differences).isEqualTo(new TreeSet<>(DIFFERENCES.keySet()));
        assertThat(asked.get()).isGreaterThan(4_900);
    }

    private static Optional<Question> question(String mail) {
        String head = mail.replace("\r\n", "\n");
        head = head.substring(0, Math.max(0, head.indexOf("\n\n")));
        Matcher client = CLIENT.matcher(head);
        Matcher sender = SENDER.matcher(head);
        if (!client.find() || !sender.find()) {
            return Optional.empty();
        }
        return IpAddress.parse(client.group(2))
                .map(ip -> new Question(ip, client.group(1), sender.group(1), "mx.example.co.jp", 1_780_000_000L));
    }

    private static ZoneData zone(Question question, String record) {
        String domain = question.senderDomain();
        ZoneData zone = new ZoneData().with(domain, "TXT", record);
        zone.with("_spf." + domain, "TXT", "v=spf1 ip4:" + question.ip() + "/24 mx:" + domain + " -all");
        zone.with(domain, "MX", "10 mail." + domain);
        zone.with("mail." + domain, "A", question.ip().toString());
        zone.with(question.helo(), "A", question.ip().toString());
        zone.with(question.ip().reverseName(), "PTR", "mail." + domain);
        return zone;
    }
}
