package gyotaku.parse.header;

import java.util.ArrayList;
import java.util.List;

/// A date cut into names, numbers, clock times and offsets. Comments (RFC 5322 section 3.2.2) are taken out; the
/// text of the first is kept, because some software writes the zone only there.
record DateWords(List<String> words, String comment) {

    static DateWords of(String text) {
        Cutter cutter = new Cutter();
        for (int i = 0; i < text.length(); i++) {
            cutter.take(text.charAt(i));
        }
        cutter.end();
        return new DateWords(cutter.words, cutter.comment.toString().strip());
    }

    private static final class Cutter {

        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private final StringBuilder comment = new StringBuilder();
        private int depth;
        private boolean commentClosed;
        private boolean clockSeen;

        void take(char c) {
            if (depth > 0 || c == '(') {
                inComment(c);
            } else if (c <= ' ' || c == ',') {
                end();
            } else if (c == '-' || c == '+') {
                sign(c);
            } else if (c == '.' && isName()) {
                end();
            } else {
                if (!word.isEmpty() && letter(c) != letter(word.charAt(word.length() - 1)) && !startsOffset()) {
                    end();
                }
                word.append(c);
            }
        }

        private void inComment(char c) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                commentClosed = true;
            } else if (c == '(') {
                end();
            } else if (!commentClosed) {
                comment.append(c);
            }
        }

        /// Between the numbers of a day it parts them; after the clock time it begins the offset from UTC, and a
        /// name directly before it, as in `GMT+0900`, says nothing more.
        private void sign(char c) {
            boolean named = isName();
            end();
            if (clockSeen) {
                if (named) {
                    words.removeLast();
                }
                word.append(c);
            }
        }

        private boolean isName() {
            return !word.isEmpty() && letter(word.charAt(0));
        }

        private boolean startsOffset() {
            return word.charAt(0) == '+' || word.charAt(0) == '-';
        }

        private static boolean letter(char c) {
            return Character.isLetter(c);
        }

        void end() {
            if (!word.isEmpty()) {
                clockSeen |= word.indexOf(":") > 0;
                words.add(word.toString());
                word.setLength(0);
            }
        }
    }
}
