package gyotaku.analyse.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import gyotaku.analyse.brand.BrandBook;
import gyotaku.analyse.brand.BrandEntry;
import gyotaku.analyse.knowledge.Knowledge.Entries;
import gyotaku.model.DomainName;
import gyotaku.model.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The files of hosts that are known by name.
class HostFilesTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("project.root"), "analyse/src/main/resources/gyotaku/analyse");

    /// A host can be one of these only.
    private static final List<String> KINDS = List.of(
            "freeMail",
            "shorteners",
            "redirectors",
            "translators",
            "pageHosts",
            "fileHosts",
            "formServices",
            "pictureHosts",
            "messengers",
            "meetings",
            "contentNetworks");

    private final Entries hosts = KnowledgeFolder.file("hosts");
    private final Entries mailers = KnowledgeFolder.file("mailers");
    private final Hosts book = Hosts.bundled();

    @TestFactory
    Stream<DynamicTest> eachListIsSortedAndHasItsSources() {
        return Stream.concat(KINDS.stream(), Stream.of("riskyTopLevels"))
                .map(kind -> dynamicTest(kind, () -> {
                    Entries list = hosts.entries(kind).only(Set.of("sources", "names"));
                    assertThat(list.texts("names"))
                            .isNotEmpty()
                            .doesNotHaveDuplicates()
                            .allSatisfy(HostFilesTest::isName);
                    assertThat(list.list("sources")).isNotEmpty().allSatisfy(HostFilesTest::isSource);
                    if (!kind.equals("riskyTopLevels")) {
                        assertThat(list.texts("names")).isSorted();
                    }
                }));
    }

    @Test
    void noHostIsOfTwoKinds() {
        Map<String, String> kinds = new HashMap<>();
        for (String kind : KINDS) {
            for (String name : hosts.entries(kind).texts("names")) {
                assertThat(kinds.put(name, kind)).as(name).isNull();
            }
        }
        for (Entries service : mailers.list("services")) {
            service.texts("links")
                    .forEach(name -> assertThat(kinds.get(name)).as(name).isNull());
        }
    }

    @Test
    void noHostBelongsToTwoMailers() {
        Map<String, String> owners = new HashMap<>();
        for (Entries service : mailers.list("services")) {
            Stream.concat(service.texts("links").stream(), service.texts("returns").stream())
                    .distinct()
                    .forEach(name -> assertThat(owners.put(name, service.needed("name")))
                            .as(name)
                            .isNull());
        }
    }

    @Test
    void mailersAreSortedAndSaysWhoNamesThem() {
        Set<String> sources = mailers.list("sources").stream()
                .map(source -> source.needed("id"))
                .collect(Collectors.toSet());
        assertThat(mailers.list("services"))
                .extracting(service -> service.needed("name"))
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(mailers.list("services")).allSatisfy(service -> {
            service.only(Set.of("name", "links", "returns", "sources", "own"));
            assertThat(service.texts("links")).isSorted().allSatisfy(HostFilesTest::isName);
            assertThat(service.texts("returns")).isSorted().allSatisfy(HostFilesTest::isName);
            assertThat(sources).containsAll(service.texts("sources"));
            assertThat(service.texts("sources").isEmpty() && service.text("own").isEmpty())
                    .isFalse();
        });
    }

    /// What a brand owns and others may use is told from what is its own.
    @Test
    void whereAnybodyIsNoBrandSpeaks() {
        for (BrandEntry brand : BrandBook.bundled().brands()) {
            for (DomainName domain : brand.domains()) {
                boolean anybodys = book.freeMail().contains(domain.ascii())
                        || book.pageHosts().contains(domain.ascii());
                assertThat(!anybodys || brand.mailboxes().contains(domain))
                        .as("%s of %s", domain.ascii(), brand.id())
                        .isTrue();
                assertThat(book.shorteners()).as(brand.id()).doesNotContain(domain.ascii());
            }
        }
    }

    @Test
    void thereAreEnough() {
        assertThat(book.shorteners()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(book.pageHosts()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(book.freeMail()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(mailers.list("services")).hasSizeGreaterThanOrEqualTo(40);
    }

    @TestFactory
    Stream<DynamicTest> nothingInThemIsInvisible() {
        return Stream.of("hosts.yml", "mailers.yml").map(file -> dynamicTest(file, () -> visible(file)));
    }

    private static void visible(String file) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(file)).lines())
                .allSatisfy(line -> assertThat(Visible.of(line)).isEqualTo(line));
    }

    private static void isName(String name) {
        assertThat(new DomainName(name).ascii()).isEqualTo(name);
    }

    private static void isSource(Entries source) {
        source.only(Set.of("url", "says", "checked"));
        assertThat(source.needed("says")).isNotBlank();
        assertThat(source.text("url").isEmpty())
                .isEqualTo(source.text("checked").isEmpty());
        if (!source.text("checked").isEmpty()) {
            assertThat(LocalDate.parse(source.text("checked"))).isNotNull();
        }
    }
}
