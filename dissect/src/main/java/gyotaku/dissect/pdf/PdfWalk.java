package gyotaku.dissect.pdf;

import gyotaku.dissect.Findings;
import gyotaku.model.Text;
import gyotaku.model.mail.Trait;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Looks once at every object that hangs on the document: first what acts on opening, then page by page, then the
/// rest. So an action is found wherever it hides, and told with the place that a reader would meet it at.
final class PdfWalk {

    /// Against a document of nothing but objects.
    private static final int MOST_OBJECTS = 200_000;

    /// A stream that unpacks to more is not what a page needs.
    private static final long MOST_STREAM_BYTES = 64L << 20;

    /// What all streams together are unpacked for the count.
    private static final long MOST_COUNTED = 256L << 20;

    /// What of one document pictures may take in pixels before its pages are not drawn.
    private static final long MOST_DRAWN_PIXELS = 24_000_000;

    /// They lead upwards or across to other pages.
    private static final Set<COSName> UPWARD =
            Set.of(COSName.PARENT, COSName.P, COSName.PG, COSName.getPDFName("Dest"), COSName.PREV, COSName.POPUP);

    /// Events that need no act of the reader: a page or a field comes into sight, the document is closed, saved or
    /// printed (ISO 32000-2, 12.6.3).
    private static final Set<String> BY_ITSELF = Set.of("O", "PO", "PV", "PC", "PI", "E", "WC", "WS", "DS", "WP", "DP");

    private static final COSName JAVA_SCRIPT = COSName.getPDFName("JavaScript");

    /// @param text what a reader sees of it, or empty
    record Place(String page, String text, boolean onOpen) {}

    private record Step(COSBase object, Place place) {}

    private final COSDictionary trailer;
    private final PdfPages pages;
    private final Function<COSDictionary, String> beneath;
    private final Findings found;
    private final PdfObject teller;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Step> open = new ArrayDeque<>();
    private long counted;
    private long drawnPixels;
    private boolean bomb;

    PdfWalk(PDDocument document, PdfPages pages, Function<COSDictionary, String> beneath, Findings found) {
        this.trailer = document.getDocument().getTrailer();
        this.pages = pages;
        this.beneath = beneath;
        this.found = found;
        this.teller = new PdfObject(base(), found);
    }

    private String base() {
        COSDictionary uri = catalog().getCOSDictionary(COSName.URI);
        return uri == null ? "" : uri.getString(COSName.getPDFName("Base"), "");
    }

    private COSDictionary catalog() {
        COSDictionary catalog = trailer.getCOSDictionary(COSName.ROOT);
        return catalog == null ? new COSDictionary() : catalog;
    }

    void read() {
        List<COSDictionary> all = pages.dictionaries();
        seen.addAll(all);
        COSDictionary catalog = catalog();
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        from(catalog.getItem(COSName.OPEN_ACTION), new Place("", "", true));
        events(catalog, new Place("", "", false));
        run();
        if (names != null) {
            from(names.getItem(JAVA_SCRIPT), new Place("", "", true));
        }
        for (int i = 0; i < all.size(); i++) {
            COSDictionary page = all.get(i);
            Place place = new Place("page " + (i + 1), "", false);
            children(page, place);
            run();
        }
        from(trailer, new Place("", "", false));
        teller.tellForm();
    }

    /// Whether drawing its pages costs no more than a page may.
    boolean mayBeDrawn() {
        return !bomb && drawnPixels <= MOST_DRAWN_PIXELS;
    }

    private void from(COSBase object, Place place) {
        if (object != null) {
            open.push(new Step(object, place));
            run();
        }
    }

    private void run() {
        while (!open.isEmpty()) {
            Step step = open.pop();
            COSBase object = step.object() instanceof COSObject reference ? reference.getObject() : step.object();
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                found.truncated("objects", MOST_OBJECTS, Text.of("以降のオブジェクト", "the objects after these"));
                open.clear();
                return;
            }
            look(object, step);
        }
    }

    private void look(COSBase object, Step step) {
        switch (object) {
            case COSDictionary dictionary -> {
                Place place = place(dictionary, step);
                teller.tell(dictionary, place);
                if (dictionary instanceof COSStream stream) {
                    count(stream);
                }
                children(dictionary, place);
            }
            case COSArray array -> {
                for (int i = array.size() - 1; i >= 0; i--) {
                    push(array.get(i), step.place());
                }
            }
            default -> {}
        }
    }

    private Place place(COSDictionary dictionary, Step step) {
        Place above = step.place();
        if (!dictionary.containsKey(COSName.RECT)) {
            return above;
        }
        String text = beneath.apply(dictionary);
        if (text.isEmpty()) {
            text = caption(dictionary);
        }
        return new Place(above.page(), text, above.onOpen());
    }

    /// What a button shows, else the note at an annotation.
    private static String caption(COSDictionary annotation) {
        COSDictionary look = annotation.getCOSDictionary(COSName.getPDFName("MK"));
        String caption = look == null ? "" : look.getString(COSName.CA, "");
        return caption.isEmpty() ? annotation.getString(COSName.CONTENTS, "") : caption;
    }

    private void children(COSDictionary dictionary, Place place) {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            if (!UPWARD.contains(entry.getKey())) {
                push(entry.getValue(), place);
            }
        }
        events(dictionary, place);
    }

    private void events(COSDictionary dictionary, Place place) {
        COSDictionary events = dictionary.getCOSDictionary(COSName.AA);
        if (events != null && seen.add(events)) {
            for (Map.Entry<COSName, COSBase> event : events.entrySet()) {
                boolean byItself = BY_ITSELF.contains(event.getKey().getName());
                push(event.getValue(), new Place(place.page(), place.text(), byItself));
            }
        }
    }

    private void push(COSBase object, Place place) {
        if (object instanceof COSObject || object instanceof COSDictionary || object instanceof COSArray) {
            open.push(new Step(object, place));
        }
    }

    private void count(COSStream stream) {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            drawnPixels +=
                    (long) Math.max(0, stream.getInt(COSName.WIDTH, 0)) * Math.max(0, stream.getInt(COSName.HEIGHT, 0));
            if (drawnPixels > MOST_DRAWN_PIXELS) {
                found.truncated(
                        "picturePixels", MOST_DRAWN_PIXELS, Text.of("ページの見た目（画像が大きいため）", "the look of the pages"));
            }
        }
        if (counted >= MOST_COUNTED || COSName.getPDFName("EmbeddedFile").equals(stream.getCOSName(COSName.TYPE))) {
            return;
        }
        long unpacked = PdfStreams.unpacked(stream, MOST_STREAM_BYTES);
        counted += unpacked;
        if (unpacked >= MOST_STREAM_BYTES
                && unpacked / Math.max(stream.getLength(), 1) > found.limits().ratio()) {
            bomb = true;
            found.trait(
                    Trait.Kind.BOMB,
                    "a stream of " + stream.getLength() + " bytes unpacks to " + unpacked + " or more");
            found.truncated("ratio", found.limits().ratio(), Text.of("ページの見た目", "the look of the pages"));
        }
    }
}
