package gyotaku.parse.header;

import gyotaku.model.ByteSpan;
import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Mailbox;
import gyotaku.parse.header.EncodedWords.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Address lists (RFC 5322 section 3.4) with groups, comments, quoted and encoded names, read leniently: names without
/// quotes, brackets that do not close, names without an address, addresses without a bracket.
public final class Addresses {

    /// Against floods of recipients.
    public static final int MOST = 1_000;

    /// Against joining a flood of lone names into one, again and again.
    private static final int LONGEST_NAME = 1_000;

    private final String text;
    private final ByteSpan span;
    private final int commentDepth;
    private final int lastWordEnd;
    private final int lastClose;
    private final int lastSemicolon;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final Set<Kind> problems = EnumSet.noneOf(Kind.class);
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private String carried = "";
    private String angle = "";
    private String comment = "";
    private boolean hasAngle;
    private boolean hasSign;
    private boolean quotesClose = true;
    private int at;

    private Addresses(String text, ByteSpan span, int commentDepth) {
        this.text = text;
        this.span = span;
        this.commentDepth = commentDepth;
        this.lastWordEnd = text.lastIndexOf("?=");
        this.lastClose = text.lastIndexOf('>');
        this.lastSemicolon = text.lastIndexOf(';');
    }

    /// @param body a header body, unfolded, encoded words as they are
    /// @param span of the field, for the mailboxes
    public static AddressList parse(String body, ByteSpan span, int commentDepth) {
        return new Addresses(body, span, commentDepth).parse();
    }

    private AddressList parse() {
        while (at < text.length() && mailboxes.size() < MOST) {
            step(text.charAt(at));
        }
        boolean cut = at < text.length();
        if (!cut) {
            finish(true);
        }
        return new AddressList(List.copyOf(mailboxes), problems, cut);
    }

    private void step(char c) {
        switch (c) {
            case ',', ';' -> {
                at++;
                finish(c == ';');
            }
            case '"' -> {
                if (quotesClose) {
                    quoted();
                } else {
                    take(1);
                }
            }
            case '(' -> comment();
            case '<' -> angle();
            case ':' -> colon();
            case '=' -> word();
            default -> take(1);
        }
    }

    private void take(int length) {
        hasSign |= length == 1 && text.charAt(at) == '@';
        phrase.append(text, at, at + length);
        written.append(text, at, at + length);
        at += length;
    }

    private void quoted() {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            problems.add(Kind.BAD_ADDRESS);
            quotesClose = false;
            at = start;
            take(1);
            return;
        }
        at++;
        phrase.append(content);
        written.append(text, start, at);
    }

    private void comment() {
        int end = Comments.after(text, at, commentDepth);
        if (comment.isEmpty()) {
            comment = text.substring(at + 1, Math.max(at + 1, end - 1));
        }
        phrase.append(' ');
        written.append(' ');
        at = end;
    }

    private void angle() {
        if (hasAngle) {
            problems.add(Kind.BAD_ADDRESS);
            phrase.append(' ').append(angle);
        }
        while (at < text.length() && text.charAt(at) == '<') {
            at++;
        }
        int end = at <= lastClose ? text.indexOf('>', at) : -1;
        if (end < 0) {
            problems.add(Kind.BAD_ADDRESS);
            int comma = text.indexOf(',', at);
            end = comma < 0 ? text.length() : comma;
        }
        angle = text.substring(at, end);
        hasAngle = true;
        at = end;
        while (at < text.length() && text.charAt(at) == '>') {
            at++;
        }
    }

    /// A group's name ends here when a `;` closes the group later.
    private void colon() {
        if (at < lastSemicolon && !hasAngle && !hasSign) {
            clear();
            carried = "";
            at++;
        } else {
            take(1);
        }
    }

    private void word() {
        Word word = text.startsWith("=?", at) ? EncodedWords.wordAt(text, at, lastWordEnd) : null;
        take(word == null ? 1 : word.end() - at);
    }

    private void finish(boolean groupEnds) {
        String name = phrase.toString().strip();
        if (hasAngle) {
            add(carried.isEmpty() ? name : carried + ", " + name, address(angle));
            carried = "";
        } else if (hasSign) {
            lone(carried);
            bare();
        } else if (!name.isEmpty()) {
            carried = carried.isEmpty() ? name : carried + ", " + name;
        }
        if (groupEnds || carried.length() > LONGEST_NAME) {
            lone(carried);
        }
        clear();
    }

    private void clear() {
        phrase.setLength(0);
        written.setLength(0);
        angle = "";
        comment = "";
        hasAngle = false;
        hasSign = false;
    }

    /// A name that no address follows.
    private void lone(String name) {
        if (!name.isEmpty()) {
            problems.add(Kind.BAD_ADDRESS);
            add(name, "");
        }
        carried = "";
    }

    /// `local@domain`, with a name beside it or in a comment behind it.
    private void bare() {
        String all = written.toString().strip();
        int sign = all.lastIndexOf('@');
        int start = sign;
        boolean quoted = false;
        while (start > 0 && (quoted || all.charAt(start - 1) > ' ')) {
            quoted ^= all.charAt(start - 1) == '"';
            start--;
        }
        int end = sign;
        while (end < all.length() && all.charAt(end) > ' ') {
            end++;
        }
        String rest = (all.substring(0, start) + " " + all.substring(end)).strip();
        if (start == sign || end == sign + 1) {
            problems.add(Kind.BAD_ADDRESS);
            add(comment, address(all));
        } else {
            add(rest.isEmpty() ? comment : rest, address(all.substring(start, end)));
        }
    }

    /// Without blanks, `mailto:` and the source route of RFC 5322 section 4.4.
    private String address(String raw) {
        String address = raw.indexOf('"') >= 0 ? raw.strip() : withoutBlanks(raw);
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.indexOf(':') + 1);
        }
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        if (address.contains("=?")) {
            problems.add(Kind.BAD_ADDRESS);
            address = EncodedWords.decode(address).value();
        }
        return address;
    }

    private static String withoutBlanks(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.chars().filter(c -> c > ' ').forEach(c -> out.append((char) c));
        return out.toString();
    }

    private void add(String name, String address) {
        Decoded decoded = EncodedWords.decode(name);
        problems.addAll(decoded.problems());
        if (!address.isEmpty() && !isAddress(address)) {
            problems.add(Kind.BAD_ADDRESS);
        }
        String shown = decoded.value().strip();
        if (!shown.isEmpty() || !address.isEmpty()) {
            mailboxes.add(new Mailbox(
                    shown.isEmpty() && hasAngle ? EncodedWords.decode(comment).value() : shown, address, span));
        }
    }

    private static boolean isAddress(String address) {
        int sign = address.lastIndexOf('@');
        return sign > 0 && sign < address.length() - 1;
    }
}
