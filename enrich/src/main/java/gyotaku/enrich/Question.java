package gyotaku.enrich;

/// One question to one source: the key of the recording.
///
/// @param source `dns`, `rdap`, `whois`, `safebrowsing`, `ipdata`, `bimi`
/// @param subject what is asked, as it goes out: `example.com A`, a URL, a domain
public record Question(String source, String subject) implements Comparable<Question> {

    @Override
    public int compareTo(Question other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : subject.compareTo(other.subject);
    }
}
