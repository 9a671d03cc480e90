package gyotaku.parse;

import gyotaku.model.mail.Part;
import java.util.List;

/// What lies in a part, without what other programs would find there.
final class MainReading {

    private MainReading() {}

    static List<Part> of(Part part) {
        return part.children().stream()
                .filter(child -> child.path().indexOf('~') < 0)
                .toList();
    }
}
