package gyotaku.model.mail;

/// Looks into files. The port between reading a mail, which is ours and bounded, and the parsers of foreign formats,
/// which run in a process of their own.
@FunctionalInterface
public interface Opener {

    /// Never throws for what a file does: a parser that crashes, hangs or floods gives [Opened.State#FAILED].
    Opened open(Enclosure file);

    /// Looks into nothing and says so.
    static Opener none() {
        return _ -> Opened.notLookedInto();
    }
}
