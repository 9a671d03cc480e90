package gyotaku.parse.received;

/// A piece of a Received line.
///
/// @param text a word as it stands, or the text of a comment without its outer parentheses
sealed interface Token {

    String text();

    record Word(String text) implements Token {}

    record Comment(String text) implements Token {}
}
