package gyotaku.dissect.pdf;

import gyotaku.dissect.Findings;
import gyotaku.model.Text;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Words;
import gyotaku.parse.link.TextUrls;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/// What the first pages say, and what stands where their links are.
final class PdfText {

    /// Against a page of ten million operators; a dense page of a catalogue has some ten thousand.
    static final int MOST_OPERATORS = 200_000;

    /// Against content streams that unpack to gigabytes.
    static final long MOST_CONTENT_BYTES = 32L << 20;

    /// Each region is compared with each letter of its page.
    private static final int MOST_REGIONS = 100;

    private static final String WHOLE = "page";

    private final Findings found;
    private final IdentityHashMap<COSBase, String> beneath = new IdentityHashMap<>();
    private final List<String> pages = new ArrayList<>();

    PdfText(Findings found) {
        this.found = found;
    }

    void read(PdfPages all) {
        int most = found.limits().documentPages();
        if (all.dictionaries().size() > most) {
            found.truncated("documentPages", most, Text.of("以降のページの文章", "the text of the pages after these"));
        }
        List<COSDictionary> first =
                all.dictionaries().subList(0, Math.min(all.dictionaries().size(), most));
        for (COSDictionary page : first) {
            String text = "";
            if (isReadable(page)) {
                text = text(page);
            } else {
                found.truncated(
                        "contentBytes", MOST_CONTENT_BYTES, Text.of("大きすぎるページの文章", "the text of a page too large"));
            }
            pages.add(text);
            found.words(Words.Origin.WRITTEN, "page " + pages.size(), text);
        }
    }

    /// The letters in the rectangle of an annotation of the first pages, or empty.
    String beneath(COSDictionary annotation) {
        return beneath.getOrDefault(annotation, "");
    }

    /// URLs that are written out: readers make links of them. One that an annotation was found to lead to is not told
    /// twice: [Findings] keeps each once.
    void tellUrls() {
        for (int i = 0; i < pages.size(); i++) {
            String text = pages.get(i);
            for (TextUrls.Hit hit : TextUrls.in(text)) {
                found.link("", text.substring(hit.start(), hit.end()), Link.Context.FILE, "page " + (i + 1));
            }
        }
    }

    private static boolean isReadable(COSDictionary page) {
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        List<? extends COSBase> parts =
                contents instanceof COSArray array ? array.toList() : contents == null ? List.of() : List.of(contents);
        long bytes = 0;
        for (COSBase part : parts) {
            COSBase object = part instanceof org.apache.pdfbox.cos.COSObject reference ? reference.getObject() : part;
            if (object instanceof COSStream stream) {
                bytes += PdfStreams.unpacked(stream, MOST_CONTENT_BYTES);
            }
        }
        return bytes < MOST_CONTENT_BYTES;
    }

    private String text(COSDictionary dictionary) {
        try {
            PDPage page = new PDPage(dictionary);
            beneathLinks(page);
            Counted stripper = new Counted();
            stripper.addRegion(WHOLE, new Rectangle2D.Float(-20_000, -20_000, 40_000, 40_000));
            stripper.extractRegions(page);
            return stripper.getTextForRegion(WHOLE);
        } catch (Counted.Enough _) {
            found.truncated("operators", MOST_OPERATORS, Text.of("複雑なページの残り", "the rest of a complex page"));
            return "";
        } catch (IOException | RuntimeException e) {
            // Its links and scripts are found all the same.
            found.broken("page " + (pages.size() + 1), e);
            return "";
        }
    }

    private void beneathLinks(PDPage page) throws IOException {
        Map<String, COSDictionary> regions = new LinkedHashMap<>();
        Counted stripper = new Counted();
        // It knows a letter that is printed twice by its place, and would give each to one of the regions only.
        stripper.setSuppressDuplicateOverlappingText(false);
        annotations(page.getCOSObject()).forEach(annotation -> region(page, annotation, regions, stripper));
        if (regions.isEmpty()) {
            return;
        }
        stripper.extractRegions(page);
        for (Map.Entry<String, COSDictionary> region : regions.entrySet()) {
            beneath.put(region.getValue(), oneLine(stripper.getTextForRegion(region.getKey())));
        }
    }

    private static List<COSDictionary> annotations(COSDictionary page) {
        COSArray annotations = page.getCOSArray(COSName.ANNOTS);
        List<COSDictionary> found = new ArrayList<>();
        for (int i = 0; annotations != null && i < annotations.size() && found.size() < MOST_REGIONS; i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation && annotation.containsKey(COSName.A)) {
                found.add(annotation);
            }
        }
        return found;
    }

    /// Annotations count from the lower edge, the stripper from the upper.
    private static void region(
            PDPage page, COSDictionary annotation, Map<String, COSDictionary> regions, PDFTextStripperByArea stripper) {
        COSArray corners = annotation.getCOSArray(COSName.RECT);
        if (corners == null || corners.size() < 4) {
            return;
        }
        PDRectangle rectangle = new PDRectangle(corners);
        PDRectangle box = page.getCropBox();
        String name = "link " + regions.size();
        regions.put(name, annotation);
        stripper.addRegion(
                name,
                new Rectangle2D.Float(
                        rectangle.getLowerLeftX() - box.getLowerLeftX(),
                        box.getUpperRightY() - rectangle.getUpperRightY(),
                        rectangle.getWidth(),
                        rectangle.getHeight()));
    }

    private static String oneLine(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }

    private static final class Counted extends PDFTextStripperByArea {

        static final class Enough extends RuntimeException {}

        private int operators;

        Counted() throws IOException {
            setSortByPosition(true);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            operators++;
            if (operators > MOST_OPERATORS) {
                throw new Enough();
            }
            super.processOperator(operator, operands);
        }
    }
}
