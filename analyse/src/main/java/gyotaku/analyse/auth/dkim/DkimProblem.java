package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.dkim.DkimResult.Fault;

/// A signature or key that cannot be used: caught where it is read, it becomes a `permerror`.
public final class DkimProblem extends Exception {

    private static final long serialVersionUID = 1L;
    private final Fault fault;

    /// @param detail the part that is wrong, or empty
    public DkimProblem(Fault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
