package gyotaku.parse.header;

import gyotaku.model.Defect.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts `value; name=value; name="value" (comment)` into its pieces, index by index.
final class ParameterReader {

    /// @param name lower case, with the stars of RFC 2231
    record Parameter(String name, String value) {}

    private final String text;
    private final int most;
    private final int commentDepth;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<Kind> problems = EnumSet.noneOf(Kind.class);
    private boolean cut;
    private int at;

    ParameterReader(String text, int most, int commentDepth) {
        this.text = text;
        this.most = most;
        this.commentDepth = commentDepth;
    }

    List<Parameter> parameters() {
        while (at < text.length() && !cut) {
            at++;
            parameter();
        }
        return parameters;
    }

    Set<Kind> problems() {
        return problems;
    }

    boolean cut() {
        return cut;
    }

    /// What stands before the first `;`.
    String value() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != ';') {
            char c = text.charAt(at);
            if (c == '(') {
                comment();
            } else {
                if (c != '"' && c > ' ') {
                    value.append(Character.toLowerCase(c));
                }
                at++;
            }
        }
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private void parameter() {
        String name = name();
        if (at >= text.length() || text.charAt(at) != '=') {
            if (!name.isEmpty()) {
                problems.add(Kind.BAD_PARAMETER);
            }
            skipToSemicolon();
            return;
        }
        at++;
        blanks();
        String value = at < text.length() && text.charAt(at) == '"' ? quoted() : token();
        skipToSemicolon();
        if (parameters.size() >= most) {
            cut = true;
        } else {
            parameters.add(new Parameter(name, value));
        }
    }

    private String name() {
        blanks();
        int start = at;
        while (at < text.length() && ";=(".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at).strip().toLowerCase(Locale.ROOT);
        blanks();
        return name;
    }

    /// A quoted string; without its closing quote it goes to the end.
    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1))) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            problems.add(Kind.BAD_PARAMETER);
        }
        at++;
        return value.toString();
    }

    /// A backslash before anything else belongs to a Windows path that nobody escaped.
    private static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    /// Up to `;`, with blanks inside as careless programs write file names.
    private String token() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ';' && !isComment()) {
            at++;
        }
        String value = text.substring(start, at).strip();
        if (value.indexOf(' ') >= 0 && !value.startsWith("=?")) {
            problems.add(Kind.BAD_PARAMETER);
        }
        return value;
    }

    private boolean isComment() {
        return text.charAt(at) == '(' && at > 0 && text.charAt(at - 1) == ' ';
    }

    private void skipToSemicolon() {
        blanks();
        if (at < text.length() && text.charAt(at) != ';') {
            problems.add(Kind.BAD_PARAMETER);
        }
        while (at < text.length() && text.charAt(at) != ';') {
            at++;
        }
    }

    /// Blanks and comments.
    private void blanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                comment();
            } else if (c <= ' ') {
                at++;
            } else {
                return;
            }
        }
    }

    private void comment() {
        at = Comments.after(text, at, commentDepth);
    }
}
