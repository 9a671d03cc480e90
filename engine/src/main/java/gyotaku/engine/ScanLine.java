package gyotaku.engine;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import gyotaku.model.Sha256;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One line of a scan. Either `error` is null or the rest but `path` is.
@JsonPropertyOrder({"path", "sha256", "verdict", "findings", "error"})
public record ScanLine(
        String path,
        @Nullable String sha256,
        @Nullable Judgement verdict,
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

    static ScanLine of(String path, Sha256 sha256, List<Finding> findings, Verdict verdict) {
        return new ScanLine(
                path,
                sha256.hex(),
                new Judgement(
                        verdict.kind().name().toLowerCase(Locale.ROOT),
                        verdict.level().name().toLowerCase(Locale.ROOT),
                        verdict.score()),
                findings.stream().map(Finding::rule).distinct().toList(),
                null);
    }

    public static ScanLine unread(String path, String why) {
        return new ScanLine(path, null, null, List.of(), why);
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }
}
