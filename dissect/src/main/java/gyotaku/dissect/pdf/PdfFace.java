package gyotaku.dissect.pdf;

import gyotaku.dissect.Findings;
import gyotaku.dissect.picture.QrCodes;
import gyotaku.model.Text;
import gyotaku.model.mail.View;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws the first pages: for a look at the first, and for the QR codes in them, also those that are drawn by lines or
/// put together from several pictures.
final class PdfFace {

    private static final int PAGES = 3;

    /// Pixels: a code of 2 cm on a page of A4 is 150 wide then.
    private static final int WIDTH = 1_600;

    private static final int SHOWN_WIDTH = 800;

    /// Against pages a hundred metres long.
    private static final double MOST_PIXELS = 5e6;

    private final PDDocument document;
    private final Findings found;

    PdfFace(PDDocument document, Findings found) {
        this.document = document;
        this.found = found;
    }

    void draw(int pages) {
        Renderer renderer = new Renderer(document);
        renderer.setSubsamplingAllowed(true);
        for (int page = 0; page < Math.min(pages, PAGES); page++) {
            try {
                show(
                        page,
                        renderer.renderImage(page, scale(document.getPage(page).getCropBox()), ImageType.RGB));
            } catch (Renderer.Enough _) {
                found.truncated(
                        "operators", PdfText.MOST_OPERATORS, Text.of("複雑なページの残り", "the rest of a complex page"));
            } catch (IOException | RuntimeException e) {
                // What it leads to was found without its face.
                found.broken("page " + (page + 1), e);
            }
        }
    }

    private void show(int page, BufferedImage drawn) throws IOException {
        String place = "page " + (page + 1);
        QrCodes.tell(drawn, place, found);
        if (page > 0) {
            return;
        }
        for (int width = Math.min(SHOWN_WIDTH, drawn.getWidth()); width > 0; width /= 2) {
            BufferedImage small = smaller(drawn, width);
            byte[] png = png(small);
            if (png.length <= found.limits().viewBytes()) {
                found.view(new View(place, small.getWidth(), small.getHeight(), png));
                return;
            }
        }
    }

    private static float scale(PDRectangle box) {
        double width = Math.max(box.getWidth(), 1);
        double height = Math.max(box.getHeight(), 1);
        return (float) Math.min(WIDTH / width, Math.sqrt(MOST_PIXELS / (width * height)));
    }

    private static BufferedImage smaller(BufferedImage image, int width) {
        int height = Math.max(1, (int) ((long) image.getHeight() * width / image.getWidth()));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static final class Renderer extends PDFRenderer {

        static final class Enough extends RuntimeException {}

        Renderer(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new Drawer(parameters);
        }
    }

    private static final class Drawer extends PageDrawer {

        private int operators;

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            operators++;
            if (operators > PdfText.MOST_OPERATORS) {
                throw new Renderer.Enough();
            }
            super.processOperator(operator, operands);
        }
    }
}
