package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.mail.Hop;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Node;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.List;

/// The way of the message as nodes: what is only claimed, the address that handed it in, and the receiving side.
final class Pathway {

    private Pathway() {}

    static Block of(Brief brief, Hop boundary) {
        List<Node> nodes = new ArrayList<>();
        claimed(brief, nodes);
        if (!boundary.helo().isEmpty()) {
            nodes.add(new Node(
                    "HELO " + boundary.helo(),
                    Trust.CLAIMED.label(),
                    Tone.CAUTION,
                    false,
                    List.of(boundary.evidence())));
        }
        nodes.add(sender(brief, boundary));
        nodes.add(receiver(boundary));
        brief.mail().route().hops().stream()
                .filter(hop ->
                        hop.standing() == Hop.Standing.TRUSTED && !hop.by().equals(boundary.by()))
                .findFirst()
                .ifPresent(hop -> nodes.add(receiver(hop)));
        return new Block.Path(Text.of("メールの経路", "The way of the mail"), nodes);
    }

    private static void claimed(Brief brief, List<Node> nodes) {
        List<Evidence> claims = brief.mail().route().hops().stream()
                .filter(hop -> hop.standing() == Hop.Standing.CLAIMED)
                .map(Hop::evidence)
                .toList();
        if (!claims.isEmpty()) {
            nodes.add(new Node("Received × " + claims.size(), Trust.CLAIMED.label(), Tone.CAUTION, false, claims));
        }
    }

    private static Node sender(Brief brief, Hop boundary) {
        String name = boundary.ip().map(Object::toString).orElse("?");
        Text note = boundary.ip().map(ip -> origin(brief, brief.facts().ip(ip))).orElse(Text.of("送信IP", "sending IP"));
        return new Node(name, note, brief.benign() ? Tone.QUIET : Tone.DANGER, false, List.of(boundary.evidence()));
    }

    private static Text origin(Brief brief, IpFacts facts) {
        String code = facts.network()
                .found()
                .map(IpFacts.Network::country)
                .filter(it -> !it.isEmpty())
                .or(() -> facts.origin().found().map(IpFacts.Origin::country))
                .orElse("");
        String asn = facts.origin()
                .found()
                .filter(it -> it.asn() != 0)
                .map(it -> " AS" + it.asn())
                .orElse("");
        Text country = code.isEmpty()
                ? Text.of("送信IP", "sending IP")
                : brief.knowledge().countries().name(code);
        return Text.of("{0}{1}", "{0}{1}").with(country, asn);
    }

    private static Node receiver(Hop hop) {
        String name = hop.by().isEmpty() ? "?" : hop.by();
        return new Node(name, Trust.STAMPED.label(), Tone.CALM, true, List.of(hop.evidence()));
    }
}
