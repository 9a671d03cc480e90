package gyotaku.dissect;

import gyotaku.model.Limits;
import java.util.function.Consumer;

/// What may still be unpacked of one attachment and said about it, all levels of files in files together.
final class Budget {

    /// Against a file made of oddities: more of them say nothing new.
    static final int MOST_TRAITS = 1_000;

    /// An attachment that fills all the room is a bomb when it is so many times smaller than that; a large album is
    /// not.
    private static final int FILLS_FROM = 20;

    private final Limits limits;
    private final long attachment;
    private final Consumer<byte[]> opened;
    private long bytes;
    private long viewBytes;
    private int files;
    private int texts;
    private int links;
    private int traits = MOST_TRAITS;

    /// @param attachment its size in bytes
    /// @param opened gets every file that is opened
    Budget(Limits limits, long attachment, Consumer<byte[]> opened) {
        this.limits = limits;
        this.opened = opened;
        this.attachment = attachment;
        this.bytes = limits.files().unpackedBytes();
        this.files = limits.files().count();
        // Base64 and JSON make half as much again of them.
        this.viewBytes = limits.files().answerBytes() / 2;
        this.texts = limits.textBytes();
        this.links = limits.links();
    }

    Limits limits() {
        return limits;
    }

    void opened(byte[] file) {
        opened.accept(file);
    }

    long bytes() {
        return bytes;
    }

    void take(long unpacked) {
        bytes -= unpacked;
    }

    /// Whether more came out of the attachment than honest content would give, now that all the room is used up.
    boolean isBomb() {
        return limits.files().unpackedBytes() > FILLS_FROM * attachment;
    }

    boolean takeFile() {
        return files > 0 && files-- > 0;
    }

    boolean takeTrait() {
        return traits > 0 && traits-- > 0;
    }

    boolean takeLink() {
        return links > 0 && links-- > 0;
    }

    /// @return how many of these characters may be kept
    int takeText(int characters) {
        int kept = Math.min(characters, texts);
        texts -= kept;
        return kept;
    }

    boolean takeView(int size) {
        if (size > viewBytes) {
            return false;
        }
        viewBytes -= size;
        return true;
    }
}
