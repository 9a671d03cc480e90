package gyotaku.engine;

import gyotaku.engine.seal.Seals;
import gyotaku.engine.seal.VerifyingKey;
import java.util.List;

/// A folder in which everything is what its manifest says.
///
/// @param files that the manifest names
/// @param head of its chain
/// @param seals what vouches for the manifest
/// @param looks at it later, in order, each with the path below the case
public record Verified(int files, String head, Seals seals, List<Look> looks) {

    public Verified {
        looks = List.copyOf(looks);
    }

    /// The head of the last chain: what a further look goes on from.
    public String last() {
        return looks.isEmpty() ? head : looks.getLast().head();
    }

    /// @throws BrokenCase when the case or a look is not signed by this key
    public void demand(VerifyingKey key) throws BrokenCase {
        demand("the case", seals, key);
        for (Look look : looks) {
            demand(look.path(), look.seals(), key);
        }
    }

    private static void demand(String what, Seals seals, VerifyingKey key) throws BrokenCase {
        if (seals.signedBy().isEmpty()) {
            throw new BrokenCase(what + " is not signed");
        }
        if (!seals.signedBy().get().equals(key)) {
            throw new BrokenCase(what + " is signed by another key: "
                    + seals.signedBy().get().fingerprint());
        }
    }

    /// A later look that holds.
    public record Look(String path, int files, String head, Seals seals) {}
}
