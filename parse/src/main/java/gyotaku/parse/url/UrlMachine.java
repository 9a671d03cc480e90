package gyotaku.parse.url;

import java.util.Optional;

/// The state machine of the URL Standard, section 4.4. One method for each state, named as there; each answers
/// whether reading can go on.
final class UrlMachine {

    private static final int END = -1;

    private enum State {
        SCHEME_START,
        SCHEME,
        NO_SCHEME,
        SPECIAL_RELATIVE_OR_AUTHORITY,
        PATH_OR_AUTHORITY,
        RELATIVE,
        RELATIVE_SLASH,
        SPECIAL_AUTHORITY_SLASHES,
        SPECIAL_AUTHORITY_IGNORE_SLASHES,
        AUTHORITY,
        HOST,
        PORT,
        FILE,
        FILE_SLASH,
        FILE_HOST,
        PATH_START,
        PATH,
        OPAQUE_PATH,
        QUERY,
        FRAGMENT
    }

    private final int[] input;
    private final Optional<UrlParts> base;
    private final UrlParts url = new UrlParts();
    private final StringBuilder buffer = new StringBuilder();
    private State state = State.SCHEME_START;
    private int at;
    private boolean atSignSeen;
    private boolean passwordSeen;
    private boolean insideBrackets;

    private UrlMachine(int[] input, Optional<UrlParts> base) {
        this.input = input;
        this.base = base;
    }

    static Optional<UrlParts> run(String text, Optional<UrlParts> base) {
        UrlMachine machine = new UrlMachine(cleaned(text), base);
        while (true) {
            if (!machine.step(machine.peek(0))) {
                return Optional.empty();
            }
            if (machine.at >= machine.input.length) {
                return Optional.of(machine.url);
            }
            machine.at++;
        }
    }

    private static int[] cleaned(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (start < end && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end)
                .codePoints()
                .filter(c -> c != '\t' && c != '\n' && c != '\r')
                .toArray();
    }

    private int peek(int ahead) {
        return at + ahead >= 0 && at + ahead < input.length ? input[at + ahead] : END;
    }

    private boolean step(int c) {
        return switch (state) {
            case SCHEME_START -> schemeStart(c);
            case SCHEME -> scheme(c);
            case NO_SCHEME -> noScheme(c);
            case SPECIAL_RELATIVE_OR_AUTHORITY -> specialRelativeOrAuthority(c);
            case PATH_OR_AUTHORITY -> c == '/' ? go(State.AUTHORITY) : again(State.PATH);
            case RELATIVE -> relative(c);
            case RELATIVE_SLASH -> relativeSlash(c);
            case SPECIAL_AUTHORITY_SLASHES -> specialAuthoritySlashes(c);
            case SPECIAL_AUTHORITY_IGNORE_SLASHES -> c == '/' || c == '\\' || again(State.AUTHORITY);
            case AUTHORITY -> authority(c);
            case HOST -> host(c);
            case PORT -> port(c);
            case FILE -> file(c);
            case FILE_SLASH -> fileSlash(c);
            case FILE_HOST -> fileHost(c);
            case PATH_START -> pathStart(c);
            case PATH -> path(c);
            case OPAQUE_PATH -> opaquePath(c);
            case QUERY -> query(c);
            case FRAGMENT -> fragment(c);
        };
    }

    private boolean go(State next) {
        state = next;
        return true;
    }

    private boolean again(State next) {
        at--;
        return go(next);
    }

    private boolean schemeStart(int c) {
        if (!Ascii.isAlpha(c)) {
            return again(State.NO_SCHEME);
        }
        buffer.append((char) Ascii.lower(c));
        return go(State.SCHEME);
    }

    private boolean scheme(int c) {
        if (Ascii.isAlpha(c) || Ascii.isDigit(c) || c == '+' || c == '-' || c == '.') {
            buffer.append((char) Ascii.lower(c));
            return true;
        }
        if (c != ':') {
            buffer.setLength(0);
            at = -1;
            return go(State.NO_SCHEME);
        }
        url.scheme = buffer.toString();
        buffer.setLength(0);
        return afterScheme();
    }

    private boolean afterScheme() {
        if (url.isFile()) {
            return go(State.FILE);
        }
        if (url.isSpecial()) {
            boolean sameAsBase = base.isPresent() && base.get().scheme.equals(url.scheme);
            return go(sameAsBase ? State.SPECIAL_RELATIVE_OR_AUTHORITY : State.SPECIAL_AUTHORITY_SLASHES);
        }
        if (peek(1) == '/') {
            at++;
            return go(State.PATH_OR_AUTHORITY);
        }
        url.opaquePath = Optional.of(new StringBuilder());
        return go(State.OPAQUE_PATH);
    }

    private boolean noScheme(int c) {
        if (base.isEmpty()) {
            return false;
        }
        UrlParts from = base.get();
        if (from.opaquePath.isEmpty()) {
            return again(from.isFile() ? State.FILE : State.RELATIVE);
        }
        if (c != '#') {
            return false;
        }
        url.scheme = from.scheme;
        url.takePath(from);
        url.query = from.query;
        return go(State.FRAGMENT);
    }

    private boolean specialRelativeOrAuthority(int c) {
        if (c == '/' && peek(1) == '/') {
            at++;
            return go(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        return again(State.RELATIVE);
    }

    private boolean specialAuthoritySlashes(int c) {
        if (c == '/' && peek(1) == '/') {
            at++;
            return go(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        return again(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
    }

    private boolean isSlash(int c) {
        return c == '/' || c == '\\' && url.isSpecial();
    }

    private boolean relative(int c) {
        UrlParts from = base.orElseThrow();
        url.scheme = from.scheme;
        if (isSlash(c)) {
            return go(State.RELATIVE_SLASH);
        }
        url.takeAuthority(from);
        url.takePath(from);
        url.query = from.query;
        return afterTakenPath(c);
    }

    private boolean afterTakenPath(int c) {
        if (c == '?') {
            url.query = Optional.of("");
            return go(State.QUERY);
        }
        if (c == '#') {
            return go(State.FRAGMENT);
        }
        if (c == END) {
            return true;
        }
        url.query = Optional.empty();
        url.shortenPath();
        return again(State.PATH);
    }

    private boolean relativeSlash(int c) {
        if (url.isSpecial() && (c == '/' || c == '\\')) {
            return go(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
        }
        if (c == '/') {
            return go(State.AUTHORITY);
        }
        url.takeAuthority(base.orElseThrow());
        return again(State.PATH);
    }

    private boolean endsAuthority(int c) {
        return c == END || c == '/' || c == '?' || c == '#' || c == '\\' && url.isSpecial();
    }

    private boolean authority(int c) {
        if (c == '@') {
            credentials();
            return true;
        }
        if (!endsAuthority(c)) {
            buffer.appendCodePoint(c);
            return true;
        }
        if (atSignSeen && buffer.isEmpty()) {
            return false;
        }
        at -= buffer.codePointCount(0, buffer.length()) + 1;
        buffer.setLength(0);
        return go(State.HOST);
    }

    private void credentials() {
        String text = atSignSeen ? "%40" + buffer : buffer.toString();
        atSignSeen = true;
        buffer.setLength(0);
        int colon = passwordSeen ? -1 : text.indexOf(':');
        if (passwordSeen) {
            url.password.append(PercentEncoding.USER_INFO.encode(text));
        } else if (colon >= 0) {
            passwordSeen = true;
            url.username.append(PercentEncoding.USER_INFO.encode(text.substring(0, colon)));
            url.password.append(PercentEncoding.USER_INFO.encode(text.substring(colon + 1)));
        } else {
            url.username.append(PercentEncoding.USER_INFO.encode(text));
        }
    }

    private boolean host(int c) {
        if (c == ':' && !insideBrackets) {
            return !buffer.isEmpty() && takeHost() && go(State.PORT);
        }
        if (endsAuthority(c)) {
            return (!url.isSpecial() || !buffer.isEmpty()) && takeHost() && again(State.PATH_START);
        }
        insideBrackets = c == '[' || insideBrackets && c != ']';
        buffer.appendCodePoint(c);
        return true;
    }

    private boolean takeHost() {
        url.host = HostParser.parse(buffer.toString(), url.isSpecial());
        buffer.setLength(0);
        return url.host.isPresent();
    }

    private boolean port(int c) {
        if (Ascii.isDigit(c)) {
            buffer.append((char) c);
            return true;
        }
        if (!endsAuthority(c)) {
            return false;
        }
        if (!buffer.isEmpty()) {
            int number = 0;
            for (int i = 0; i < buffer.length(); i++) {
                number = Math.min(number * 10 + buffer.charAt(i) - '0', 1 << 16);
            }
            if (number > 65_535) {
                return false;
            }
            url.port = url.isDefaultPort(number) ? -1 : number;
            buffer.setLength(0);
        }
        return again(State.PATH_START);
    }

    private boolean file(int c) {
        url.scheme = "file";
        url.host = Optional.of("");
        if (c == '/' || c == '\\') {
            return go(State.FILE_SLASH);
        }
        if (base.isEmpty() || !base.get().isFile()) {
            return again(State.PATH);
        }
        UrlParts from = base.get();
        url.host = from.host;
        url.takePath(from);
        url.query = from.query;
        if (c != '?' && c != '#' && c != END && Drive.startsAt(input, at)) {
            url.query = Optional.empty();
            url.path.clear();
            return again(State.PATH);
        }
        return afterTakenPath(c);
    }

    private boolean fileSlash(int c) {
        if (c == '/' || c == '\\') {
            return go(State.FILE_HOST);
        }
        if (base.isPresent() && base.get().isFile()) {
            url.host = base.get().host;
            boolean drive = !base.get().path.isEmpty()
                    && Drive.isNormalized(base.get().path.getFirst());
            if (drive && !Drive.startsAt(input, at)) {
                url.path.add(base.get().path.getFirst());
            }
        }
        return again(State.PATH);
    }

    private boolean fileHost(int c) {
        if (c != END && c != '/' && c != '\\' && c != '?' && c != '#') {
            buffer.appendCodePoint(c);
            return true;
        }
        if (Drive.is(buffer)) {
            return again(State.PATH);
        }
        if (buffer.isEmpty()) {
            url.host = Optional.of("");
            return again(State.PATH_START);
        }
        if (!takeHost()) {
            return false;
        }
        url.host = url.host.map(host -> host.equals("localhost") ? "" : host);
        return again(State.PATH_START);
    }

    private boolean pathStart(int c) {
        if (url.isSpecial()) {
            return c == '/' || c == '\\' ? go(State.PATH) : again(State.PATH);
        }
        if (c == '?') {
            url.query = Optional.of("");
            return go(State.QUERY);
        }
        if (c == '#') {
            return go(State.FRAGMENT);
        }
        if (c == END) {
            return true;
        }
        return c == '/' ? go(State.PATH) : again(State.PATH);
    }

    private boolean path(int c) {
        if (c != END && !isSlash(c) && c != '?' && c != '#') {
            PercentEncoding.PATH.append(buffer, c);
            return true;
        }
        takeSegment(isSlash(c));
        buffer.setLength(0);
        if (c == '?') {
            url.query = Optional.of("");
            return go(State.QUERY);
        }
        return c != '#' || go(State.FRAGMENT);
    }

    private void takeSegment(boolean slashFollows) {
        String segment = buffer.toString();
        String dots = Ascii.lower(segment).replace("%2e", ".");
        if (dots.equals("..")) {
            url.shortenPath();
        }
        if (dots.equals("..") || dots.equals(".")) {
            if (!slashFollows) {
                url.path.add("");
            }
            return;
        }
        if (url.isFile() && url.path.isEmpty() && Drive.is(segment)) {
            segment = segment.charAt(0) + ":";
        }
        url.path.add(segment);
    }

    private boolean opaquePath(int c) {
        StringBuilder path = url.opaquePath.orElseThrow();
        if (c == '?') {
            url.query = Optional.of("");
            return go(State.QUERY);
        }
        if (c == '#') {
            return go(State.FRAGMENT);
        }
        if (c == ' ') {
            path.append(peek(1) == '?' || peek(1) == '#' ? "%20" : " ");
        } else if (c != END) {
            PercentEncoding.CONTROL.append(path, c);
        }
        return true;
    }

    private boolean query(int c) {
        if (c == '#' || c == END) {
            url.query = Optional.of(url.query.orElse("") + buffer);
            buffer.setLength(0);
            return c != '#' || go(State.FRAGMENT);
        }
        (url.isSpecial() ? PercentEncoding.SPECIAL_QUERY : PercentEncoding.QUERY).append(buffer, c);
        return true;
    }

    private boolean fragment(int c) {
        if (c == END) {
            url.fragment = Optional.of(buffer.toString());
        } else {
            PercentEncoding.FRAGMENT.append(buffer, c);
        }
        return true;
    }
}
