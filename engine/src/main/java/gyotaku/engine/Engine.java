package gyotaku.engine;

import gyotaku.analyse.Analysers;
import gyotaku.enrich.Egress;
import gyotaku.enrich.Lookups;
import gyotaku.enrich.MozillaSuffixes;
import gyotaku.enrich.OfflineEgress;
import gyotaku.enrich.Playback;
import gyotaku.enrich.Recorder;
import gyotaku.enrich.Tape;
import gyotaku.model.Lang;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.RawMail;
import gyotaku.model.fact.Facts;
import gyotaku.model.finding.Analysis;
import gyotaku.model.finding.Case;
import gyotaku.model.mail.ParsedMail;
import gyotaku.parse.MailParser;
import gyotaku.parse.Reading;
import gyotaku.report.Report;
import java.time.Instant;

/// Takes the print of a mail: bytes in, the finished case and its files out.
///
/// Same bytes, same recording, same settings: the same case, byte for byte. One engine serves many mails at once.
public final class Engine {

    private final Settings settings;
    private final PublicSuffixes suffixes = new MozillaSuffixes();
    private final MailParser parser;
    private final Analysers analysers;
    private final Report report;

    public Engine(Settings settings) {
        this.settings = settings;
        this.parser = new MailParser(settings.limits(), suffixes, settings.trustHosts());
        this.analysers = new Analysers(suffixes, settings.trustSealers());
        this.report = new Report(suffixes);
    }

    /// Asks the outside through `live` and records every answer.
    ///
    /// @param now the time of the analysis
    public Outcome analyse(RawMail raw, Egress live, Instant now) {
        return recorded(raw, new Recorder(live, now, false), now, false);
    }

    /// Without a single packet.
    public Outcome analyseOffline(RawMail raw, Instant now) {
        return recorded(raw, new Recorder(new OfflineEgress(now), now, true), now, true);
    }

    /// The same case again from its recording, whose clock is the clock.
    public Outcome replay(Recording recording) {
        Tape tape = recording.tape();
        Recorder again = new Recorder(new Playback(tape), tape.startedAt(), tape.offline());
        return recorded(recording.sample(), again, tape.startedAt(), tape.offline());
    }

    private Outcome recorded(RawMail raw, Recorder recorder, Instant now, boolean offline) {
        return switch (parser.parse(raw)) {
            case Reading.NotMail(var why) -> new Outcome.NotMail(why);
            case Reading.Mail(ParsedMail mail) -> {
                Case finished = examine(raw, mail, recorder, now, offline);
                Recording recording = new Recording(raw, settings, recorder.tape());
                yield new Outcome.Analysed(
                        finished, CaseFiles.of(report.files(finished, settings.languages()), recording));
            }
        };
    }

    private Case examine(RawMail raw, ParsedMail mail, Egress egress, Instant now, boolean offline) {
        Lookups lookups =
                new Lookups(egress, settings.sources(), suffixes, settings.limits(), settings.threads(), now, offline);
        Facts facts = lookups.about(mail);
        Analysis analysis = analysers.run(mail, facts, lookups.resolver());
        String left = offline ? "none" : settings.sources().privacy().code();
        return new Case(raw.sha256(), raw.size(), mail, facts, analysis, lookups.asked(), left, lookups.pageFiles());
    }

    /// The judgement alone, without a single packet and without files: what [#analyseOffline] would come to.
    ///
    /// @param path how the sample is called in the line
    public ScanLine scan(String path, RawMail raw, Instant now) {
        return switch (parser.parse(raw)) {
            case Reading.NotMail(var why) -> ScanLine.unread(path, why.en());
            case Reading.Mail(ParsedMail mail) -> {
                Analysis analysis =
                        examine(raw, mail, new OfflineEgress(now), now, true).analysis();
                yield ScanLine.of(path, raw.sha256(), analysis.findings(), analysis.verdict());
            }
        };
    }

    /// The few lines that a terminal shows of a case.
    public String summary(Case finished, Lang lang) {
        return report.summary(finished, lang);
    }
}
