package gyotaku.parse.charset;

import java.util.Optional;

/// A character encoding.
public sealed interface Coding permits JdkCoding, Iso2022Jp {

    /// As the WHATWG Encoding Standard calls it, lower case.
    String name();

    /// The text, when every byte of it is well-formed.
    Optional<String> strict(byte[] bytes, int from, int to);

    /// The text, with U+FFFD for what is not well-formed.
    String lenient(byte[] bytes, int from, int to);

    /// For every UTF-16 unit of [#lenient] the index of its first byte, and after them `to`.
    int[] offsets(byte[] bytes, int from, int to);
}
