package gyotaku.analyse.brand;

import gyotaku.analyse.knowledge.BadKnowledge;
import gyotaku.analyse.knowledge.Knowledge.Entries;
import gyotaku.analyse.knowledge.KnowledgeFolder;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.finding.Brand;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One file of the brand book.
///
/// @param id the file's name
/// @param forms names that can be taken for nothing else
/// @param words short names that count only as whole words in capitals, as `ANA`
/// @param alone names that are common words, and count only when they are the whole display name, as `Apple`
/// @param not expressions that hold a name and do not mean the brand as sender, as `Amazonギフト券`
/// @param domains that it sends from and links to; names below them are its own too
/// @param shared domains of others that send for it as well as for others
/// @param namesakes domains of others that bear the name with a right to it
/// @param mailboxes hosts of its own domains at which anybody can have a mailbox: mail from there is not the brand's
/// @param never what it publishes that it never asks for in a mail, each a whole sentence; from one of the sources
/// @param logos what its logos look like; the pictures themselves are not kept
/// @param labels which labels of host names do not point to the brand
/// @param addressing whom its real mails address, when that is known
public record BrandEntry(
        String id,
        Text name,
        String category,
        List<String> forms,
        List<String> words,
        List<String> alone,
        List<String> not,
        List<DomainName> domains,
        List<DomainName> shared,
        List<DomainName> namesakes,
        List<DomainName> mailboxes,
        Labels labels,
        String site,
        String warning,
        Addressing addressing,
        List<Text> never,
        List<Logo> logos,
        List<Source> sources,
        List<Sample> speaks,
        List<Sample> silent) {

    /// How the brand's real mails address their reader.
    public enum Addressing {
        BY_NAME,
        NOT_BY_NAME,
        UNKNOWN
    }

    /// @param url where a fact was found, or empty when nobody has looked it up yet
    /// @param says which facts rest on it
    /// @param checked the day on which somebody read it; empty when nobody has
    public record Source(String url, String says, Optional<LocalDate> checked) {

        @Override
        public String toString() {
            return url.isEmpty() ? says : url + " (" + says + ")";
        }
    }

    /// Labels of host names by which the brand is not meant, or not surely.
    ///
    /// @param common its own labels that are words or names of others too, as `target`: other hosts may bear them
    /// @param inner its own labels that anybody gives to a host below his own domain, as `github`
    /// @param unlike words one letter off that mean something else, as `finance` beside `binance`
    public record Labels(Set<String> common, Set<String> inner, Set<String> unlike) {

        public Labels {
            common = Set.copyOf(common);
            inner = Set.copyOf(inner);
            unlike = Set.copyOf(unlike);
        }

        private static Labels of(Entries labels) {
            labels.only(Set.of("common", "inner", "unlike"));
            return new Labels(
                    Set.copyOf(labels.texts("common")),
                    Set.copyOf(labels.texts("inner")),
                    Set.copyOf(labels.texts("unlike")));
        }
    }

    /// Words of a mail in which the brand must be seen, or must not.
    public record Sample(String from, String subject, String body) {}

    private static final Set<String> KEYS = Set.of(
            "id",
            "name",
            "category",
            "forms",
            "words",
            "alone",
            "not",
            "domains",
            "shared",
            "mailboxes",
            "namesakes",
            "labels",
            "site",
            "warning",
            "addressing",
            "never",
            "logos",
            "sources",
            "samples");

    static BrandEntry of(Entries file) {
        Entries samples = file.only(KEYS).entries("samples").only(Set.of("speaks", "silent"));
        return new BrandEntry(
                file.needed("id"),
                text(file.entries("name")),
                file.needed("category"),
                file.texts("forms"),
                file.texts("words"),
                file.texts("alone"),
                file.texts("not"),
                domains(file.texts("domains")),
                domains(file.texts("shared")),
                domains(file.texts("namesakes")),
                domains(file.texts("mailboxes")),
                Labels.of(file.entries("labels")),
                file.needed("site"),
                file.text("warning"),
                addressing(file.text("addressing")),
                file.list("never").stream().map(BrandEntry::text).toList(),
                file.list("logos").stream().map(Logo::of).toList(),
                file.list("sources").stream().map(BrandEntry::source).toList(),
                samples.list("speaks").stream().map(BrandEntry::sample).toList(),
                samples.list("silent").stream().map(BrandEntry::sample).toList());
    }

    private static Text text(Entries both) {
        both.only(Set.of("ja", "en"));
        return Text.of(both.needed("ja"), both.needed("en"));
    }

    private static List<DomainName> domains(List<String> names) {
        return names.stream().map(DomainName::new).toList();
    }

    private static Addressing addressing(String word) {
        return switch (word) {
            case "by-name" -> Addressing.BY_NAME;
            case "not-by-name" -> Addressing.NOT_BY_NAME;
            case "" -> Addressing.UNKNOWN;
            default -> throw new BadKnowledge("addressing is by-name or not-by-name, not " + word);
        };
    }

    private static Source source(Entries source) {
        source.only(Set.of("url", "says", "checked"));
        try {
            String checked = source.text("checked");
            return new Source(
                    source.text("url"),
                    source.needed("says"),
                    checked.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(checked)));
        } catch (DateTimeParseException noDate) {
            throw new BadKnowledge("checked must be a date: " + noDate.getMessage());
        }
    }

    private static Sample sample(Entries sample) {
        sample.only(Set.of("from", "subject", "body"));
        return new Sample(sample.text("from"), sample.text("subject"), sample.text("body"));
    }

    /// Whether a host is the brand's own.
    public boolean owns(DomainName host) {
        return isWithinOne(host, domains);
    }

    boolean hasNamesake(DomainName host) {
        return isWithinOne(host, namesakes);
    }

    /// Whether mail of the brand may come from there.
    public boolean sendsFrom(DomainName host) {
        return owns(host) && !mailboxes.contains(host) || isWithinOne(host, shared);
    }

    private static boolean isWithinOne(DomainName host, List<DomainName> parents) {
        String name = host.ascii();
        for (DomainName parent : parents) {
            int at = name.length() - parent.ascii().length();
            if (at >= 0 && name.endsWith(parent.ascii()) && (at == 0 || name.charAt(at - 1) == '.')) {
                return true;
            }
        }
        return false;
    }

    Brand brand(List<Evidence> evidence) {
        List<String> official = domains.stream().map(DomainName::ascii).toList();
        return new Brand(id, name, category, official, site, warning, never, evidence);
    }

    /// The book is read without sources, which take as long as all else of an entry and of which a report needs one
    /// brand's only.
    private List<Source> told() {
        return sources.isEmpty() ? of(KnowledgeFolder.file("brands/" + id)).sources() : sources;
    }

    /// The entry as evidence. What nobody looked up is said to be so; the day is that of the last look.
    public Evidence.Known evidence() {
        List<Source> told = told();
        String where = told.stream().map(Source::toString).collect(Collectors.joining("; "));
        LocalDate checked = told.stream()
                .flatMap(source -> source.checked().stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
        String own = domains.stream().map(DomainName::ascii).collect(Collectors.joining(", "));
        return new Evidence.Known("brands/" + id, where, checked, name.ja() + ": " + own);
    }
}
