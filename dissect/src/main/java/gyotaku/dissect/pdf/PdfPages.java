package gyotaku.dissect.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The pages of a document in their order, whatever its page tree says of their number.
///
/// @param dictionaries each once, also when the tree leads back to itself
record PdfPages(List<COSDictionary> dictionaries) {

    /// Against a tree of a million empty pages.
    private static final int MOST = 5_000;

    static PdfPages of(PDDocument document) {
        COSDictionary root = document.getDocument().getTrailer().getCOSDictionary(COSName.ROOT);
        COSDictionary tree = root == null ? null : root.getCOSDictionary(COSName.PAGES);
        List<COSDictionary> pages = new ArrayList<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> open = new ArrayDeque<>();
        if (tree != null) {
            open.push(tree);
        }
        while (!open.isEmpty() && pages.size() < MOST) {
            COSDictionary node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            COSArray kids = node.getCOSArray(COSName.KIDS);
            if (kids == null) {
                pages.add(node);
                continue;
            }
            for (int i = kids.size() - 1; i >= 0; i--) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    open.push(kid);
                }
            }
        }
        return new PdfPages(List.copyOf(pages));
    }
}
