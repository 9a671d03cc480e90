package gyotaku.enrich;

import gyotaku.enrich.service.Inquiry;
import gyotaku.enrich.service.Service;
import gyotaku.enrich.service.Subject;
import gyotaku.enrich.source.Sources;
import gyotaku.model.Lookup;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.Reputation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// What all reputation services say of all subjects. The services are asked at the same time, each by one question
/// after the other, so that none gets a burst and a slow one holds up nobody else.
final class Listings {

    /// Against a service that hangs at fifty links: it would use up the time of all the others.
    private static final int SILENCES = 3;

    private static final List<Service> SERVICES = Sources.all().stream()
            .filter(Service.class::isInstance)
            .map(Service.class::cast)
            .toList();

    private final Ledger ledger;
    private final SourceSettings settings;

    Listings(Ledger ledger, SourceSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    private record Said(Subject subject, Reputation reputation) {}

    /// By subject; one entry for each service and list that knows subjects of that kind, by service.
    Known of(List<Subject> subjects, ExecutorService tasks) {
        List<Future<List<Said>>> underWay = SERVICES.stream()
                .map(service -> tasks.submit(() -> ask(service, subjects)))
                .toList();
        SortedMap<String, List<Reputation>> all = new TreeMap<>();
        underWay.forEach(service -> Lookups.result(service)
                .forEach(said -> all.computeIfAbsent(key(said.subject), _ -> new ArrayList<>())
                        .add(said.reputation)));
        return new Known(all);
    }

    /// What came back, by subject.
    record Known(SortedMap<String, List<Reputation>> bySubject) {

        List<Reputation> of(Subject subject) {
            return bySubject.getOrDefault(key(subject), List.of());
        }
    }

    private static String key(Subject subject) {
        return subject.getClass().getSimpleName() + " " + subject.text();
    }

    private List<Said> ask(Service service, List<Subject> subjects) {
        List<Said> said = new ArrayList<>();
        int silences = 0;
        for (Inquiry inquiry : service.about(subjects, settings)) {
            if (silences == SILENCES) {
                said.addAll(unasked(service, inquiry, Why.Reason.SILENT));
                continue;
            }
            Reply reply = ledger.reply(inquiry.question());
            silences = reply instanceof Reply.Silence ? silences + 1 : 0;
            for (Subject subject : inquiry.subjects()) {
                Question one = inquiry.about(subject);
                Lookup<String> threat = ledger.read(reply, one, Trust.THIRD_PARTY, body -> service.read(body, subject));
                ledger.note(one, inquiry.question(), threat);
                said.add(said(service, inquiry, subject, threat));
            }
        }
        return said;
    }

    private List<Said> unasked(Service service, Inquiry inquiry, Why.Reason reason) {
        return inquiry.subjects().stream()
                .map(subject -> said(service, inquiry, subject, ledger.notAsked(inquiry.about(subject), reason)))
                .toList();
    }

    private static Said said(Service service, Inquiry inquiry, Subject subject, Lookup<String> threat) {
        String name = inquiry.list().isEmpty() ? service.name() : inquiry.list();
        return new Said(subject, new Reputation(service.key(), name, subject.text(), threat));
    }

    /// For a subject beyond the number that is looked up.
    List<Reputation> leftOut(Subject subject) {
        return SERVICES.stream()
                .flatMap(service -> service.about(List.of(subject), settings).stream()
                        .flatMap(inquiry -> unasked(service, inquiry, Why.Reason.LIMIT).stream()))
                .map(Said::reputation)
                .toList();
    }
}
