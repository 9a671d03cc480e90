package gyotaku.report.section;

import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.finding.LaterLook;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What of a page can be held against what it was.
public final class LookAspects {

    /// One of them at both times; a value is empty where nothing was seen.
    ///
    /// @param key its word in `look.json`
    /// @param compared whether both times were looked at: what nobody saw has not changed
    public record Aspect(String key, Text label, String then, String now, boolean compared) {

        public boolean differs() {
            return compared && !then.equals(now);
        }
    }

    private final LaterLook.Page page;

    public LookAspects(LaterLook.Page page) {
        this.page = page;
    }

    public List<Aspect> all() {
        return List.of(
                of("state", Text.of("状態", "State"), landing -> landing.state().code()),
                of(
                        "status",
                        Text.of("HTTP 応答", "HTTP status"),
                        landing -> landing.status() == 0 ? "" : Integer.toString(landing.status())),
                of("url", Text.of("到達先 URL", "Final URL"), Landing::url),
                of("title", Text.of("題名", "Title"), Landing::title),
                of("forms", Text.of("入力欄", "Fields"), LookAspects::fields),
                of(
                        "notice",
                        Text.of("掲示", "Notice"),
                        landing -> landing.notice()
                                .map(notice -> notice.kind().code())
                                .orElse("")),
                of(
                        "certificate",
                        Text.of("証明書", "Certificate"),
                        landing -> landing.tls()
                                .map(tls -> tls.certificate().hex())
                                .orElse("")),
                of(
                        "screenshot",
                        Text.of("画面", "Screenshot"),
                        landing -> landing.desktop().map(Sha256::hex).orElse("")),
                addresses());
    }

    private static String fields(Landing landing) {
        return String.join(
                ", ",
                landing.forms().stream()
                        .flatMap(form -> form.fields().stream())
                        .map(Landing.Field::type)
                        .toList());
    }

    private Aspect of(String key, Text label, Function<Landing, String> value) {
        Optional<Landing> then = page.then().landing().found();
        Optional<Landing> now = page.now().landing().found();
        return new Aspect(
                key, label, then.map(value).orElse(""), now.map(value).orElse(""), then.isPresent() && now.isPresent());
    }

    private Aspect addresses() {
        return new Aspect(
                "addresses",
                Text.of("IP アドレス", "IP addresses"),
                addresses(page.then()),
                addresses(page.now()),
                Stream.of(page.then(), page.now()).allMatch(facts -> told(facts.addresses())));
    }

    private static String addresses(LinkFacts facts) {
        return String.join(
                ", ",
                facts.addresses().found().orElse(List.of()).stream()
                        .map(IpAddress::toString)
                        .toList());
    }

    private static boolean told(Lookup<List<IpAddress>> lookup) {
        return switch (lookup) {
            case Lookup.Found<List<IpAddress>> _, Lookup.NotListed<List<IpAddress>> _ -> true;
            case Lookup.NotAsked<List<IpAddress>> _, Lookup.Failed<List<IpAddress>> _ -> false;
        };
    }
}
