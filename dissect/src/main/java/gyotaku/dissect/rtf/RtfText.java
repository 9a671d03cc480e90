package gyotaku.dissect.rtf;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.dissect.office.Fields;
import gyotaku.model.Text;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// Goes through the groups, control words and text of an RTF file (Rich Text Format 1.9.1) as Word does: unknown
/// destinations that are marked as ignorable are skipped, digits of an object may be parted by anything.
final class RtfText {

    /// Against a file of opening braces.
    private static final int MOST_GROUPS = 10_000;

    private enum Into {
        TEXT,
        OBJECT,
        PICTURE,
        CLASS,
        INSTRUCTION,
        TEMPLATE,
        NOTHING
    }

    /// @param skip how many characters follow a Unicode one for readers that do not know it
    private record Group(Into into, int skip, boolean field) {}

    private final byte[] bytes;
    private final Findings found;
    private final Fields fields;
    private final Deque<Group> outer = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder template = new StringBuilder();
    private final StringBuilder className = new StringBuilder();
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private Hex hex = new Hex();
    private Group group = new Group(Into.TEXT, 1, false);
    private Charset charset = Charset.forName("windows-1252");
    private boolean ignorable;
    private int toSkip;
    private int at;

    RtfText(byte[] bytes, Findings found) {
        this.bytes = bytes;
        this.found = found;
        this.fields = new Fields("", found);
    }

    void read() {
        while (at < bytes.length) {
            int c = bytes[at++] & 255;
            switch (c) {
                case '{' -> {
                    if (outer.size() >= MOST_GROUPS) {
                        found.truncated("groups", MOST_GROUPS, Text.of("より深い部分", "what lies deeper"));
                        finish();
                        return;
                    }
                    flush();
                    outer.push(group);
                    group = new Group(group.into(), group.skip(), false);
                }
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> letter(c);
            }
        }
        finish();
    }

    private void finish() {
        flush();
        while (!outer.isEmpty()) {
            close();
        }
        fields.endAll();
        found.words(Words.Origin.WRITTEN, "", text.toString());
    }

    private void close() {
        flush();
        Group closed = group;
        group = outer.isEmpty() ? group : outer.pop();
        if (closed.into() != group.into()) {
            closed(closed.into());
        }
        if (closed.field()) {
            fields.end();
        }
        ignorable = false;
    }

    private void closed(Into into) {
        switch (into) {
            case OBJECT -> {
                RtfObject.tell(hex.bytes(), className.toString().strip(), found);
                className.setLength(0);
            }
            case PICTURE -> {
                if (hex.bytes().length > 0) {
                    found.file("", hex.bytes());
                }
            }
            case TEMPLATE -> {
                String target = template.toString().strip();
                if (Remote.is(target)) {
                    found.trait(Trait.Kind.EXTERNAL_TEMPLATE, target);
                    found.link("", target, Link.Context.OTHER, "");
                }
            }
            case TEXT, CLASS, INSTRUCTION, NOTHING -> {}
        }
    }

    private void control() {
        if (at >= bytes.length) {
            return;
        }
        int c = bytes[at++] & 255;
        if (c == '\'') {
            quoted();
        } else if (c == '*') {
            ignorable = true;
        } else if (isLetter(c)) {
            at--;
            word();
        } else if (c == '\\' || c == '{' || c == '}') {
            letter(c);
        } else if (c == '~') {
            letter(' ');
        } else if (c == '\r' || c == '\n') {
            letter('\n');
        }
    }

    private void quoted() {
        int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
        int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            return;
        }
        at += 2;
        if (group.into() != Into.OBJECT && group.into() != Into.PICTURE) {
            letter(high << 4 | low);
        }
    }

    private void word() {
        int from = at;
        while (at < bytes.length && isLetter(bytes[at] & 255)) {
            at++;
        }
        String word =
                new String(bytes, from, Math.min(at - from, 32), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean negative = at < bytes.length && bytes[at] == '-';
        at += negative ? 1 : 0;
        int number = 0;
        boolean has = false;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            number = Math.min(number * 10 + bytes[at] - '0', 100_000_000);
            has = true;
            at++;
        }
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        obey(word, has ? negative ? -number : number : 1);
    }

    private void obey(String word, int number) {
        boolean skipped = ignorable;
        ignorable = false;
        switch (word) {
            case "bin" -> binary(Math.max(number, 0));
            case "u" -> unicode(number);
            case "uc" -> group = new Group(group.into(), Math.clamp(number, 0, 16), group.field());
            case "ansicpg" -> charset = charset(number);
            case "par", "line", "row", "sect", "page" -> letter('\n');
            case "tab", "cell" -> letter('\t');
            case "objdata" -> digits(Into.OBJECT);
            case "pict" -> digits(Into.PICTURE);
            case "objclass" -> into(Into.CLASS);
            case "objupdate", "objautlink" -> found.trait(Trait.Kind.OPEN_ACTION, "\\" + word);
            case "template" -> into(Into.TEMPLATE);
            case "field" -> {
                fields.begin();
                group = new Group(group.into(), group.skip(), true);
            }
            case "fldinst" -> into(Into.INSTRUCTION);
            case "fldrslt" -> {
                fields.separate();
                into(Into.TEXT);
            }
            case "result" -> into(Into.TEXT);
            case "fonttbl", "colortbl", "stylesheet", "info", "themedata", "datastore", "listtable", "generator" ->
                into(Into.NOTHING);
            default -> {
                if (skipped) {
                    into(Into.NOTHING);
                }
            }
        }
    }

    private void into(Into into) {
        flush();
        group = new Group(into, group.skip(), group.field());
    }

    private void digits(Into into) {
        if (group.into() != into) {
            hex = new Hex();
        }
        into(into);
    }

    private void binary(int length) {
        int end = (int) Math.min(bytes.length, (long) at + length);
        if (group.into() == Into.OBJECT || group.into() == Into.PICTURE) {
            hex.raw(bytes, at, end);
        }
        at = end;
    }

    private void unicode(int number) {
        flush();
        put(String.valueOf((char) number));
        toSkip = group.skip();
    }

    private void letter(int c) {
        if (group.into() == Into.OBJECT || group.into() == Into.PICTURE) {
            hex.digit(c);
        } else if (toSkip > 0) {
            toSkip--;
        } else {
            letters.write(c);
        }
    }

    private void flush() {
        if (letters.size() > 0) {
            put(letters.toString(charset));
            letters.reset();
        }
        toSkip = 0;
    }

    private void put(String piece) {
        switch (group.into()) {
            case TEXT -> {
                fields.text(piece);
                text.append(piece);
            }
            case INSTRUCTION -> fields.text(piece);
            case TEMPLATE -> template.append(piece);
            case CLASS -> className.append(piece);
            case OBJECT, PICTURE, NOTHING -> {}
        }
    }

    private static Charset charset(int codePage) {
        String name = codePage == 932 ? "windows-31j" : codePage == 65001 ? "UTF-8" : "windows-" + codePage;
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// Bytes out of hexadecimal digits, whatever stands between them.
    private static final class Hex {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int high = -1;

        void digit(int c) {
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return;
            }
            if (high < 0) {
                high = digit;
            } else {
                out.write(high << 4 | digit);
                high = -1;
            }
        }

        void raw(byte[] bytes, int from, int to) {
            out.write(bytes, from, to - from);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
