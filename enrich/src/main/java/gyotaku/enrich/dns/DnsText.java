package gyotaku.enrich.dns;

import gyotaku.enrich.Reading;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.Resolver.RecordType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// The recorded form of a DNS answer: `NOERROR` or `NXDOMAIN`, then one line for each record of the owner that was
/// asked for or that its CNAME chain leads to: `owner TYPE value`. Strings of a TXT record are joined without a
/// separator (RFC 7208 section 3.3) and read as UTF-8, or as ISO-8859-1 when they are not UTF-8; backslash, CR and
/// LF in them are written `\\`, `\r`, `\n`.
public final class DnsText {

    private DnsText() {}

    static String line(Record record) {
        return host(record.getName()) + " " + Type.string(record.getType()) + " " + value(record);
    }

    private static String value(Record record) {
        return switch (record) {
            case ARecord a -> IpAddress.of(a.getAddress().getAddress()).toString();
            case AAAARecord a -> IpAddress.of(a.getAddress().getAddress()).toString();
            case MXRecord mx -> mx.getPriority() + " " + host(mx.getTarget());
            case TXTRecord txt -> escaped(joined(txt));
            case CNAMERecord alias -> host(alias.getTarget());
            case NSRecord ns -> host(ns.getTarget());
            case PTRRecord ptr -> host(ptr.getTarget());
            case SOARecord soa -> soa(soa);
            case CAARecord caa -> escaped(caa.getFlags() + " " + caa.getTag() + " " + caa.getValue());
            default -> escaped(record.rdataToString());
        };
    }

    private static String soa(SOARecord soa) {
        return host(soa.getHost()) + " " + host(soa.getAdmin()) + " " + soa.getSerial() + " " + soa.getRefresh() + " "
                + soa.getRetry() + " " + soa.getExpire() + " " + soa.getMinimum();
    }

    static String host(Name name) {
        String text = name.toString(true).toLowerCase(Locale.ROOT);
        return text.isEmpty() ? "." : text;
    }

    private static String joined(TXTRecord txt) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] string : txt.getStringsAsByteArrays()) {
            all.writeBytes(string);
        }
        byte[] bytes = all.toByteArray();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    }

    /// The values of that type, sorted; nothing for NXDOMAIN and for no data.
    public static Reading<List<String>> read(byte[] body, RecordType type) {
        List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty()
                || !lines.getFirst().equals("NOERROR") && !lines.getFirst().equals("NXDOMAIN")) {
            return Reading.unreadable("no DNS answer");
        }
        List<String> values = lines.stream()
                .skip(1)
                .flatMap(line -> value(line, type).stream())
                .distinct()
                .sorted()
                .toList();
        return values.isEmpty()
                ? new Reading.Nothing<>(lines.getFirst())
                : new Reading.Says<>(values, String.join(", ", values));
    }

    private static Optional<String> value(String line, RecordType type) {
        int owner = line.indexOf(' ');
        String wanted = type + " ";
        return owner >= 0 && line.startsWith(wanted, owner + 1)
                ? Optional.of(unescaped(line.substring(owner + 1 + wanted.length())))
                : Optional.empty();
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                out.append(next == 'r' ? '\r' : next == 'n' ? '\n' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
