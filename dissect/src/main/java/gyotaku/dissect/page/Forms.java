package gyotaku.dissect.page;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a page asks its reader for.
final class Forms {

    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_NAME = 40;

    /// HTML, section 4.10.18.7.1, and what fields for cards are called.
    private static final List<String> CARD = List.of("cc-", "card", "cvv", "cvc", "カード");

    private final Findings found;

    Forms(Findings found) {
        this.found = found;
    }

    void read(Document document) {
        for (Element form : document.getElementsByTag("form")) {
            found.trait(Trait.Kind.FORM, described(form));
        }
        for (Element input : document.getElementsByTag("input")) {
            field(input);
        }
    }

    private static String described(Element form) {
        String method = form.attr("method").isBlank() ? "get" : form.attr("method");
        List<String> names = new ArrayList<>();
        for (Element input : form.getElementsByTag("input")) {
            if (names.size() < MOST_FIELDS && !input.attr("type").equalsIgnoreCase("submit")) {
                names.add(name(input));
            }
        }
        String action = form.attr("action");
        String shown = action.length() > 120 ? action.substring(0, 120) : action;
        return method.toLowerCase(Locale.ROOT) + " " + shown + " (" + String.join(", ", names) + ")";
    }

    private void field(Element input) {
        if (input.attr("type").equalsIgnoreCase("password")) {
            found.trait(Trait.Kind.PASSWORD_FIELD, name(input));
        }
        String called = (input.attr("name") + " " + input.id() + " " + input.attr("autocomplete") + " "
                        + input.attr("placeholder"))
                .toLowerCase(Locale.ROOT);
        if (CARD.stream().anyMatch(called::contains)) {
            found.trait(Trait.Kind.CARD_FIELD, name(input));
        }
        String value = input.attr("value").strip();
        if (Script.isAddress(value)) {
            found.trait(Trait.Kind.PREFILLED, value);
        }
    }

    private static String name(Element input) {
        String name = input.attr("name").isBlank() ? input.id() : input.attr("name");
        name = name.isBlank() ? input.attr("placeholder") : name;
        name = name.isBlank() ? input.attr("type") : name;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
