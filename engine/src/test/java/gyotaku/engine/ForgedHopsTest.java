package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gyotaku.dissect.Dissector;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.finding.Case;
import gyotaku.model.mail.Hop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the sender writes below the boundary, the sending IP and the verdict stay.
final class ForgedHopsTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("project.root")).resolve("samples");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<String> SENDERS = List.of("From", "To", "Subject", "Date", "Message-ID", "MIME-Version");
    private static final Engine ENGINE = new Engine(Offline.settings(Lang.EN), new Dissector(Limits.standard()));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void linesForgedBelowTheBoundaryChangeNothing(int forged) throws IOException {
        for (String name : SamplesTest.names()) {
            byte[] sample = Files.readAllBytes(SAMPLES.resolve(name + ".eml"));
            Case honest = examine(sample);
            Optional<Hop> boundary = honest.mail().route().boundary();
            if (boundary.isEmpty() || honest.mail().reporter().isPresent()) {
                continue;
            }
            for (int seed = 0; seed < 8; seed++) {
                Case deceived = examine(insert(sample, honest, lines(forged, boundary.get(), new Random(seed))));
                assertThat(deceived.mail().route().boundary().flatMap(Hop::ip)).isEqualTo(boundary.flatMap(Hop::ip));
                assertThat(deceived.mail().route().boundary().map(Hop::helo)).isEqualTo(boundary.map(Hop::helo));
                assertThat(deceived.analysis().verdict().kind())
                        .as("%s, seed %d", name, seed)
                        .isEqualTo(honest.analysis().verdict().kind());
                assertThat(deceived.analysis().verdict().score())
                        .as("%s, seed %d", name, seed)
                        .isEqualTo(honest.analysis().verdict().score());
            }
        }
    }

    private static Case examine(byte[] sample) {
        return switch (ENGINE.analyseOffline(RawMail.of(sample), NOW)) {
            case Outcome.Analysed analysed -> analysed.finished();
            case Outcome.NotMail(var why) -> fail(why.en());
        };
    }

    /// Where a sender's own lines stand: under everything that the receiving side wrote above and beside its own.
    private static byte[] insert(byte[] sample, Case honest, String lines) {
        int at = honest.mail().headers().stream()
                .filter(header -> SENDERS.stream().anyMatch(header::is))
                .mapToInt(header -> header.span().start())
                .min()
                .orElseThrow();
        String text = new String(sample, StandardCharsets.ISO_8859_1);
        return (text.substring(0, at) + lines + text.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String lines(int count, Hop boundary, Random random) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String by = random.nextBoolean() ? boundary.by() : "mx" + i + ".ana.co.jp";
            String ip = "203.0." + random.nextInt(256) + "." + random.nextInt(256);
            String from = random.nextBoolean() ? boundary.by() : "mail" + i + ".example.net";
            String date = "Fri, 20 Feb 2026 0" + random.nextInt(10) + ":22:0" + random.nextInt(10) + " +0900";
            lines.append(
                    switch (random.nextInt(4)) {
                        case 0 ->
                            "Received: from " + from + " (HELO " + from + ") (" + ip + ")\n\tby " + by + " with SMTP; "
                                    + date;
                        case 1 ->
                            "Received: from " + from + " (" + from + " [" + ip + "])\n\tby " + by
                                    + " (Postfix) with ESMTP id A" + i + ";\n\t" + date;
                        case 2 ->
                            "Received: from localhost (localhost [127.0.0.1])\n\tby " + by
                                    + " (Postfix) with ESMTP id B" + i + "; " + date;
                        default -> "Received: from " + boundary.helo() + " ([" + ip + "]) by " + by + "; " + date;
                    });
            lines.append('\n');
        }
        return lines.toString();
    }
}
