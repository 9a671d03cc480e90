package gyotaku.analyse.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gyotaku.analyse.MailOf;
import gyotaku.analyse.knowledge.BadKnowledge;
import gyotaku.analyse.knowledge.KnowledgeFolder;
import gyotaku.analyse.knowledge.KnowledgeReader;
import gyotaku.model.mail.Trait;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    private final BrandBook book = new BrandBook(KnowledgeFolder.read("brands-of-tests", BrandEntry::of));

    private Optional<BrandMention> mention(MailOf mail) {
        return book.mention(mail.mail(), MailOf.unknown(), MailOf.SUFFIXES);
    }

    private static MailOf shows(String look) {
        return MailOf.from("Support <a@example.net>", "Notice", "")
                .link("Here", "https://login.example.net/")
                .picture(List.of(new Trait(Trait.Kind.LOOK, look)));
    }

    @ParameterizedTest
    @CsvSource({
        "c3a55a3c0ff0e718, true",
        "c3a55a3c0ff0e7e7, true",
        "c3a55a3c0ff018e7, false",
        "0000000000000000, false",
        "zzz, false"
    })
    void aLogoThatLooksLikeItNamesTheBrand(String look, boolean named) {
        Optional<BrandMention> mention = mention(shows(look));
        assertThat(mention.isPresent()).isEqualTo(named);
        assertThat(mention.map(seen -> seen.places().contains(BrandMention.Place.LOGO))
                        .orElse(false))
                .isEqualTo(named);
    }

    @Test
    void theEvidenceIsThePicture() {
        assertThat(mention(shows("c3a55a3c0ff0e718"))
                        .orElseThrow()
                        .brand()
                        .evidence()
                        .toString())
                .contains("pHash c3a55a3c0ff0e718");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phash: 12\n    source: a\n    checked: 2026-05-14",
                "phash: c3a55a3c0ff0e718\n    source: a\n    checked: May"
            })
    void entriesThatAreNoneAreRefused(String entry) {
        var file = KnowledgeReader.read("logos:\n  - " + entry + "\n");
        assertThatThrownBy(() -> file.list("logos").stream().map(Logo::of).toList())
                .isInstanceOf(BadKnowledge.class);
    }
}
