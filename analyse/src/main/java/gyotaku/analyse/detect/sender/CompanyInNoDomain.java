package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.wording.Folded;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The mail speaks in the name of a company, and no part of that name stands in the address it comes from or in the
/// sites it leads to.
@AutoService(Check.class)
@Detector(id = "company-in-no-domain", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class CompanyInNoDomain implements Check {

    private static final Text SAYS = Text.of(
            "差出人名「{0}」の名称が、差出人のアドレス {1} にもリンク先にも含まれていません。",
            "No part of the name “{0}” stands in the sender’s address {1} or in the sites that the mail leads to.");

    private static final int SHORTEST = 4;

    /// Words that any sender may call himself.
    private static final Set<String> COMMON = Set.of(
            "team",
            "support",
            "service",
            "services",
            "customer",
            "notification",
            "notifications",
            "news",
            "newsletter",
            "info",
            "mail",
            "email",
            "account",
            "security",
            "center",
            "online",
            "shop",
            "store",
            "club",
            "official",
            "from",
            "your",
            "with",
            "this",
            "alert",
            "update",
            "updates",
            "admin",
            "office",
            "company",
            "limited",
            "gmbh",
            "group",
            "international",
            "bank");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        boolean talk = subject.mail().header("In-Reply-To").isPresent()
                || subject.mail().subject().indexOf('[') >= 0;
        boolean strange =
                parties.from().filter(domain -> !parties.isFreeMail(domain)).isPresent()
                        && !talk
                        && parties.listHeader().isEmpty();
        return subject.mail().from().stream()
                .filter(_ -> strange && new Targets(subject).web().findAny().isPresent())
                .filter(from -> isNowhere(from, subject))
                .flatMap(from -> parties.header("From").stream()
                        .map(header -> finding(SAYS.with(from.name(), from.address()), header)));
    }

    private static boolean isNowhere(Mailbox from, Subject subject) {
        Set<String> words = Stream.of(Folded.of(from.name()).text().split("[^a-z0-9]+", -1))
                .filter(word -> word.length() >= SHORTEST && !COMMON.contains(word))
                .collect(Collectors.toSet());
        String body = subject.wording().body().text();
        String address = from.address().toLowerCase(Locale.ROOT);
        boolean named = words.stream().anyMatch(body::contains);
        return named
                && words.stream().noneMatch(word -> address.contains(word) || isLinked(word, subject))
                && !isShort(from, address);
    }

    private static boolean isLinked(String word, Subject subject) {
        return new Targets(subject).web().anyMatch(link -> link.target().host().contains(word));
    }

    /// Whether the first letters of the name, as companies shorten it, stand in the address.
    private static boolean isShort(Mailbox from, String address) {
        String first = Stream.of(Folded.of(from.name()).text().split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        return first.length() >= 3 && address.contains(first);
    }
}
