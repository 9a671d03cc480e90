package gyotaku.dissect;

import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.View;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import gyotaku.parse.FilePrints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// What a [FormatReader] tells of one file, bounded while it is told.
public final class Findings {

    /// Of a name: no system takes longer ones, and a ZIP file can hold 64 KiB for each.
    private static final int LONGEST_NAME = 1_000;

    private final Dissector dissector;
    private final Budget budget;
    private final int depth;
    private final List<String> passwords;
    private final Enclosure.Wish wish;
    private final Set<Trait> traits = new LinkedHashSet<>();
    private final Set<Written> links = new LinkedHashSet<>();
    private final List<Words> texts = new ArrayList<>();
    private final List<Inside> files = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final Map<String, Truncated> truncated = new LinkedHashMap<>();
    private Optional<byte[]> message = Optional.empty();
    private Opened.State state = Opened.State.READ;
    private String detail = "";

    Findings(Dissector dissector, Budget budget, int depth, List<String> passwords, Enclosure.Wish wish) {
        this.dissector = dissector;
        this.budget = budget;
        this.depth = depth;
        this.passwords = passwords;
        this.wish = wish;
    }

    public Limits.Files limits() {
        return budget.limits().files();
    }

    /// Words of the mail that may open the file, the likeliest first.
    public List<String> passwords() {
        return passwords;
    }

    /// @param detail what in the file shows it
    public void trait(Trait.Kind kind, String detail) {
        Trait trait = new Trait(kind, detail);
        if (traits.contains(trait)) {
            return;
        }
        if (budget.takeTrait()) {
            traits.add(trait);
        } else {
            truncated("traits", Budget.MOST_TRAITS, Text.of("以降の特徴", "what else stands out"));
        }
    }

    /// @param text what a reader sees of it, or empty
    /// @param place where in the file, or empty
    public void link(String text, String url, Link.Context context, String place) {
        String written = url.strip();
        if (written.isEmpty()) {
            return;
        }
        int longest = budget.limits().linkBytes();
        if (written.length() > longest) {
            truncated("linkBytes", longest, Text.of("長すぎるリンク", "a link that is too long"));
            return;
        }
        String shown = text.length() <= longest ? text : text.substring(0, longest);
        Written link = new Written(shown, written, context, place);
        if (links.contains(link)) {
            return;
        }
        if (budget.takeLink()) {
            links.add(link);
        } else {
            truncated("links", budget.limits().links(), Text.of("以降のリンク", "the links after these"));
        }
    }

    /// @param place where in the file, or empty
    public void words(Words.Origin origin, String place, String text) {
        if (text.isBlank()) {
            return;
        }
        String kept = text.substring(0, budget.takeText(text.length()));
        if (kept.length() < text.length()) {
            truncated("textBytes", budget.limits().textBytes(), Text.of("長い文章の残り", "the rest of a long text"));
        }
        if (!kept.isBlank()) {
            texts.add(new Words(origin, place, kept));
        }
    }

    public void view(View view) {
        if (view.png().length > limits().viewBytes()) {
            truncated("viewBytes", limits().viewBytes(), Text.of("大きな画像", "a large picture"));
        } else if (budget.takeView(view.png().length)) {
            views.add(view);
        } else {
            truncated("answerBytes", limits().answerBytes(), Text.of("以降の画像", "the pictures after these"));
        }
    }

    /// A file in the file, unpacked out of `in` as far as the limits let it, and looked into itself.
    ///
    /// @param name as written there, or empty
    /// @param packed bytes that it takes in the file, or -1 when that is not known
    /// @return whether it was unpacked to its end
    /// @throws IOException of the stream; what was unpacked before is kept
    public boolean file(String name, long packed, InputStream in) throws IOException {
        return file(name, () -> packed, in);
    }

    /// The same, of a stream whose packed size shows only while it is read.
    ///
    /// @param packed bytes of the file that were read so far
    public boolean file(String name, LongSupplier packed, InputStream in) throws IOException {
        if (!mayTake()) {
            return false;
        }
        Unpacked unpacked = new Unpacked(budget, packed);
        boolean failed = true;
        try {
            unpacked.take(in);
            failed = false;
        } finally {
            add(name, unpacked, failed);
        }
        return unpacked.end() == Unpacked.End.WHOLE;
    }

    /// A file in the file, whose bytes are there already.
    public void file(String name, byte[] bytes) {
        if (mayTake()) {
            budget.take(bytes.length);
            add(name, bytes, opened(name, "", bytes));
        }
    }

    /// @param label media type that it is said to have there, or empty
    public void file(String name, String label, byte[] bytes) {
        if (mayTake()) {
            budget.take(bytes.length);
            add(name, bytes, opened(name, label, bytes));
        }
    }

    /// A file in the file that cannot be unpacked.
    ///
    /// @param size that it claims, in bytes
    public void lockedFile(String name, long size, Opened.State why, String detail) {
        if (mayTake()) {
            Findings closed = new Findings(dissector, budget, depth + 1, passwords, wish);
            Outside.of(name, "").forEach(trait -> closed.trait(trait.kind(), trait.detail()));
            closed.state(why, detail);
            String kept = bounded(name);
            files.add(new Inside(kept, "", size, FilePrints.of(new byte[0]), closed.opened()));
        }
    }

    private boolean mayTake() {
        if (budget.bytes() <= 0) {
            full();
            return false;
        }
        if (!budget.takeFile()) {
            truncated("count", limits().count(), Text.of("以降のファイル", "the files after these"));
            return false;
        }
        return true;
    }

    private void add(String name, Unpacked unpacked, boolean failed) {
        switch (unpacked.end()) {
            case WHOLE -> {}
            case FULL -> full();
            case TOO_DENSE -> {
                truncated("ratio", limits().ratio(), Text.of("圧縮率が異常な内容の残り", "the rest of content packed too well"));
                trait(Trait.Kind.BOMB, unpacked.size() + " bytes out of " + unpacked.packed());
            }
        }
        byte[] bytes = unpacked.bytes();
        Opened opened = opened(name, "", bytes);
        boolean whole = !failed && unpacked.end() == Unpacked.End.WHOLE;
        add(name, bytes, whole ? opened : cut(opened));
    }

    private void full() {
        truncated("unpackedBytes", limits().unpackedBytes(), Text.of("以降の内容", "the content after this"));
        if (budget.isBomb()) {
            trait(Trait.Kind.BOMB, "more than " + limits().unpackedBytes() + " bytes");
        }
    }

    private static Opened cut(Opened opened) {
        return new Opened(
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

    private Opened opened(String name, String label, byte[] bytes) {
        Specimen inside = new Specimen(name, label, dissector.kind(bytes), bytes);
        return depth + 1 > limits().depth() ? tooDeep() : dissector.open(inside, budget, depth + 1, passwords);
    }

    private void add(String name, byte[] bytes, Opened opened) {
        files.add(new Inside(bounded(name), dissector.kind(bytes), bytes.length, FilePrints.of(bytes), opened));
    }

    private String bounded(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        truncated("name", LONGEST_NAME, Text.of("長いファイル名の残り", "the rest of a long file name"));
        return name.substring(0, LONGEST_NAME);
    }

    private Opened tooDeep() {
        Text what = Text.of("より深いファイル", "the files that lie deeper");
        truncated("depth", limits().depth(), what);
        return Opened.of(Opened.State.NOT_LOOKED_INTO, "it lies deeper than " + limits().depth() + " files");
    }

    /// What is asked of the file.
    public Enclosure.Wish wish() {
        return wish;
    }

    /// The message that the file keeps in a format of its own.
    ///
    /// @param bytes as RFC 5322 or RFC 2045 say
    public void message(byte[] bytes) {
        message = Optional.of(bytes);
    }

    /// Says that the file was not read to its end, and why.
    public void state(Opened.State ended, String why) {
        state = ended;
        detail = why;
    }

    /// Says that the file is broken, and where.
    public void broken(String where, Throwable why) {
        String message = why.getMessage();
        state(
                Opened.State.BROKEN,
                where + ": "
                        + (message == null || message.isBlank() ? why.getClass().getSimpleName() : message));
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
