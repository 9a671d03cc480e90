package gyotaku.analyse.detect.content;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Part;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The plain text and the HTML of one `multipart/alternative` (RFC 2046 section 5.1.4): the same content twice, of
/// which each program shows one.
///
/// @param plain what is offered as text
/// @param html what is offered as HTML
/// @param common share of the words of the shorter one that stand in the other too, from 0 to 1
/// @param words of the shorter one, each counted once
/// @param sharedHost whether a link of both leads to the same registrable domain
record Alternatives(Part plain, Part html, double common, int words, boolean sharedHost) {

    /// Against long mails: so many characters of each are compared.
    private static final int COMPARED = 100_000;

    private static final int SHORTEST_WORD = 3;

    /// Of the part that is shown; empty when the mail offers no choice.
    static Optional<Alternatives> of(ParsedMail mail, PublicSuffixes suffixes) {
        if (!mail.body().html()) {
            return Optional.empty();
        }
        return mail.parts()
                .filter(part -> part.type().equals("multipart/alternative"))
                .findFirst()
                .flatMap(choice -> of(mail, choice, suffixes));
    }

    private static Optional<Alternatives> of(ParsedMail mail, Part choice, PublicSuffixes suffixes) {
        Optional<Part> plain = first(choice, "text/plain");
        Optional<Part> html = first(choice, "text/html")
                .filter(part -> part.body().equals(mail.body().span()));
        if (plain.isEmpty() || html.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ofText = words(plain.get().text().orElse(""));
        Set<String> ofHtml = words(mail.body().visible());
        boolean textIsShorter = ofText.size() < ofHtml.size();
        Set<String> shorter = textIsShorter ? ofText : ofHtml;
        Set<String> longer = textIsShorter ? ofHtml : ofText;
        long both = shorter.stream().filter(longer::contains).count();
        double common = shorter.isEmpty() ? 1 : (double) both / shorter.size();
        Set<DomainName> hosts = hosts(mail, plain.get().path(), suffixes);
        boolean shared = hosts(mail, html.get().path(), suffixes).stream().anyMatch(hosts::contains);
        return Optional.of(new Alternatives(plain.get(), html.get(), common, shorter.size(), shared));
    }

    private static Optional<Part> first(Part choice, String type) {
        Predicate<Part> shown =
                part -> part.type().equals(type) && !part.disposition().equals("attachment");
        return choice.children().stream()
                .flatMap(part -> part.type().equals("multipart/related")
                                && !part.children().isEmpty()
                        ? Stream.of(part.children().getFirst())
                        : Stream.of(part))
                .filter(shown)
                .findFirst();
    }

    private static Set<DomainName> hosts(ParsedMail mail, String path, PublicSuffixes suffixes) {
        return mail.links().stream()
                .filter(link -> link.partPath().equals(path))
                .map(Link::target)
                .flatMap(target -> target.domain().stream())
                .map(suffixes::registrable)
                .collect(Collectors.toSet());
    }

    /// Words of letters, each once; of scripts without blanks every two characters that stand side by side. Addresses
    /// of pages are none.
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String piece : text.substring(0, Math.min(text.length(), COMPARED)).split("\\s+")) {
            if (!piece.contains("://") && !piece.contains("www.") && !piece.contains("@")) {
                split(piece.toLowerCase(Locale.ROOT), words);
            }
        }
        return words;
    }

    private static void split(String piece, Set<String> words) {
        int start = 0;
        for (int i = 0; i <= piece.length(); i++) {
            if (i < piece.length() && Character.isLetter(piece.charAt(i)) && !isWide(piece.charAt(i))) {
                continue;
            }
            if (i - start >= SHORTEST_WORD) {
                words.add(piece.substring(start, i));
            }
            if (i + 1 < piece.length() && isWide(piece.charAt(i)) && isWide(piece.charAt(i + 1))) {
                words.add(piece.substring(i, i + 2));
            }
            start = i + 1;
        }
    }

    private static boolean isWide(char c) {
        return c >= '\u3041' && c <= '\u9fff' || c >= '\uac00' && c <= '\ud7a3' || c >= '\uff66' && c <= '\uff9f';
    }
}
