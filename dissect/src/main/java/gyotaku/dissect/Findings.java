package gyotaku.dissect;

import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.View;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import gyotaku.parse.FilePrints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a [FormatReader] tells of one file, bounded while it is told.
public final class Findings {

    /// Against a file made of findings: more of them say nothing new.
    private static final int MOST_TRAITS = 200;

    /// The first MiB may be made of little: small texts and pictures pack well.
    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private final Dissector dissector;
    private final Budget budget;
    private final int depth;
    private final List<String> passwords;
    private final int textBytes;
    private final int mostLinks;
    private final Set<Trait> traits = new LinkedHashSet<>();
    private final Set<Written> links = new LinkedHashSet<>();
    private final List<Words> texts = new ArrayList<>();
    private final List<Inside> files = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final Map<String, Truncated> truncated = new LinkedHashMap<>();
    private Optional<byte[]> message = Optional.empty();
    private Opened.State state = Opened.State.READ;
    private String detail = "";
    private int textLeft;

    Findings(Dissector dissector, Budget budget, int depth, List<String> passwords, Limits limits) {
        this.dissector = dissector;
        this.budget = budget;
        this.depth = depth;
        this.passwords = passwords;
        this.textBytes = limits.textBytes();
        this.textLeft = limits.textBytes();
        this.mostLinks = limits.links();
    }

    public Limits.Files limits() {
        return budget.limits();
    }

    /// Words of the mail that may open the file, the likeliest first.
    public List<String> passwords() {
        return passwords;
    }

    /// @param detail what in the file shows it
    public void trait(Trait.Kind kind, String detail) {
        if (traits.size() < MOST_TRAITS) {
            traits.add(new Trait(kind, detail));
        }
    }

    /// @param text what a reader sees of it, or empty
    /// @param place where in the file, or empty
    public void link(String text, String url, Link.Context context, String place) {
        if (links.size() >= mostLinks) {
            truncated("links", mostLinks, Text.of("以降のリンク", "the links after these"));
        } else if (!url.isBlank()) {
            links.add(new Written(text, url.strip(), context, place));
        }
    }

    /// @param place where in the file, or empty
    public void words(Words.Origin origin, String place, String text) {
        String kept = text.length() <= textLeft ? text : text.substring(0, textLeft);
        textLeft -= kept.length();
        if (kept.length() < text.length()) {
            truncated("textBytes", textBytes, Text.of("長い文章の残り", "the rest of a long text"));
        }
        if (!kept.isBlank()) {
            texts.add(new Words(origin, place, kept));
        }
    }

    public void view(View view) {
        if (view.png().length > limits().viewBytes()) {
            truncated("viewBytes", limits().viewBytes(), Text.of("大きな画像", "a large picture"));
        } else {
            views.add(view);
        }
    }

    /// A file in the file, unpacked out of `in` as far as the limits let it, and looked into itself.
    ///
    /// @param name as written there, or empty
    /// @param packed bytes that it takes in the file, or -1 when that is not known
    /// @throws IOException of the stream; what was unpacked before is kept
    public void file(String name, long packed, InputStream in) throws IOException {
        if (!mayTake()) {
            return;
        }
        Unpacked unpacked = new Unpacked(packed);
        try {
            unpacked.take(in);
        } finally {
            add(name, unpacked.bytes.toByteArray(), unpacked.whole);
        }
    }

    /// A file in the file, whose bytes are there already.
    public void file(String name, byte[] bytes) {
        if (mayTake()) {
            budget.take(bytes.length);
            add(name, bytes, true);
        }
    }

    /// A file in the file that cannot be unpacked.
    ///
    /// @param size that it claims, in bytes
    public void lockedFile(String name, long size, Opened.State why, String detail) {
        if (mayTake()) {
            files.add(new Inside(name, "", size, FilePrints.of(new byte[0]), Opened.of(why, detail)));
        }
    }

    private boolean mayTake() {
        if (budget.bytes() <= 0) {
            truncated("unpackedBytes", limits().unpackedBytes(), Text.of("以降の内容", "the content after this"));
            return false;
        }
        if (!budget.takeFile()) {
            truncated("count", limits().count(), Text.of("以降のファイル", "the files after these"));
            return false;
        }
        return true;
    }

    private void add(String name, byte[] bytes, boolean whole) {
        Specimen inside = new Specimen(name, "", dissector.kind(bytes), bytes);
        Opened opened = depth + 1 > limits().depth() ? tooDeep() : dissector.open(inside, budget, depth + 1, passwords);
        if (!whole) {
            opened = new Opened(
                    Opened.State.BROKEN,
                    "it was not unpacked whole",
                    opened.traits(),
                    opened.links(),
                    opened.texts(),
                    opened.files(),
                    opened.views(),
                    opened.truncated(),
                    opened.message());
        }
        files.add(new Inside(name, inside.kind(), bytes.length, FilePrints.of(bytes), opened));
    }

    private Opened tooDeep() {
        Text what = Text.of("より深いファイル", "the files that lie deeper");
        truncated("depth", limits().depth(), what);
        return Opened.of(Opened.State.NOT_LOOKED_INTO, "it lies deeper than " + limits().depth() + " files");
    }

    /// The bytes of one entry while they come.
    private final class Unpacked {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long packed;
        boolean whole = true;

        Unpacked(long packed) {
            this.packed = packed;
        }

        void take(InputStream in) throws IOException {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int kept = (int) Math.min(n, budget.bytes());
                bytes.write(buffer, 0, kept);
                budget.take(kept);
                if (kept < n) {
                    truncated("unpackedBytes", limits().unpackedBytes(), Text.of("以降の内容", "the content after this"));
                    trait(Trait.Kind.BOMB, "more than " + limits().unpackedBytes() + " bytes");
                    whole = false;
                    return;
                }
                if (isBomb()) {
                    truncated(
                            "ratio", limits().ratio(), Text.of("圧縮率が異常な内容の残り", "the rest of content packed too well"));
                    trait(Trait.Kind.BOMB, bytes.size() + " bytes out of " + packed);
                    whole = false;
                    return;
                }
            }
        }

        private boolean isBomb() {
            return packed >= 0
                    && bytes.size() > RATIO_COUNTS_FROM
                    && bytes.size() / Math.max(packed, 1) > limits().ratio();
        }
    }

    /// The message that the file keeps in a format of its own. Of files in files nobody asks for it.
    ///
    /// @param bytes as RFC 5322 or RFC 2045 say
    public void message(byte[] bytes) {
        message = depth == 0 ? Optional.of(bytes) : Optional.empty();
    }

    /// Says that the file was not read to its end, and why.
    public void state(Opened.State ended, String why) {
        state = ended;
        detail = why;
    }

    /// Says that a limit was hit.
    ///
    /// @param limit name of the component of [Limits] or [Limits.Files]
    public void truncated(String limit, long value, Text what) {
        truncated.putIfAbsent(limit, new Truncated(limit, value, what));
    }

    Opened opened() {
        return new Opened(
                state,
                detail,
                List.copyOf(traits),
                List.copyOf(links),
                texts,
                files,
                views,
                List.copyOf(truncated.values()),
                message);
    }
}
