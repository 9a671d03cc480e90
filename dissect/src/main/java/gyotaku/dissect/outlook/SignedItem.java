package gyotaku.dissect.outlook;

import gyotaku.dissect.outlook.Item.Enclosed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// A signed or encrypted message as Outlook keeps it: the whole MIME entity is its only attachment (MS-OXOSMIME section
/// 2.1).
final class SignedItem {

    private SignedItem() {}

    /// Header and body of the entity, when the message is of such a class.
    static Optional<byte[]> entity(Item item) {
        String kind = item.properties().text(Tags.MESSAGE_CLASS).toUpperCase(Locale.ROOT);
        if (!kind.contains(".SMIME") || item.attachments().size() != 1) {
            return Optional.empty();
        }
        Enclosed only = item.attachments().getFirst();
        if (only.data().length == 0) {
            return Optional.empty();
        }
        return Optional.of(kind.contains(".SMIME.MULTIPARTSIGNED") ? only.data() : opaque(only));
    }

    private static byte[] opaque(Enclosed only) {
        String head = """
                Content-Type: application/pkcs7-mime; name="smime.p7m"\r
                Content-Disposition: attachment; filename="smime.p7m"\r
                Content-Transfer-Encoding: base64\r
                \r
                """;
        ByteArrayOutputStream entity = new ByteArrayOutputStream();
        entity.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        entity.writeBytes(Base64.getMimeEncoder().encode(only.data()));
        entity.writeBytes(new byte[] {'\r', '\n'});
        return entity.toByteArray();
    }
}
