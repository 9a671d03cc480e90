package gyotaku.enrich;

import gyotaku.enrich.page.Developed;
import gyotaku.enrich.page.PageFiles;
import gyotaku.enrich.page.RenderingSource;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.Rendering;
import gyotaku.model.mail.ParsedMail;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The picture of a mail's HTML, recorded like every answer.
final class Renderings {

    private final Ledger ledger;
    private final ConcurrentSkipListMap<Sha256, byte[]> made = new ConcurrentSkipListMap<>();

    Renderings(Ledger ledger) {
        this.ledger = ledger;
    }

    Lookup<Rendering> of(ParsedMail mail) {
        Optional<Question> asked = RenderingSource.question(mail);
        return asked.isPresent() ? of(asked.get()) : Lookup.notAsked(Why.Reason.NO_HTML);
    }

    private Lookup<Rendering> of(Question question) {
        Reply reply = ledger.reply(question);
        if (reply instanceof Reply.Answer answer) {
            Developed.pictures(answer.body()).forEach(this::keep);
        }
        Lookup<Rendering> rendering = ledger.read(reply, question, Trust.VERIFIED, Developed::read);
        ledger.note(question, question, rendering);
        return rendering;
    }

    private void keep(Sha256 digest) {
        if (ledger.reply(new Question(PageFiles.Pictures.KEY, digest.hex())) instanceof Reply.Answer picture) {
            made.put(digest, picture.body());
        }
    }

    SortedMap<Sha256, byte[]> made() {
        return new TreeMap<>(made);
    }
}
