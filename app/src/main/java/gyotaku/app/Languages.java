package gyotaku.app;

import gyotaku.model.Lang;
import java.util.List;
import java.util.stream.Stream;

/// The `--lang` option.
final class Languages {

    private Languages() {}

    static List<Lang> of(List<String> codes) {
        return codes.stream().map(Languages::of).distinct().sorted().toList();
    }

    private static Lang of(String code) {
        return Stream.of(Lang.values())
                .filter(lang -> lang.code().equals(code.strip()))
                .findFirst()
                .orElseThrow(() -> new WrongSetting("--lang knows ja and en, not '" + code + "'"));
    }
}
