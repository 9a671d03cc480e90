package gyotaku.parse;

import gyotaku.model.Text;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Content;
import gyotaku.parse.mime.Converted;
import gyotaku.parse.mime.Converter;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.transfer.Transferred;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Messages that are kept in another form than MIME, made MIME by the [Opener].
final class Foreign implements Converter {

    /// Against a mail of a thousand Outlook files: no more of one sample are converted.
    private static final int MOST = 20;

    private final Opener opener;
    private final Notes notes;
    private int converted;

    Foreign(Opener opener, Notes notes) {
        this.opener = opener;
        this.notes = notes;
    }

    /// The message that the sample keeps when it is no mail itself.
    ///
    /// @return empty when it is in no such form
    Optional<Opened> sample(Source sample) {
        String type = Magic.of(sample.bytes(), sample.from(), sample.to());
        return isForeign(type)
                ? Optional.of(open("", type, sample.bytes(), sample.from(), sample.to()))
                : Optional.empty();
    }

    private static boolean isForeign(String type) {
        return type.equals(Magic.OUTLOOK) || type.equals(Magic.TNEF);
    }

    @Override
    public Optional<Converted> convert(Content content, Transferred data) {
        return kind(content, data).flatMap(kind -> {
            if (converted++ >= MOST) {
                notes.truncated("messages", MOST, Text.of("以降の Outlook 形式などのメール", "the Outlook files after these"));
                return Optional.empty();
            }
            Opened opened = open(content.fileName(), content.type(), data.bytes(), data.from(), data.to());
            return Optional.of(new Converted(kind, opened));
        });
    }

    private static Optional<Converted.Kind> kind(Content content, Transferred data) {
        String type = Magic.of(data.bytes(), data.from(), data.to());
        if (type.equals(Magic.OUTLOOK) || type.equals(Magic.OLE) && isOutlook(content)) {
            return Optional.of(Converted.Kind.CARRIED);
        }
        return type.equals(Magic.TNEF) || content.isPkcs7() ? Optional.of(Converted.Kind.WRAPPED) : Optional.empty();
    }

    private static boolean isOutlook(Content content) {
        return content.type().equals(Magic.OUTLOOK)
                || content.fileName().toLowerCase(Locale.ROOT).endsWith(".msg");
    }

    private Opened open(String name, String type, byte[] bytes, int from, int to) {
        Opened opened = opener.open(
                new Enclosure(name, type, Arrays.copyOfRange(bytes, from, to), List.of(), Enclosure.Wish.MESSAGE));
        notes.add(List.of(), opened.truncated());
        return opened;
    }
}
