package gyotaku.model.finding;

/// One DKIM-Signature of a mail and what came of it.
///
/// @param selector `s=`, or empty
/// @param algorithm `a=`, or empty
/// @param weak it is right, yet does not prove the whole of what a reader sees
public record Signature(AuthResult outcome, String selector, String algorithm, boolean weak) {

    /// Whether it proves the whole of what a reader sees.
    public boolean isPlainPass() {
        return outcome.result().equals("pass") && !weak;
    }
}
