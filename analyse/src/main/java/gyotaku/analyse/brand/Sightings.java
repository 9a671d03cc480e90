package gyotaku.analyse.brand;

import gyotaku.analyse.brand.BrandMention.Place;
import gyotaku.analyse.wording.Confusables;
import gyotaku.analyse.wording.Folded;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Trust;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Goes through a mail and notes where it names which brand.
final class Sightings {

    /// Against a mail with a thousand links: enough to see whom they imitate.
    private static final int LINKS_LOOKED_AT = 100;

    /// A line longer than this is prose, no signature.
    private static final int SIGNATURE_LENGTH = 70;

    private static final int OFTEN = 3;

    private final Wording wording;
    private final List<BrandEntry> brands;
    private final Named named;
    private final HostNames hosts;
    private final PublicSuffixes suffixes;
    private final Map<String, Sighting> byBrand = new TreeMap<>();
    private final Map<DomainName, Optional<BrandEntry>> imitated = new TreeMap<>();

    Sightings(Wording wording, List<BrandEntry> brands, Named named, HostNames hosts, PublicSuffixes suffixes) {
        this.wording = wording;
        this.brands = brands;
        this.named = named;
        this.hosts = hosts;
        this.suffixes = suffixes;
    }

    Collection<Sighting> look() {
        wording.mail().from().ifPresent(this::sender);
        subject();
        body();
        wording.mail().links().stream()
                .filter(link -> link.context().isFollowed())
                .limit(LINKS_LOOKED_AT)
                .forEach(this::link);
        Stream.concat(wording.mail().pictures().stream(), wording.mail().attachments().stream())
                .forEach(this::logos);
        return byBrand.values();
    }

    private Optional<BrandEntry> imitatedBy(DomainName host) {
        return imitated.computeIfAbsent(host, name -> hosts.imitatedBy(name, suffixes));
    }

    private Sighting of(BrandEntry brand) {
        return byBrand.computeIfAbsent(brand.id(), _ -> new Sighting(brand));
    }

    private void sender(Mailbox from) {
        List<Named.Name> names = named.in(from.name());
        for (Named.Name name : names.isEmpty() ? named.in(from.name().replace('I', 'l')) : names) {
            if (!name.domain() || from.domain().filter(name.brand()::owns).isEmpty()) {
                of(name.brand()).at(Place.DISPLAY_NAME, 90, fromHeader(from));
            }
        }
        named.alone(from.name()).ifPresent(brand -> of(brand).at(Place.DISPLAY_NAME, 90, fromHeader(from)));
        from.domain().flatMap(this::imitatedBy).ifPresent(brand -> {
            of(brand).at(Place.SENDER_HOST, 80, fromHeader(from));
            from.domain().ifPresent(domain -> of(brand).lookAlike(domain.ascii()));
        });
        if (from.localPart().length() <= 64) {
            for (Named.Name name : named.in(from.localPart().replace('_', ' ').replace('.', ' '))) {
                of(name.brand()).at(Place.SENDER_ADDRESS, 50, fromHeader(from));
            }
        }
    }

    private Evidence fromHeader(Mailbox from) {
        return wording.mail()
                .header("From")
                .map(header -> header.evidence(Trust.CLAIMED))
                .orElseGet(() -> new Evidence.InSample("header", from.span(), from.toString(), Trust.CLAIMED));
    }

    private void subject() {
        Folded text = Folded.of(Confusables.unmasked(wording.subject().original()));
        for (Named.Name name : named.in(text)) {
            Evidence seen = wording.evidence(Wording.Place.SUBJECT, name.start(), name.end());
            of(name.brand()).at(Place.SUBJECT, isHeading(text, name) ? 60 : 35, seen);
        }
    }

    /// The name stands in brackets or before a colon, or the words beside it speak as the brand.
    private static boolean isHeading(Folded text, Named.Name name) {
        char before = name.start() == 0 ? ' ' : text.text().charAt(name.start() - 1);
        boolean titled = name.start() == 0 && text.text().startsWith(":", name.end());
        return titled || "【[「(<《".indexOf(before) >= 0 || SpokenAs.follows(text.text(), name.start(), name.end());
    }

    private void body() {
        String original = Confusables.unmasked(wording.body().original());
        Folded text = original.equals(wording.body().original()) ? wording.body() : Folded.of(original);
        List<Named.Name> names = named.in(text);
        Map<String, Integer> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name.brand().id(), 1, Integer::sum));
        for (Named.Name name : names) {
            int times = counts.getOrDefault(name.brand().id(), 0);
            boolean main = times * 2 >= names.size();
            Evidence seen = wording.evidence(Wording.Place.BODY, name.start(), name.end());
            int signature = name.domain() || !main ? 0 : signature(text, name);
            if (signature > 0) {
                of(name.brand()).at(Place.SIGNATURE, signature, seen);
            } else {
                of(name.brand()).at(Place.BODY, times >= OFTEN ? 30 : 15, seen);
            }
        }
    }

    /// How strongly the mail signs or speaks by the name there; 0 when it does not.
    private static int signature(Folded text, Named.Name name) {
        if (SpokenAs.isIssuer(text.text(), name.start())) {
            return 60;
        }
        if (SpokenAs.follows(text.text(), name.start(), name.end())) {
            return 50;
        }
        return isSignature(text, name) ? 45 : 0;
    }

    private static boolean isSignature(Folded text, Named.Name name) {
        String original = text.original();
        int from = text.origin(name.start());
        int start = original.lastIndexOf('\n', from) + 1;
        int end = original.indexOf('\n', from);
        end = end < 0 ? original.length() : end;
        if (end - start > SIGNATURE_LENGTH) {
            return false;
        }
        Folded line = Folded.of(original.substring(start, end));
        return line.text().length() - (name.end() - name.start()) <= 3 || SpokenAs.isSigned(line);
    }

    /// Logos that a picture is, or that lie in a file.
    private void logos(Attachment file) {
        Stream.concat(Stream.of(file.opened()), file.opened().all().map(Inside::opened))
                .flatMap(opened -> opened.traits().stream())
                .filter(trait -> trait.kind() == Trait.Kind.LOOK)
                .forEach(look -> brands.stream()
                        .filter(brand -> brand.logos().stream().anyMatch(logo -> logo.isLike(look.detail())))
                        .forEach(brand -> of(brand).at(Place.LOGO, 60, file.evidence("pHash " + look.detail()))));
    }

    private void link(Link link) {
        link.target().domain().flatMap(this::imitatedBy).ifPresent(brand -> {
            of(brand).at(Place.LINK_HOST, 70, link.evidence());
            of(brand).lookAlike(link.target().host());
        });
        if (link.text().length() > 300) {
            return;
        }
        for (Named.Name name : named.in(link.text())) {
            boolean foreign = link.target().domain().filter(name.brand()::owns).isEmpty();
            if (foreign && name.domain() && link.target().isWeb()) {
                of(name.brand()).at(Place.LINK_TEXT, 80, link.evidence());
            }
        }
    }

    static List<Sighting> strongestFirst(Collection<Sighting> sightings) {
        List<Sighting> sorted = new ArrayList<>(sightings);
        sorted.sort((a, b) -> a.strength() != b.strength()
                ? b.strength() - a.strength()
                : a.brand().id().compareTo(b.brand().id()));
        return sorted;
    }
}
