package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.TxtZone;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Signs mails for tests, line by line as RFC 6376 section 3.4 words it, without any code of the verifier.
public final class Signer {

    private final KeyPair pair;
    private final boolean ed25519;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private List<String> signed = List.of("from", "to", "subject", "date");
    private String form = "relaxed/relaxed";

    private Signer(KeyPair pair, boolean ed25519) {
        this.pair = pair;
        this.ed25519 = ed25519;
    }

    public static Signer rsa(int bits) {
        return new Signer(pair("RSA", bits), false);
    }

    public static Signer ed25519() {
        return new Signer(pair("Ed25519", 255), true);
    }

    private static KeyPair pair(String type, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Signer signing(String... names) {
        signed = List.of(names);
        return this;
    }

    public Signer form(String value) {
        form = value;
        return this;
    }

    public Signer tag(String name, String value) {
        tags.put(name, value);
        return this;
    }

    public Signer plain() {
        tags.clear();
        signed = List.of("from", "to", "subject", "date");
        form = "relaxed/relaxed";
        return this;
    }

    /// The TXT record of the key.
    public String key() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] key = ed25519 ? Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length) : encoded;
        return "v=DKIM1; k=" + (ed25519 ? "ed25519" : "rsa") + "; p="
                + Base64.getEncoder().encodeToString(key);
    }

    public TxtZone zone() {
        return new TxtZone().txt("s._domainkey.example.com", key());
    }

    /// @param mail header and body with LF line ends
    public String sign(String mail) {
        String field = "DKIM-Signature: " + unsigned(mail) + "b=";
        return field + signature(mail, field) + "\n" + mail;
    }

    /// Adds an ARC Set (RFC 8617 section 5.1) on top.
    public String seal(String mail, int instance) {
        String results = "ARC-Authentication-Results: i=" + instance + "; mx" + instance + ".example.com; spf=none";
        tag("v", "").tag("i", Integer.toString(instance));
        String message = "ARC-Message-Signature: " + unsigned(mail) + "b=";
        String signed = message + signature(mail, message);
        String seal = "ARC-Seal: i=" + instance + "; a=rsa-sha256; d=example.com; s=s; cv="
                + (instance == 1 ? "none" : "pass") + "; b=";
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < instance; i++) {
            for (String name : List.of("ARC-Authentication-Results", "ARC-Message-Signature", "ARC-Seal")) {
                text.append(relaxed(set(mail, name, i))).append("\r\n");
            }
        }
        text.append(relaxed(results))
                .append("\r\n")
                .append(relaxed(signed))
                .append("\r\n")
                .append(relaxed(seal));
        return seal + Base64.getEncoder().encodeToString(signed(text.toString())) + "\n" + signed + "\n" + results
                + "\n" + mail;
    }

    private static String set(String mail, String name, int instance) {
        return fields(mail).stream()
                .filter(field -> field.startsWith(name + ":") && field.contains("i=" + instance + ";"))
                .findFirst()
                .orElseThrow();
    }

    /// The tags up to `b=`.
    private String unsigned(String mail) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("v", "1");
        all.put("a", ed25519 ? "ed25519-sha256" : "rsa-sha256");
        all.put("c", form);
        all.put("d", "example.com");
        all.put("s", "s");
        all.put("h", String.join(":", signed));
        all.putAll(tags);
        all.put("bh", Base64.getEncoder().encodeToString(bodyHash(mail, all)));
        return all.entrySet().stream()
                .filter(tag -> !tag.getValue().isEmpty())
                .map(tag -> tag.getKey() + "=" + tag.getValue() + "; ")
                .collect(Collectors.joining());
    }

    private String signature(String mail, String field) {
        StringBuilder text = new StringBuilder();
        boolean relaxed = form.startsWith("relaxed");
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (String name : signed) {
            List<String> fields = fields(mail).stream()
                    .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .toList();
            int count = taken.merge(name, 1, Integer::sum);
            if (count <= fields.size()) {
                text.append(relaxed ? relaxed(fields.get(fields.size() - count)) : fields.get(fields.size() - count))
                        .append("\r\n");
            }
        }
        text.append(relaxed ? relaxed(field) : field);
        return Base64.getEncoder().encodeToString(signed(text.toString()));
    }

    private byte[] signed(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            String algorithm = tags.getOrDefault("a", "rsa-sha256");
            Signature signer = Signature.getInstance(
                    ed25519 ? "Ed25519" : algorithm.equals("rsa-sha1") ? "SHA1withRSA" : "SHA256withRSA");
            signer.initSign(pair.getPrivate());
            signer.update(ed25519 ? MessageDigest.getInstance("SHA-256").digest(bytes) : bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bodyHash(String mail, Map<String, String> tags) {
        int empty = mail.indexOf("\n\n");
        String body = empty < 0 ? "" : mail.substring(empty + 2);
        boolean relaxed = tags.getOrDefault("c", "").endsWith("/relaxed");
        String lines = Arrays.stream(body.split("\n", -1))
                .map(line -> relaxed ? line.replaceAll("[ \t]+", " ").replaceAll(" $", "") : line)
                .collect(Collectors.joining("\r\n"));
        String trimmed = lines.replaceAll("(\r\n)+$", "");
        String canonical = trimmed.isEmpty() && relaxed ? "" : trimmed + "\r\n";
        int length = Integer.parseInt(tags.getOrDefault("l", Integer.toString(canonical.length())));
        try {
            return MessageDigest.getInstance(tags.getOrDefault("a", "").endsWith("sha1") ? "SHA-1" : "SHA-256")
                    .digest(canonical
                            .substring(0, Math.min(length, canonical.length()))
                            .getBytes(StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> fields(String mail) {
        int empty = mail.indexOf("\n\n");
        String header = empty < 0 ? mail : mail.substring(0, empty);
        return List.of(header.replace("\n", "\r\n").split("\r\n(?![ \t])"));
    }

    private static String relaxed(String field) {
        int colon = field.indexOf(':');
        String value = field.substring(colon + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        return field.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
