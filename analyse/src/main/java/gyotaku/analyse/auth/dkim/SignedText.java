package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The text that a signature is made over (RFC 6376 section 3.7).
public final class SignedText {

    private SignedText() {}

    /// The signed fields, then the signature's own without the value of `b=`.
    static String of(RawMessage message, DkimSignature signature) {
        StringBuilder text = new StringBuilder();
        Map<String, Integer> taken = new HashMap<>();
        for (String name : signature.signed()) {
            List<RawField> fields = others(message.fields(name), signature.field());
            int count = taken.merge(name, 1, Integer::sum);
            if (count <= fields.size()) {
                RawField field = fields.get(fields.size() - count);
                text.append(signature.header().header(field)).append("\r\n");
            }
        }
        return text.append(signature.header().header(withoutSignature(signature.field())))
                .toString();
    }

    /// A signature never covers itself (RFC 6376 section 3.5).
    private static List<RawField> others(List<RawField> fields, RawField own) {
        return own.name().equals(fields.isEmpty() ? "" : fields.getFirst().name())
                ? fields.stream().filter(field -> !field.equals(own)).toList()
                : fields;
    }

    /// The field with nothing behind `b=`.
    public static RawField withoutSignature(RawField field) {
        StringBuilder out = new StringBuilder();
        for (String spec : field.body().split(";", -1)) {
            int equals = spec.indexOf('=');
            boolean signature = equals >= 0 && spec.substring(0, equals).strip().equals("b");
            out.append(out.isEmpty() ? "" : ";").append(signature ? spec.substring(0, equals + 1) : spec);
        }
        return field.with(out.toString());
    }
}
