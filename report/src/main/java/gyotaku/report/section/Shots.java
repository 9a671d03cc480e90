package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Picture;
import gyotaku.report.block.Block.Picture.Kind;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pictures beside each other, as they are embedded in a report; for one that is too large or no PNG a sentence says
/// where it is.
final class Shots {

    /// Against reports that no mail system carries; a page at desktop size has some hundred kilobytes.
    private static final int LARGEST = 2_000_000;

    /// Against pictures that a reader's browser unpacks to gigabytes.
    private static final int LONGEST = 20_000;

    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int IHDR = 0x49484452;

    private final List<Picture> pictures = new ArrayList<>();
    private final List<Block> missing = new ArrayList<>();

    /// @param png what is stored under the hash, or nothing
    /// @param name what it shows
    /// @param at where and when it was seen, or empty
    void add(byte @Nullable [] png, Sha256 hash, Text name, String at, Kind kind, Evidence seen) {
        picture(png, hash, name, at, kind, seen)
                .ifPresentOrElse(
                        pictures::add,
                        () -> missing.add(
                                Block.para(kind == Kind.FILE ? unshown(name, seen) : elsewhere(hash, name, seen))));
    }

    private static Statement unshown(Text name, Evidence seen) {
        return Statement.say(
                seen, new Inline.Told(name), Inline.words("はここに埋め込めませんでした。", ": the picture cannot be embedded here."));
    }

    private static Statement elsewhere(Sha256 hash, Text name, Evidence seen) {
        return Statement.say(
                seen,
                new Inline.Told(name),
                Inline.phrase(
                        "の画像はここに埋め込んでいません。証拠フォルダーの {0} にあります。",
                        ": the picture is not embedded here; it is {0} in the case folder.",
                        Inline.code("evidence/screenshots/" + hash.hex() + ".png")));
    }

    private static Optional<Picture> picture(
            byte @Nullable [] png, Sha256 hash, Text name, String at, Kind kind, Evidence seen) {
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
        boolean cropped = cropped(kind, width, height);
        return Optional.of(new Picture(
                hash,
                Base64.getEncoder().encodeToString(png),
                width,
                height,
                label(name, at, cropped),
                kind,
                cropped,
                List.of(seen)));
    }

    /// As the style sheet does it.
    private static boolean cropped(Kind kind, int width, int height) {
        return switch (kind) {
            case DESKTOP -> height * 10L > width * 9L;
            case PHONE -> height * 9L > width * 19L;
            case LETTER -> height > width * 2L;
            case FILE -> height * 2L > width * 3L;
        };
    }

    private static Text label(Text name, String at, boolean cropped) {
        if (at.isEmpty()) {
            return cropped ? Text.of("{0}（上の部分だけ）", "{0} (upper part only)").with(name) : name;
        }
        return cropped
                ? Text.of("{0}（{1}、上の部分だけ）", "{0} ({1}, upper part only)").with(name, at)
                : Text.of("{0}（{1}）", "{0} ({1})").with(name, at);
    }

    /// Nothing when no picture was added.
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (!pictures.isEmpty()) {
            blocks.add(new Block.Pictures(pictures));
        }
        blocks.addAll(missing);
        return blocks;
    }
}
