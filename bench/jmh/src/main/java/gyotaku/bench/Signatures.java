package gyotaku.bench;

import gyotaku.model.mail.Opener;
import gyotaku.analyse.auth.Authenticator;
import gyotaku.model.Evidence;
import gyotaku.model.Limits;
import gyotaku.model.Lookup;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.RawMail;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.Resolver;
import gyotaku.model.finding.Authentication;
import gyotaku.model.mail.ParsedMail;
import gyotaku.parse.MailParser;
import gyotaku.parse.Reading;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One operation is one mail with two signatures (RSA of 2048 bits and Ed25519): SPF, DKIM, ARC and DMARC from its
/// bytes, every answer of DNS in memory.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class Signatures {

    private static final PublicSuffixes SUFFIXES = new TestSuffixes();
    private static final Path SAMPLES = Path.of("samples");
    private static final String SAMPLE = "member-notice";

    @State(Scope.Thread)
    public static class Mail {

        private final Authenticator authenticator = new Authenticator(SUFFIXES, List.of());
        private final MailParser parser = new MailParser(Limits.standard(), SUFFIXES, List.of());
        private final Facts facts = Facts.none(Instant.EPOCH);
        private final Map<String, Lookup<List<String>>> answers = new HashMap<>();
        private final RawMail raw;
        private final ParsedMail parsed;

        public Mail() {
            try {
                raw = RawMail.of(Files.readAllBytes(SAMPLES.resolve(SAMPLE + ".eml")));
                parsed = parsed();
                read(new JsonMapper().readTree(Files.readString(SAMPLES.resolve(SAMPLE + ".json"))));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /// A benchmark of signatures that do not pass would measure something else.
        @Setup
        public void check() {
            Authentication result = verified();
            boolean passed = result.signatures().size() == 2
                    && result.signatures().stream().allMatch(each -> each.isPlainPass())
                    && result.dmarc().result().equals("pass");
            if (!passed) {
                throw new IllegalStateException(result.toString());
            }
        }

        private void read(JsonNode scenario) {
            scenario.path("dns").properties().forEach(name -> name.getValue().properties().forEach(type -> {
                List<String> values = type.getValue().isArray()
                        ? StreamSupport.stream(type.getValue().spliterator(), false)
                                .map(JsonNode::asString)
                                .toList()
                        : List.of(type.getValue().asString());
                String question = name.getKey() + " " + type.getKey();
                answers.put(question, new Lookup.Found<>(values, evidence(question)));
            }));
        }

        private static Evidence evidence(String question) {
            Sha256 digest = Sha256.of(question.getBytes(StandardCharsets.UTF_8));
            return new Evidence.Answered("dns", question, Instant.EPOCH, digest, "", Trust.VERIFIED);
        }

        private Lookup<List<String>> ask(String name, Resolver.RecordType type) {
            String question = name + " " + type;
            return answers.computeIfAbsent(question, asked -> new Lookup.NotListed<>(evidence(asked)));
        }

        private ParsedMail parsed() {
            return switch (parser.parse(raw, Opener.none())) {
                case Reading.Mail mail -> mail.mail();
                case Reading.NotMail not -> throw new IllegalStateException(not.toString());
            };
        }

        private Authentication verified() {
            return authenticator.examine(parsed, facts, this::ask);
        }
    }

    @Benchmark
    public Authentication verify(Mail mail) {
        return mail.verified();
    }

    @Benchmark
    public Authentication parseAndVerify(Mail mail) {
        return mail.authenticator.examine(mail.parsed(), mail.facts, mail::ask);
    }
}
