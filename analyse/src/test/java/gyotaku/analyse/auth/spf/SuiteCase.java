package gyotaku.analyse.auth.spf;

import gyotaku.model.IpAddress;
import java.util.ArrayList;
import java.util.List;

/// One case of a suite.
///
/// @param questions one for each identity that the case checks, HELO before MAIL FROM
/// @param expected the words that the suite accepts
/// @param explanation what the suite wants to be told about a fail, `DEFAULT` for nothing of the domain's own
record SuiteCase(String name, List<Question> questions, List<String> expected, String explanation, ZoneData zone) {

    SuiteCase {
        questions = List.copyOf(questions);
        expected = List.copyOf(expected);
    }

    /// A case of the MAIL FROM identity, which is that of HELO when there is no sender.
    static SuiteCase ofMailFrom(
            String name, Client client, String sender, List<String> expected, String explanation, ZoneData zone) {
        return new SuiteCase(name, List.of(client.question(sender)), expected, explanation, zone);
    }

    /// A case of a suite that checks HELO, and MAIL FROM only after a pass of HELO (RFC 7208 section 2.3).
    static SuiteCase ofBoth(
            String name, Client client, String sender, List<String> expected, String explanation, ZoneData zone) {
        List<Question> questions = new ArrayList<>();
        Question mailFrom = client.question(sender);
        if (!mailFrom.senderDomain().equalsIgnoreCase(client.helo())) {
            questions.add(client.question(""));
        }
        questions.add(mailFrom);
        return new SuiteCase(name, questions, expected, explanation, zone);
    }

    /// What the case comes to: the answer about MAIL FROM, or that about HELO when it is no pass.
    SpfVerifier.Outcome answer() {
        SpfVerifier.Outcome outcome = SpfVerifier.verify(questions.getFirst(), zone);
        boolean goesOn = questions.size() > 1 && outcome.result().word().equals("pass");
        return goesOn ? SpfVerifier.verify(questions.getLast(), zone) : outcome;
    }

    /// Who connects.
    record Client(String ip, String helo, String receiver) {

        Question question(String sender) {
            return new Question(IpAddress.parse(ip).orElseThrow(), helo, sender, receiver, 1_700_000_000);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
