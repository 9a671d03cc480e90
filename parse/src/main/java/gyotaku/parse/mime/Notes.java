package gyotaku.parse.mime;

import gyotaku.model.ByteSpan;
import gyotaku.model.Defect;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.Visible;
import gyotaku.model.mail.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with the sample and what was left out, collected while it is read.
public final class Notes {

    /// Against a sample made of defects: more of one kind say nothing new.
    private static final int OF_ONE_KIND = 20;

    private static final int EXCERPT_BYTES = 60;

    private final List<Defect> defects = new ArrayList<>();
    private final Map<Defect.Kind, Integer> counts = new EnumMap<>(Defect.Kind.class);
    private final Map<String, Truncated> truncated = new LinkedHashMap<>();

    /// Notes a defect with the bytes it stands in as its excerpt.
    public void defect(Defect.Kind kind, Source source, int start, int end) {
        if (full(kind)) {
            return;
        }
        int length = Math.min(end - start, EXCERPT_BYTES);
        String excerpt = new String(source.bytes(), start, length, StandardCharsets.ISO_8859_1);
        add(kind, source.span(start, end), excerpt);
    }

    public void defect(Defect.Kind kind, ByteSpan span, String excerpt) {
        if (!full(kind)) {
            add(kind, span, excerpt);
        }
    }

    private boolean full(Defect.Kind kind) {
        return counts.merge(kind, 1, Integer::sum) > OF_ONE_KIND;
    }

    private void add(Defect.Kind kind, ByteSpan span, String excerpt) {
        String visible = Visible.of(excerpt);
        defects.add(new Defect(kind, span, visible.length() > 80 ? cut(visible) : visible));
    }

    private static String cut(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(78)) ? 78 : 79) + "…";
    }

    public void truncated(String limit, long value, Text what) {
        truncated.putIfAbsent(limit, new Truncated(limit, value, what));
    }

    public void add(List<Defect> found, List<Truncated> cuts) {
        found.forEach(one -> defect(one.kind(), one.span(), one.excerpt()));
        cuts.forEach(one -> truncated.putIfAbsent(one.limit(), one));
    }

    /// In the order of the sample.
    public List<Defect> defects() {
        return defects.stream().sorted(Comparator.comparing(Defect::span)).toList();
    }

    public List<Truncated> truncated() {
        return List.copyOf(truncated.values());
    }
}
