package gyotaku.testkit.internet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// WHOIS (RFC 3912): one line in, the text of its last word out. JPRS style `example.jp/e` and `domain example.com`
/// reach the scenario as they were asked.
final class WhoisServer {

    private final Scenario scenario;
    private final Journal journal;

    private WhoisServer(Scenario scenario, Journal journal) {
        this.scenario = scenario;
        this.journal = journal;
    }

    static Listener start(Scenario scenario, Journal journal) throws IOException {
        return Listener.open(0, new WhoisServer(scenario, journal)::talk);
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        String line = in.readLine();
        String question = line == null ? "" : line.strip();
        journal.note("whois", question);
        String subject = question.substring(question.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        String text = scenario.whois(subject).orElse("No matching record.\n");
        client.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
