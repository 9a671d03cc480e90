package gyotaku.engine;

import gyotaku.analyse.Analysers;
import gyotaku.enrich.Egress;
import gyotaku.enrich.Lookups;
import gyotaku.enrich.MozillaSuffixes;
import gyotaku.enrich.OfflineEgress;
import gyotaku.enrich.Playback;
import gyotaku.enrich.Recorder;
import gyotaku.enrich.Tape;
import gyotaku.enrich.ipdata.IpData;
import gyotaku.enrich.page.Darkroom;
import gyotaku.model.Lang;
import gyotaku.model.Lookup;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.RawMail;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.finding.Analysis;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.LaterLook;
import gyotaku.model.mail.Opener;
import gyotaku.model.mail.ParsedMail;
import gyotaku.parse.MailParser;
import gyotaku.parse.Reading;
import gyotaku.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes the print of a mail: bytes in, the finished case and its files out.
///
/// Same bytes, same recording, same settings: the same case, byte for byte. One engine serves many mails at once.
public final class Engine {

    private final Settings settings;
    private final PublicSuffixes suffixes = new MozillaSuffixes();
    private final IpData ipData;
    private final Opener opener;
    private final MailParser parser;
    private final Analysers analysers;
    private final Report report;
    private final Darkroom darkroom;

    /// @param opener looks into the files of mails
    public Engine(Settings settings, Opener opener) {
        this.settings = settings;
        this.opener = opener;
        this.ipData = IpData.of(settings.sources());
        this.parser = new MailParser(settings.limits(), suffixes, settings.trustHosts());
        this.analysers = new Analysers(suffixes, settings.trustSealers());
        this.report = new Report(suffixes);
        this.darkroom = new Darkroom(settings.sources().capture());
    }

    private Openings openings() {
        return new Openings(settings.limits().files(), System::nanoTime);
    }

    private OfflineEgress offline(Instant now) {
        return new OfflineEgress(now, ipData);
    }

    /// Asks the outside through `live` and records every answer.
    ///
    /// @param now the time of the analysis
    public Outcome analyse(RawMail raw, Egress live, Instant now) {
        return fresh(raw, live, now, false);
    }

    /// Without a single packet.
    public Outcome analyseOffline(RawMail raw, Instant now) {
        return fresh(raw, offline(now), now, true);
    }

    private Outcome fresh(RawMail raw, Egress out, Instant now, boolean offline) {
        Openings openings = openings();
        Reading reading = parser.parse(raw, openings.recording(opener));
        Egress way = reading instanceof Reading.Mail(ParsedMail mail) ? darkroom.beside(out, mail, now) : out;
        Recorder recorder = new Recorder(way, now, offline);
        return recorded(raw, reading, openings.kept(), recorder, now, offline);
    }

    /// The same case again from its recording, whose clock is the clock.
    public Outcome replay(Recording recording) {
        Tape tape = recording.tape();
        Recorder again = new Recorder(new Playback(tape), tape.startedAt(), tape.offline());
        Reading reading = parser.parse(recording.sample(), Openings.playing(recording.opened()));
        return recorded(recording.sample(), reading, recording.opened(), again, tape.startedAt(), tape.offline());
    }

    /// Looks once more at the pages of a case and at the addresses of their hosts.
    ///
    /// @param first the recording of the case
    /// @param after head of the chain that the look goes on from
    /// @return empty when the mail has no page that may be looked at
    public Optional<LookFiles> lookAgain(Recording first, Case then, String after, Egress live, Instant now) {
        Recorder recorder = new Recorder(live, now, false);
        List<LaterLook.Page> pages = pages(then, recorder, now);
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        LaterLook look = new LaterLook(then.id(), first.tape().startedAt(), now, pages);
        Recording recording = new Recording(first.sample(), settings, recorder.tape(), new TreeMap<>());
        return Optional.of(LookFiles.of(look, report.files(look, settings.languages()), recording, after));
    }

    private List<LaterLook.Page> pages(Case then, Egress egress, Instant now) {
        List<String> urls = then.facts().links().entrySet().stream()
                .filter(link -> isPage(link.getValue().landing()))
                .map(Map.Entry::getKey)
                .toList();
        if (urls.isEmpty()) {
            return List.of();
        }
        Lookups lookups =
                new Lookups(egress, settings.sources(), suffixes, settings.limits(), settings.threads(), now, false);
        SortedMap<String, LinkFacts> again = lookups.pages(then.mail());
        List<LaterLook.Page> pages = new ArrayList<>();
        for (String url : urls) {
            LinkFacts before = then.facts().links().get(url);
            LinkFacts after = again.get(url);
            if (before != null && after != null) {
                pages.add(new LaterLook.Page(url, before, after));
            }
        }
        return pages;
    }

    private static boolean isPage(Lookup<Landing> visit) {
        return !(visit instanceof Lookup.NotAsked<Landing>(Why why))
                || why.reason() != Why.Reason.HAS_EFFECT && why.reason() != Why.Reason.NOT_FOLLOWED;
    }

    private Outcome recorded(
            RawMail raw,
            Reading reading,
            SortedMap<Sha256, byte[]> opened,
            Recorder recorder,
            Instant now,
            boolean offline) {
        return switch (reading) {
            case Reading.NotMail(var why) -> new Outcome.NotMail(why);
            case Reading.Mail(ParsedMail mail) -> {
                Case finished = examine(raw, mail, recorder, now, offline);
                Recording recording = new Recording(raw, settings, recorder.tape(), opened);
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
        return switch (parser.parse(raw, openings().recording(opener))) {
            case Reading.NotMail(var why) -> ScanLine.unread(path, why.en());
            case Reading.Mail(ParsedMail mail) -> {
                yield ScanLine.of(
                        path,
                        raw.sha256(),
                        examine(raw, mail, offline(now), now, true).analysis());
            }
        };
    }

    /// The few lines that a terminal shows of a case.
    public String summary(Case finished, Lang lang) {
        return report.summary(finished, lang);
    }
}
