package gyotaku.dissect.archive;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Trait;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Passwords that may open an archive: those that opened something of it before, the words of the mail, and a few that
/// are used again and again.
final class Keys {

    /// What is shared by those who exchange malware, and what needs no invention.
    private static final List<String> USUAL = List.of("infected", "password", "1234", "12345", "123456", "0000", "123");

    /// After so many files that nothing opened, only what opened others is tried: a key is slow to try by design.
    private static final int PATIENCE = 3;

    private final Findings found;
    private final List<String> candidates;
    private final Set<String> proven = new LinkedHashSet<>();
    private int failures;

    /// @param most that are tried for one file
    Keys(Findings found, int most) {
        this.found = found;
        Set<String> all = new LinkedHashSet<>(found.passwords());
        List<String> mail = all.stream().limit(Math.max(1, most - USUAL.size())).toList();
        all = new LinkedHashSet<>(mail);
        all.addAll(USUAL);
        this.candidates = all.stream().limit(most).toList();
    }

    /// Tries one password; throws what the attempt throws.
    @FunctionalInterface
    interface Attempt<T> {
        Optional<T> with(String password) throws java.io.IOException;
    }

    /// What the first password gives that gives something.
    <T> Optional<T> open(Attempt<T> attempt) throws java.io.IOException {
        List<String> tried = new ArrayList<>(proven);
        if (failures < PATIENCE) {
            candidates.stream().filter(candidate -> !proven.contains(candidate)).forEach(tried::add);
        }
        for (String password : tried) {
            Optional<T> opened = attempt.with(password);
            if (opened.isPresent()) {
                if (proven.add(password)) {
                    String origin = found.passwords().contains(password) ? "mail" : "usual";
                    found.trait(Trait.Kind.PASSWORD_OPENED, "\"" + password + "\" (" + origin + ")");
                }
                return opened;
            }
        }
        failures++;
        return Optional.empty();
    }
}
