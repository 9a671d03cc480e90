package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.finding.Case;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Picture;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The pictures of a page, as the browser wrote them.
final class PagePictures {

    /// Against reports that no mail system carries; a page at desktop size has some hundred kilobytes.
    private static final int LARGEST = 2_000_000;

    /// Against pictures that a reader's browser unpacks to gigabytes.
    private static final int LONGEST = 20_000;

    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int IHDR = 0x49484452;

    private final Case c;
    private final Evidence seen;
    private final Visits.Visit visit;

    PagePictures(Case c, Visits.Visit visit) {
        this.c = c;
        this.visit = visit;
        this.seen = visit.evidence();
    }

    List<Block> blocks() {
        List<Picture> pictures = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        visit.page().desktop().ifPresent(hash -> add(hash, false, pictures, blocks));
        visit.page().phone().ifPresent(hash -> add(hash, true, pictures, blocks));
        if (!pictures.isEmpty()) {
            blocks.addFirst(new Block.Pictures(pictures));
        }
        return blocks;
    }

    private void add(Sha256 hash, boolean phone, List<Picture> pictures, List<Block> blocks) {
        picture(hash, phone)
                .ifPresentOrElse(
                        pictures::add,
                        () -> blocks.add(Block.para(Statement.say(
                                seen,
                                new Inline.Told(name(phone)),
                                Inline.phrase(
                                        "の画像はここに埋め込んでいません。証拠フォルダーの {0} にあります。",
                                        ": the picture is not embedded here; it is {0} in the case folder.",
                                        Inline.code("evidence/screenshots/" + hash.hex() + ".png"))))));
    }

    private Optional<Picture> picture(Sha256 hash, boolean phone) {
        byte[] png = c.stored().get(hash);
        if (png == null || png.length < 33 || png.length > LARGEST) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(png);
        int width = head.getInt(16);
        int height = head.getInt(20);
        boolean readable = head.getLong(0) == PNG && head.getInt(12) == IHDR;
        if (!readable || width < 1 || height < 1 || width > LONGEST || height > LONGEST) {
            return Optional.empty();
        }
        boolean cropped = phone ? height * 9L > width * 19L : height * 10L > width * 9L;
        return Optional.of(new Picture(
                hash,
                Base64.getEncoder().encodeToString(png),
                width,
                height,
                label(phone, cropped),
                phone,
                cropped,
                List.of(seen)));
    }

    private static Text name(boolean phone) {
        return phone
                ? Text.of("スマートフォンの大きさの画面", "The page at phone size")
                : Text.of("パソコンの大きさの画面", "The page at desktop size");
    }

    private Text label(boolean phone, boolean cropped) {
        String at = PageInWords.at(seen);
        return cropped
                ? Text.of("{0}（{1}、上の部分だけ）", "{0} ({1}, upper part only)").with(name(phone), at)
                : Text.of("{0}（{1}）", "{0} ({1})").with(name(phone), at);
    }
}
