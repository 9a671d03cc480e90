package gyotaku.enrich.rdap;

import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Json;
import gyotaku.enrich.Reading;
import gyotaku.enrich.whois.Moment;
import gyotaku.model.DomainName;
import gyotaku.model.fact.Registration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An RDAP domain object (RFC 9083 section 5.3).
public final class RdapDomain {

    /// Against lists of a hundred thousand servers or states.
    private static final int MOST = 50;

    private RdapDomain() {}

    public static Reading<Registration> read(byte[] body, DomainName asked) {
        return HttpBody.read(body, json -> registration(json, asked));
    }

    private static Reading<Registration> registration(JsonNode json, DomainName asked) {
        String name = Json.text(json, "ldhName");
        if (!Entities.objectClass(json).equals("domain")) {
            return Reading.unreadable("no domain object");
        }
        if (!name.isEmpty() && !same(name, asked)) {
            return Reading.unreadable("the answer is about another domain");
        }
        Optional<Moment> registered = event(json, "registration");
        Registration registration = new Registration(
                registered.map(Moment::at),
                registered.map(Moment::precision).orElse(ChronoUnit.SECONDS),
                event(json, "expiration").map(Moment::at),
                Entities.of(json).name("registrar"),
                Entities.registrarsAbuseContact(json),
                nameServers(json),
                status(json),
                "rdap");
        return new Reading.Says<>(registration, excerpt(asked, registration));
    }

    private static boolean same(String name, DomainName asked) {
        return name.equalsIgnoreCase(asked.ascii()) || name.equalsIgnoreCase(asked.ascii() + ".");
    }

    private static String excerpt(DomainName asked, Registration read) {
        return asked + " registration "
                + read.registeredAt().map(Object::toString).orElse("unknown") + " registrar " + read.registrar();
    }

    private static Optional<Moment> event(JsonNode json, String action) {
        return json.path("events")
                .valueStream()
                .filter(event -> Json.text(event, "eventAction").equalsIgnoreCase(action))
                .flatMap(event -> Moment.read(Json.text(event, "eventDate"), ZoneOffset.UTC).stream())
                .findFirst();
    }

    private static List<String> nameServers(JsonNode json) {
        return texts(json.path("nameservers").valueStream().map(server -> Json.text(server, "ldhName"))).stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private static List<String> status(JsonNode json) {
        return texts(
                json.path("status").valueStream().filter(JsonNode::isString).map(JsonNode::stringValue));
    }

    private static List<String> texts(Stream<String> values) {
        return values.filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }
}
