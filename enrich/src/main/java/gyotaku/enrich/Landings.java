package gyotaku.enrich;

import gyotaku.enrich.page.PageFiles;
import gyotaku.enrich.page.PageReading;
import gyotaku.enrich.page.PageSource;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing;
import gyotaku.model.mail.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Visits to the pages of a mail's links, one after the other: those that a reader follows, one of each host before
/// a second of any, as many as the limit allows. Every picture and file of a visit is a question of its own, so
/// that the recording holds it under its digest.
final class Landings {

    private final Ledger ledger;
    private final int most;
    private final ConcurrentSkipListMap<Sha256, byte[]> brought = new ConcurrentSkipListMap<>();

    /// @param most pages that are visited
    Landings(Ledger ledger, int most) {
        this.ledger = ledger;
        this.most = most;
    }

    /// @return by [gyotaku.model.WebUrl#href]
    Map<String, Lookup<Landing>> of(List<Link> links, Tokens tokens) {
        Map<String, Lookup<Landing>> byHref = new HashMap<>();
        List<Link> open = new ArrayList<>();
        for (Link link : links) {
            hindrance(link)
                    .ifPresentOrElse(
                            why -> byHref.put(link.target().href(), ledger.notAsked(page(link, tokens), why)),
                            () -> open.add(link));
        }
        List<Link> ordered = eachHostFirst(open);
        for (int i = 0; i < ordered.size(); i++) {
            Link link = ordered.get(i);
            byHref.put(
                    link.target().href(),
                    i < most ? visit(link, tokens) : ledger.notAsked(page(link, tokens), Why.Reason.LIMIT));
        }
        return byHref;
    }

    private static Optional<Why.Reason> hindrance(Link link) {
        if (Effects.has(link)) {
            return Optional.of(Why.Reason.HAS_EFFECT);
        }
        return link.context().isFollowed() ? Optional.empty() : Optional.of(Why.Reason.NOT_FOLLOWED);
    }

    private static List<Link> eachHostFirst(List<Link> links) {
        List<Link> first = new ArrayList<>();
        List<Link> later = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        links.forEach(link -> (hosts.add(link.target().host()) ? first : later).add(link));
        first.addAll(later);
        return first;
    }

    private static Question page(Link link, Tokens tokens) {
        return new Question(PageSource.KEY, tokens.outgoing(link.target().href()));
    }

    private Lookup<Landing> visit(Link link, Tokens tokens) {
        Question question = page(link, tokens);
        Reply reply = ledger.reply(question);
        if (reply instanceof Reply.Answer answer) {
            PageReading.pictures(answer.body()).forEach(digest -> bring(PageFiles.Pictures.KEY, digest));
            PageReading.files(answer.body()).forEach(digest -> bring(PageFiles.Others.KEY, digest));
        }
        Lookup<Landing> visit = ledger.read(reply, question, Trust.VERIFIED, PageReading::read);
        ledger.note(question, question, visit);
        return visit;
    }

    private void bring(String source, Sha256 digest) {
        if (ledger.reply(new Question(source, digest.hex())) instanceof Reply.Answer file) {
            brought.put(digest, file.body());
        }
    }

    /// All files of all visits until now.
    SortedMap<Sha256, byte[]> brought() {
        return new TreeMap<>(brought);
    }
}
