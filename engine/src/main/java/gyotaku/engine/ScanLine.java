package gyotaku.engine;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import gyotaku.model.Sha256;
import gyotaku.model.finding.Analysis;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One line of a scan. Where `error` is not null nothing but `path` is known.
///
/// @param brand id in the brand book of the brand that the mail poses as; null when it poses as none
/// @param purpose what the sender wants, in the word of `case.json`
@JsonPropertyOrder({"path", "sha256", "verdict", "brand", "purpose", "findings", "error"})
public record ScanLine(
        String path,
        @Nullable String sha256,
        @Nullable Judgement verdict,
        @Nullable String brand,
        @Nullable String purpose,
        List<String> findings,
        @Nullable String error) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The verdict in the words of `case.json`.
    @JsonPropertyOrder({"class", "level", "score"})
    public record Judgement(
            @com.fasterxml.jackson.annotation.JsonProperty("class")
            String kind,

            String level,
            double score) {}

    static ScanLine of(String path, Sha256 sha256, Analysis analysis) {
        Verdict verdict = analysis.verdict();
        return new ScanLine(
                path,
                sha256.hex(),
                new Judgement(
                        verdict.kind().name().toLowerCase(Locale.ROOT),
                        verdict.level().name().toLowerCase(Locale.ROOT),
                        verdict.score()),
                analysis.brand().map(Brand::id).orElse(null),
                analysis.purpose().kind().code(),
                analysis.findings().stream().map(Finding::rule).distinct().toList(),
                null);
    }

    public static ScanLine unread(String path, String why) {
        return new ScanLine(path, null, null, null, null, List.of(), why);
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }
}
