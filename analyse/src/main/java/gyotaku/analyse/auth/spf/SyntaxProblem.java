package gyotaku.analyse.auth.spf;

/// A record that does not follow the grammar: caught where the record is read, it becomes a `permerror`.
final class SyntaxProblem extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param term the part of the record that is wrong
    SyntaxProblem(String term) {
        super(term, null, false, false);
    }

    String term() {
        return String.valueOf(getMessage());
    }
}
