package gyotaku.bench;

import gyotaku.model.mail.Opener;
import gyotaku.analyse.Analysers;
import gyotaku.model.Limits;
import gyotaku.model.Lookup;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.RawMail;
import gyotaku.model.Why;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.Resolver;
import gyotaku.model.finding.Analysis;
import gyotaku.parse.MailParser;
import gyotaku.parse.Reading;
import gyotaku.testkit.TestSuffixes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One operation is one message, taken from the corpus in turn: operations per second are messages per second.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class Messages {

    private static final PublicSuffixes SUFFIXES = new TestSuffixes();
    private static final Facts NOTHING_ASKED = Facts.none(Instant.EPOCH);
    private static final Resolver SILENT = (name, type) -> Lookup.notAsked(Why.Reason.OFFLINE);

    /// The mails of a folder, one after the other, again and again.
    @State(Scope.Thread)
    public static class Turn {

        @Param("samples")
        public String corpus = "samples";

        private final MailParser parser = new MailParser(Limits.standard(), SUFFIXES, List.of());
        private List<RawMail> mails = List.of();
        private int next;

        @Setup
        public void read() {
            mails = Corpus.read(Path.of(corpus)).mails();
        }

        Reading reading() {
            RawMail mail = mails.get(next);
            next = (next + 1) % mails.size();
            return parser.parse(mail, Opener.none());
        }
    }

    @State(Scope.Thread)
    public static class Desk {
        private final Analysers analysers = new Analysers(SUFFIXES, List.of());
    }

    @Benchmark
    public Reading parse(Turn turn) {
        return turn.reading();
    }

    @Benchmark
    public Optional<Analysis> parseAndAnalyse(Turn turn, Desk desk) {
        return switch (turn.reading()) {
            case Reading.Mail read -> Optional.of(desk.analysers.run(read.mail(), NOTHING_ASKED, SILENT));
            case Reading.NotMail _ -> Optional.empty();
        };
    }
}
