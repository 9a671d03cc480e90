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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// What all reputation services say of all subjects. The services are asked at the same time, each by one question
/// after
/// the other, so that none gets a burst and a slow one holds up nobody else.
final class Listings {

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

    /// By the text of the subject; one entry for each service and list that knows subjects of that kind, by
    /// service.
    Map<String, List<Reputation>> of(List<Subject> subjects, ExecutorService tasks) {
        List<Future<Map<String, List<Reputation>>>> underWay = SERVICES.stream()
                .map(service -> tasks.submit(() -> ask(service, subjects)))
                .toList();
        Map<String, List<Reputation>> all = new TreeMap<>();
        underWay.forEach(service -> Lookups.result(service)
                .forEach((subject, said) ->
                        all.computeIfAbsent(subject, _ -> new ArrayList<>()).addAll(said)));
        return all;
    }

    private Map<String, List<Reputation>> ask(Service service, List<Subject> subjects) {
        Map<String, List<Reputation>> said = new TreeMap<>();
        for (Inquiry inquiry : service.about(subjects, settings)) {
            Reply reply = ledger.reply(inquiry.question());
            for (Subject subject : inquiry.subjects()) {
                Question one = new Question(service.key(), subject.text());
                Lookup<String> threat = ledger.read(reply, one, Trust.THIRD_PARTY, body -> service.read(body, subject));
                ledger.note(one, threat);
                said.computeIfAbsent(subject.text(), _ -> new ArrayList<>())
                        .add(new Reputation(service.key(), inquiry.asked(), threat));
            }
        }
        return said;
    }

    /// For a subject beyond the number that is looked up.
    List<Reputation> leftOut(Subject subject) {
        List<Reputation> all = new ArrayList<>();
        for (Service service : SERVICES) {
            for (Inquiry inquiry : service.about(List.of(subject), settings)) {
                Lookup<String> threat = ledger.notAsked(new Question(service.key(), subject.text()), Why.Reason.LIMIT);
                all.add(new Reputation(service.key(), inquiry.asked(), threat));
            }
        }
        return all;
    }
}
