package gyotaku.testkit.letters;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How a mailbox provider marks a mail that comes in. Its fields and lines are templates; `Filling` names the marks.
///
/// @param domains reserved domains of its customers
/// @param above fields above the trace
/// @param lines its trace, the newest first
/// @param below fields between the trace and those of the sender
public record Receiver(String id, List<String> domains, List<String> above, List<Line> lines, List<String> below) {

    private static final List<String> IDS = List.of(
            "gmail",
            "workspace",
            "microsoft-365",
            "outlook-com",
            "yahoo-japan",
            "icloud",
            "docomo",
            "au",
            "softbank",
            "so-net",
            "nifty",
            "biglobe",
            "ocn",
            "sakura",
            "xserver",
            "kagoya",
            "postfix-rspamd",
            "postfix-opendkim");

    /// A line of the trace.
    ///
    /// @param after seconds between the hand-over and this line
    /// @param zone hours from UTC, or a name as `America/Los_Angeles`
    /// @param comment what stands behind the zone, such as ` (JST)`
    public record Line(int after, String zone, String comment, String text) {}

    public Receiver {
        domains = List.copyOf(domains);
        above = List.copyOf(above);
        lines = List.copyOf(lines);
        below = List.copyOf(below);
    }

    /// All receivers that are known.
    public static List<Receiver> all() {
        return IDS.stream().map(Receiver::read).toList();
    }

    private static Receiver read(String id) {
        YAMLMapper mapper = YAMLMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = Stream.of("receivers/" + id + ".yml")
                .map(Receiver.class::getResourceAsStream)
                .findFirst()
                .orElseThrow()) {
            return mapper.readValue(in, Receiver.class);
        } catch (IOException e) {
            throw new IllegalStateException("receiver " + id, e);
        }
    }
}
