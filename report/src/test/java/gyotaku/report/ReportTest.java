package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Lang;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final List<Lang> BOTH = List.of(Lang.JA, Lang.EN);
    private final Report report = new Report(new TestSuffixes());

    @Test
    void everyFileOfTheCaseFolderIsWritten() {
        assertThat(report.files(SampleCase.airline(), BOTH).keySet())
                .containsExactlyInAnyOrder(
                        "report.ja.html",
                        "report.en.html",
                        "public.ja.html",
                        "public.en.html",
                        "case.json",
                        "stix.json",
                        "misp.json",
                        "indicators.csv");
    }

    @Test
    void filesAreTheSameUnderAnyLocaleAndTimeZone() {
        SortedMap<String, byte[]> here = report.files(SampleCase.airline(), BOTH);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            SortedMap<String, byte[]> there = new Report(new TestSuffixes()).files(SampleCase.airline(), BOTH);
            here.forEach((name, bytes) -> assertThat(there.get(name)).as(name).isEqualTo(bytes));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void filesAreAsTheyWere() throws IOException {
        golden("airline", report.files(SampleCase.airline(), BOTH));
        golden("offline", report.files(SampleCase.offline(), BOTH));
        golden("benign", report.files(SampleCase.benign(), BOTH));
        golden("visited", report.files(SamplePages.phishing(), BOTH));
    }

    private static void golden(String name, Map<String, byte[]> files) throws IOException {
        Path folder = Path.of(System.getProperty("project.root"), "report/src/test/resources/golden", name);
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path golden = folder.resolve(file.getKey());
            if (!Files.exists(golden)) {
                written.add(Files.write(golden, file.getValue()));
            }
            assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
                    .as(name + "/" + file.getKey())
                    .isEqualTo(Files.readString(golden));
        }
        assertThat(written).as("written, look at them").isEmpty();
    }

    @Test
    void summaryFitsATerminal() {
        for (Lang lang : BOTH) {
            String summary = report.summary(SampleCase.offline(), lang);
            assertThat(summary.lines().count()).isLessThanOrEqualTo(25);
            assertThat(summary).contains("101.47.76.36", "kmnkw.cn", "hxxps://branchiish[.]aadkqlc[.]cn");
            assertThat(summary.codePoints().filter(c -> c != '\n').noneMatch(Character::isISOControl))
                    .isTrue();
        }
    }
}
