package gyotaku.report.block;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.report.block.Block.Para;
import java.util.List;

/// A whole report in both languages, before any markup.
///
/// @param id of the case
/// @param label who may read it
/// @param title what was examined
/// @param subtitle when, and with what outcome
public record Document(String id, Text label, Para title, Para subtitle, List<Chapter> chapters, Ledger ledger) {

    public Document {
        chapters = List.copyOf(chapters);
    }

    /// The report as it would be if this were not known: every statement that rests on it is gone, and nothing else.
    public Document without(Evidence gone) {
        return new Rewriting(leaf -> leaf, evidence -> !evidence.contains(gone)).of(this);
    }

    public Document with(Chapter more) {
        List<Chapter> all = new java.util.ArrayList<>(chapters);
        all.add(more);
        return new Document(id, label, title, subtitle, all, ledger);
    }

    public Document labelled(Text newLabel) {
        return new Document(id, newLabel, title, subtitle, chapters, ledger);
    }
}
