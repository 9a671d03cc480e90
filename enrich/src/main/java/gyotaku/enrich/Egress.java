package gyotaku.enrich;

/// The way out. Live by sockets, a recording under replay, nothing when off-line; each keeps to one contract test.
@FunctionalInterface
public interface Egress {

    /// Asks; never throws for what the outside does. Called from many threads.
    Reply ask(Question question);
}
