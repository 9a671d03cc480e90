package gyotaku.dissect;

import gyotaku.dissect.picture.JoinedPictures;
import gyotaku.dissect.picture.Letters;
import gyotaku.dissect.signed.DetachedSignature;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import gyotaku.parse.Magic;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;

/// Looks into a file, and into files in it. What its parsers cannot survive (endless loops, memory) is for the process
/// around it: use it in a [Child].
public final class Dissector implements Opener {

    private final Limits limits;
    private final Optional<Yara> yara;
    private final List<FormatReader> readers = ServiceLoader.load(FormatReader.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted((a, b) -> a.getClass().getName().compareTo(b.getClass().getName()))
            .toList();

    public Dissector(Limits limits) {
        this(limits, Optional.empty());
    }

    /// @param yara the operator's rules
    public Dissector(Limits limits, Optional<Yara> yara) {
        this.limits = limits;
        this.yara = yara;
    }

    @Override
    public Opened open(Enclosure file) {
        return switch (file.wish()) {
            case CONTENT, MESSAGE -> content(file);
            case LETTERS -> asked(file, Letters::tell);
            case SIGNATURE -> asked(file, DetachedSignature::tell);
            case JOINED -> asked(file, JoinedPictures::tell);
        };
    }

    private Opened content(Enclosure file) {
        Specimen specimen = new Specimen(file.name(), file.type(), kind(file.bytes()), file.bytes());
        Optional<Matching> matching = yara.map(rules -> new Matching(rules, limits.files()));
        Budget budget =
                new Budget(limits, file.bytes().length, inside -> matching.ifPresent(matched -> matched.add(inside)));
        Opened opened = open(specimen, budget, 0, file.passwords(), file.wish());
        return matching.map(matched -> matched.marked(opened, file.bytes())).orElse(opened);
    }

    /// One question about a picture.
    private Opened asked(Enclosure file, BiConsumer<byte[], Findings> question) {
        Findings found =
                new Findings(this, new Budget(limits, file.bytes().length, _ -> {}), 0, List.of(), file.wish());
        try {
            question.accept(file.bytes(), found);
        } catch (RuntimeException e) {
            found.state(Opened.State.BROKEN, said(e));
        }
        return found.opened();
    }

    String kind(byte[] bytes) {
        return Magic.of(bytes, 0, bytes.length);
    }

    /// Opens a file in a file.
    Opened open(Specimen file, Budget budget, int depth, List<String> passwords) {
        return open(file, budget, depth, passwords, Enclosure.Wish.CONTENT);
    }

    private Opened open(Specimen file, Budget budget, int depth, List<String> passwords, Enclosure.Wish wish) {
        Findings found = new Findings(this, budget, depth, passwords, wish);
        Outside.of(file.name(), file.kind()).forEach(trait -> found.trait(trait.kind(), trait.detail()));
        budget.opened(file.bytes());
        boolean read = false;
        for (FormatReader reader : readers) {
            read |= read(reader, file, found);
        }
        if (!read && file.bytes().length > 0) {
            found.state(Opened.State.NOT_LOOKED_INTO, "");
        }
        return found.opened();
    }

    /// @return whether the reader looked into the file, also when it failed over it
    private static boolean read(FormatReader reader, Specimen file, Findings found) {
        try {
            boolean reads = reader.reads(file);
            if (reads) {
                reader.read(file, found);
            }
            return reads;
        } catch (Exception | StackOverflowError e) {
            // Parsers of foreign formats throw all kinds of exceptions for broken files; what they told before stands.
            found.state(Opened.State.BROKEN, said(e));
            return true;
        }
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return failure.getClass().getSimpleName() + message;
    }
}
