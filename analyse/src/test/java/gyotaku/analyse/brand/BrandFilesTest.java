package gyotaku.analyse.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import gyotaku.analyse.MailOf;
import gyotaku.analyse.brand.BrandEntry.Sample;
import gyotaku.analyse.knowledge.KnowledgeFolder;
import gyotaku.analyse.wording.Folded;
import gyotaku.model.DomainName;
import gyotaku.model.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each file of the brand book, and all of them together.
class BrandFilesTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("project.root"), "analyse/src/main/resources/gyotaku/analyse/brands");

    private final BrandBook book = BrandBook.bundled();
    private final List<BrandEntry> whole = KnowledgeFolder.read("brands", BrandEntry::of);

    @Test
    void indexNamesEveryFile() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yml"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(FOLDER.resolve("index"))).isEqualTo(names);
            assertThat(book.brands()).extracting(BrandEntry::id).isEqualTo(names);
            assertThat(names).hasSizeGreaterThanOrEqualTo(45);
        }
    }

    @Test
    void noDomainBelongsToTwoBrands() {
        Map<DomainName, String> owners = new TreeMap<>();
        for (BrandEntry brand : book.brands()) {
            for (DomainName domain : brand.domains()) {
                assertThat(owners.put(domain, brand.id())).as(domain.ascii()).isNull();
            }
        }
    }

    /// `cr.mufg.jp` is the card company's, all else below `mufg.jp` the bank's: the inner brand says so by `shared`.
    @Test
    void aDomainBelowThatOfAnotherBrandNamesItAsShared() {
        for (BrandEntry inner : book.brands()) {
            for (BrandEntry outer : book.brands()) {
                assertThat(inner.domains().stream()
                                .filter(domain -> !inner.equals(outer) && outer.owns(domain))
                                .filter(domain -> outer.domains().stream().noneMatch(inner.shared()::contains)))
                        .as("%s below %s", inner.id(), outer.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void noNameBelongsToTwoBrands() {
        Map<String, String> owners = new TreeMap<>();
        for (BrandEntry brand : book.brands()) {
            Stream.of(brand.forms(), brand.words(), brand.alone())
                    .flatMap(List::stream)
                    .map(name -> Folded.of(name).text())
                    .forEach(name -> assertThat(owners.merge(name, brand.id(), (before, _) -> before))
                            .as(name)
                            .isEqualTo(brand.id()));
        }
    }

    /// A name inside a longer one of another brand must not count, and no `not` may hide a name.
    @TestFactory
    Stream<DynamicTest> eachNameMeansOneBrandOnly() {
        Named named = new Named(book.brands());
        return book.brands().stream()
                .map(brand -> dynamicTest(brand.id(), () -> {
                    assertThat(Stream.concat(brand.forms().stream(), brand.words().stream()))
                            .allSatisfy(name -> assertThat(named.in(name))
                                    .as(name)
                                    .singleElement()
                                    .satisfies(seen -> assertThat(seen.brand()).isEqualTo(brand))
                                    .satisfies(seen -> assertThat(seen.end() - seen.start())
                                            .isEqualTo(Folded.of(name).text().length())));
                    assertThat(book.named(brand.name().ja())).isSubsetOf(brand);
                    assertThat(book.named(brand.name().en())).isSubsetOf(brand);
                }));
    }

    /// Two kanji or three letters stand inside too many other words.
    @Test
    void noFormIsShorterThanIsSafe() {
        assertThat(book.brands().stream()
                        .flatMap(brand -> brand.forms().stream())
                        .filter(BrandFilesTest::isShort))
                .containsExactlyInAnyOrder("楽天");
    }

    private static boolean isShort(String form) {
        String text = Folded.of(form).text().replace(" ", "");
        return text.length() < (text.chars().allMatch(c -> c < 0x2E80) ? 4 : 3);
    }

    @TestFactory
    Stream<DynamicTest> eachFileIsSound() {
        return whole.stream().map(brand -> dynamicTest(brand.id(), () -> sound(brand)));
    }

    private static void sound(BrandEntry brand) throws IOException {
        String file = Files.readString(FOLDER.resolve(brand.id() + ".yml"));
        assertThat(file.lines()).allSatisfy(line -> assertThat(Visible.of(line)).isEqualTo(line));
        String told = file.substring(file.indexOf("\nsources:\n"));
        assertThat(told.lines().filter(line -> line.matches("[a-z].*"))).containsExactly("sources:", "samples:");
        assertThat(brand.forms()).isNotEmpty();
        assertThat(brand.domains()).isNotEmpty();
        assertThat(brand.sources())
                .anySatisfy(source -> assertThat(source.checked()).isPresent());
        assertThat(brand.sources())
                .allSatisfy(source -> assertThat(source.url().isEmpty())
                        .isEqualTo(source.checked().isEmpty()));
        assertThat(brand.sources())
                .allSatisfy(source -> assertThat(
                                source.url().isEmpty() || source.url().matches("https?://[^ ]+"))
                        .isTrue());
        assertThat(brand.speaks()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(brand.silent()).isNotEmpty();
        String host = brand.site().substring("https://".length()).split("/", 2)[0];
        assertThat(brand.sendsFrom(new DomainName(host)) || brand.owns(new DomainName(host)))
                .isTrue();
        assertThat(brand.domains())
                .containsAll(brand.mailboxes().stream()
                        .filter(box -> brand.domains().contains(box))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> samplesSpeakOrNot() {
        return whole.stream()
                .flatMap(brand -> Stream.concat(
                        brand.speaks().stream().map(sample -> speaks(brand, sample)),
                        brand.silent().stream().map(sample -> silent(brand, sample))));
    }

    private DynamicTest speaks(BrandEntry brand, Sample sample) {
        return dynamicTest(brand.id() + " in " + sample.subject(), () -> {
            Optional<BrandMention> mention = mention(sample);
            assertThat(mention).as("%s", sample).map(seen -> seen.brand().id()).contains(brand.id());
            assertThat(mention).map(BrandMention::genuine).contains(false);
        });
    }

    private DynamicTest silent(BrandEntry brand, Sample sample) {
        return dynamicTest(
                brand.id() + " not in " + sample.subject(),
                () -> assertThat(mention(sample)).isEmpty());
    }

    private Optional<BrandMention> mention(Sample sample) {
        MailOf mail =
                MailOf.from(sample.from(), sample.subject(), sample.body()).link("こちら", "https://kmnkw.example/login");
        return book.mention(mail.mail(), MailOf.unknown(), MailOf.SUFFIXES);
    }
}
