package gyotaku.analyse.auth.dkim;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.fact.Resolver;
import gyotaku.model.fact.Resolver.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The keys that one mail needs, each asked for once.
public final class KeyBook {

    private final Resolver resolver;
    private final Map<String, Lookup<List<String>>> answers = new HashMap<>();

    public KeyBook(Resolver resolver) {
        this.resolver = resolver;
    }

    /// @param name as [DkimSignature#keyName] gives it
    public Lookup<List<String>> ask(String name) {
        return answers.computeIfAbsent(name, asked -> resolver.ask(asked, RecordType.TXT));
    }

    /// What was answered about that name, if it was asked for.
    public List<Evidence> evidence(String name) {
        Lookup<List<String>> answer = answers.get(name);
        return answer == null ? List.of() : answer.seen().stream().toList();
    }

    public int asked() {
        return answers.size();
    }
}
