package gyotaku.parse.received;

/// A piece of a Received line.
sealed interface Token {

    /// As it stands in the line.
    record Word(String text) implements Token {}

    /// A comment's text without its outer parentheses.
    record Comment(String text) implements Token {}
}
