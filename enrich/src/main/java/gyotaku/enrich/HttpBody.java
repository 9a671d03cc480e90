package gyotaku.enrich;

import gyotaku.enrich.egress.HttpFetch;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The recorded form of an HTTP answer: its status as three digits and a line feed, then the body.
public final class HttpBody {

    private static final int STATUS_LENGTH = 4;

    private HttpBody() {}

    public static byte[] of(HttpFetch.Fetched fetched) {
        return of(fetched.status(), fetched.body());
    }

    /// @param status of three digits
    public static byte[] of(int status, byte[] content) {
        byte[] body = new byte[STATUS_LENGTH + content.length];
        byte[] first = (status + "\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(first, 0, body, 0, STATUS_LENGTH);
        System.arraycopy(content, 0, body, STATUS_LENGTH, content.length);
        return body;
    }

    /// As [#readBytes]; 200 must carry a JSON object.
    public static <T> Reading<T> read(byte[] body, Function<JsonNode, Reading<T>> reader) {
        return readBytes(body, bytes -> {
            Optional<JsonNode> json = Json.read(bytes).filter(JsonNode::isObject);
            return json.isPresent() ? reader.apply(json.get()) : Reading.unreadable("no JSON object");
        });
    }

    /// 404 is nothing listed; any status but 200 is the server's error.
    public static <T> Reading<T> readBytes(byte[] body, Function<byte[], Reading<T>> reader) {
        if (body.length < STATUS_LENGTH) {
            return Reading.unreadable("no HTTP answer");
        }
        String status = new String(body, 0, STATUS_LENGTH - 1, StandardCharsets.US_ASCII);
        if (status.equals("404")) {
            return new Reading.Nothing<>("HTTP 404");
        }
        if (!status.equals("200")) {
            return Reading.serverError("HTTP " + status);
        }
        return reader.apply(java.util.Arrays.copyOfRange(body, STATUS_LENGTH, body.length));
    }
}
