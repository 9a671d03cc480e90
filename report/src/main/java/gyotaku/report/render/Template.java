package gyotaku.report.render;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// A template of our own with `{0}`, `{1}` …
final class Template {

    private Template() {}

    static void each(String template, Consumer<String> words, IntConsumer value) {
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            words.accept(template.substring(at, open));
            value.accept(Integer.parseInt(template.substring(open + 1, close)));
            at = close + 1;
        }
        words.accept(template.substring(at));
    }
}
