package gyotaku.dissect.onenote;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import gyotaku.parse.link.TextUrls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A section of OneNote: the files that lie in it (MS-ONESTORE 2.6.13, FileDataStoreObject), found by the GUID before
/// each, so that a broken or crafted index hides none; and the text that can be read.
@AutoService(FormatReader.class)
public final class OneNoteReader implements FormatReader {

    /// {BDE316E7-2665-4511-A4C4-8D4D0B7A9EAC}
    private static final byte[] FILE_DATA = HexFormat.of().parseHex("e716e3bd65261145a4c48d4d0b7a9eac");

    /// Behind the GUID: a length of eight bytes, twelve that are not used.
    private static final int FILE_HEADER = 36;

    /// A name of a file ends like this somewhere in the text of the section.
    private static final int LONGEST_NAME = 128;

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/onenote");
    }

    @Override
    public void read(Specimen file, Findings found) {
        byte[] bytes = file.bytes();
        List<int[]> spans = spans(bytes);
        List<String> texts = texts(bytes, spans);
        List<String> names = names(texts);
        for (int i = 0; i < spans.size(); i++) {
            byte[] content = Arrays.copyOfRange(bytes, spans.get(i)[0], spans.get(i)[1]);
            boolean picture = isPicture(content);
            String name = picture || names.isEmpty() ? "" : names.removeFirst();
            if (!picture) {
                found.trait(Trait.Kind.EMBEDDED_FILE, name.isEmpty() ? content.length + " bytes" : name);
            }
            found.file(name, content);
        }
        found.words(Words.Origin.WRITTEN, "", String.join("\n", texts));
        for (String text : texts) {
            for (TextUrls.Hit hit : TextUrls.in(text)) {
                String written = text.substring(hit.start(), hit.end());
                if (written.contains("://") && !written.contains("schemas.microsoft.com")) {
                    found.link("", written, Link.Context.FILE, "");
                }
            }
        }
    }

    private static List<int[]> spans(byte[] bytes) {
        List<int[]> spans = new ArrayList<>();
        for (int at = 0; at + FILE_HEADER <= bytes.length; at++) {
            if (bytes[at] == FILE_DATA[0] && Arrays.equals(bytes, at, at + 16, FILE_DATA, 0, 16)) {
                int length = bytes[at + 16] & 255
                        | (bytes[at + 17] & 255) << 8
                        | (bytes[at + 18] & 255) << 16
                        | bytes[at + 19] << 24;
                int from = at + FILE_HEADER;
                int to = (int) Math.min(bytes.length, (long) from + Math.max(length, 0));
                spans.add(new int[] {from, to});
                at = to - 1;
            }
        }
        return spans;
    }

    private static boolean isPicture(byte[] content) {
        return content.length > 4
                && ((content[0] & 255) == 0x89 && content[1] == 'P'
                        || (content[0] & 255) == 0xff && (content[1] & 255) == 0xd8
                        || content[0] == 'G' && content[1] == 'I' && content[2] == 'F');
    }

    /// Runs of UTF-16 outside of the files, each once.
    private static List<String> texts(byte[] bytes, List<int[]> files) {
        Set<String> texts = new LinkedHashSet<>();
        StringBuilder run = new StringBuilder();
        int file = 0;
        int at = 0;
        while (at + 1 < bytes.length && texts.size() < 5_000) {
            if (file < files.size() && at >= files.get(file)[0]) {
                at = Math.max(at, files.get(file)[1]);
                file++;
                continue;
            }
            int c = bytes[at] & 255 | (bytes[at + 1] & 255) << 8;
            if (isReadable(c)) {
                run.append((char) c);
                at += 2;
            } else {
                if (run.length() >= 4) {
                    texts.add(run.toString());
                }
                at += run.isEmpty() ? 1 : 2;
                run.setLength(0);
            }
        }
        if (run.length() >= 4) {
            texts.add(run.toString());
        }
        return new ArrayList<>(texts);
    }

    /// A letter whose low byte is zero is far likelier ASCII that is read one byte off.
    private static boolean isReadable(int c) {
        return (c & 255) != 0
                && (c >= ' ' && c < 0x7f || c == '\t' || c >= 0x3040 && c < 0x30ff || c >= 0x4e00 && c < 0x9fff);
    }

    /// Texts that are the name of a file: a short word with an ending, no path.
    private static List<String> names(List<String> texts) {
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            String name = text.strip();
            int dot = name.lastIndexOf('.');
            boolean ending = dot > 0
                    && name.length() - dot <= 6
                    && name.length() - dot >= 3
                    && name.substring(dot + 1).chars().allMatch(Character::isLetterOrDigit);
            if (ending && name.length() <= LONGEST_NAME && !name.contains("://") && !name.contains("\\")) {
                boolean picture = Set.of("png", "jpg", "jpeg", "gif", "emf")
                        .contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
                if (!picture && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
