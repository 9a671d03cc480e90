package gyotaku.dissect.outlook;

import gyotaku.parse.charset.TextDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The properties of a message, recipient or attachment by their tags (MS-OXPROPS). Only the first of each tag counts.
final class Properties {

    private static final int INTEGER = 0x0003;
    private static final int BOOLEAN = 0x000b;
    private static final int OBJECT = 0x000d;
    private static final int STRING8 = 0x001e;
    private static final int UNICODE = 0x001f;
    private static final int TIME = 0x0040;
    private static final int BINARY = 0x0102;

    private static final int MESSAGE_CODE_PAGE = 0x3ffd;
    private static final int LOCALE = 0x3ff1;
    private static final int INTERNET_CODE_PAGE = 0x3fde;

    /// 100 nanoseconds, from 1601 to 1970.
    private static final long TO_1970 = 116_444_736_000_000_000L;
    /// Years 1601 to 9999: others are no dates of mail.
    private static final long LAST_TIME = 2_650_467_743_999_999_999L;

    private record Value(int type, byte[] bytes) {}

    private final Map<Integer, Value> values = new HashMap<>();
    private String fallback = "";

    /// @param type of the value (MS-OXCDATA section 2.11.1), without the flag of several values
    /// @param bytes little-endian
    void put(int tag, int type, byte[] bytes) {
        values.putIfAbsent(tag, new Value(type, bytes));
    }

    /// Whether the value is an object, whose class stands before its bytes.
    boolean isObject(int tag) {
        Value value = values.get(tag);
        return value != null && value.type() == OBJECT;
    }

    /// @param label the encoding of the message that these belong to
    void encodedIn(String label) {
        fallback = label;
    }

    /// The encoding of its 8-bit strings: the message's code page, else that of its locale, else that of the mail it
    /// was.
    String encoding() {
        String named = number(MESSAGE_CODE_PAGE).stream()
                .mapToObj(CodePages::label)
                .findFirst()
                .orElse("");
        if (!named.isEmpty()) {
            return named;
        }
        OptionalInt locale = number(LOCALE);
        if (locale.isPresent()) {
            return CodePages.ofLocale(locale.getAsInt());
        }
        String internet = internetEncoding();
        return internet.isEmpty() ? fallback : internet;
    }

    /// The encoding of the mail that it was, or empty.
    String internetEncoding() {
        return number(INTERNET_CODE_PAGE).stream()
                .mapToObj(CodePages::label)
                .findFirst()
                .orElse("");
    }

    boolean has(int tag) {
        return values.containsKey(tag);
    }

    /// Text without the NUL that ends it; empty when there is none.
    String text(int tag) {
        Value value = values.get(tag);
        if (value == null) {
            return "";
        }
        String text = switch (value.type()) {
            case UNICODE -> new String(value.bytes(), StandardCharsets.UTF_16LE);
            case STRING8, BINARY -> decoded(value.bytes());
            default -> "";
        };
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private String decoded(byte[] bytes) {
        return TextDecoder.decode(bytes, 0, bytes.length, encoding()).text();
    }

    /// Bytes of text as they are kept, with the label of their encoding.
    record Encoded(byte[] bytes, String label) {}

    Optional<Encoded> encoded(int tag) {
        Value value = values.get(tag);
        if (value == null || value.bytes().length == 0) {
            return Optional.empty();
        }
        return switch (value.type()) {
            case UNICODE -> Optional.of(new Encoded(text(tag).getBytes(StandardCharsets.UTF_8), "utf-8"));
            case STRING8 -> Optional.of(new Encoded(ended(value.bytes()), encoding()));
            case BINARY -> {
                String internet = internetEncoding();
                yield Optional.of(new Encoded(ended(value.bytes()), internet.isEmpty() ? encoding() : internet));
            }
            default -> Optional.empty();
        };
    }

    /// Without the NULs at its end.
    private static byte[] ended(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        return java.util.Arrays.copyOf(text, end);
    }

    Optional<byte[]> bytes(int tag) {
        Value value = values.get(tag);
        return value == null || value.type() == INTEGER ? Optional.empty() : Optional.of(value.bytes());
    }

    OptionalInt number(int tag) {
        Value value = values.get(tag);
        if (value == null || value.type() != INTEGER && value.type() != BOOLEAN || value.bytes().length < 4) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(buffer(value).getInt());
    }

    Optional<Instant> time(int tag) {
        Value value = values.get(tag);
        if (value == null || value.type() != TIME || value.bytes().length < 8) {
            return Optional.empty();
        }
        long ticks = buffer(value).getLong();
        return ticks <= 0 || ticks > LAST_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(Math.floorDiv(ticks - TO_1970, 10_000_000L)));
    }

    private static ByteBuffer buffer(Value value) {
        return ByteBuffer.wrap(value.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
