package gyotaku.analyse.brand;

import com.ibm.icu.text.IDNA;
import gyotaku.analyse.wording.Confusables;
import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds host names that carry a brand's name without belonging to the brand.
final class HostNames {

    /// A name of this length is rare enough to be sought with one wrong letter.
    private static final int SHORTEST_FOR_TYPOS = 6;

    /// Shorter names stand by themselves in too many hosts of other people.
    private static final int SHORTEST = 4;

    private static final Set<String> SECOND_LEVEL = Set.of("co", "ne", "or", "go", "ac", "lg", "com");

    private static final Set<String> COMPANIONS = Set.of(
            "account",
            "accounts",
            "auth",
            "bank",
            "card",
            "check",
            "co",
            "com",
            "cojp",
            "help",
            "id",
            "info",
            "jp",
            "login",
            "mail",
            "member",
            "members",
            "net",
            "notice",
            "online",
            "pay",
            "point",
            "safe",
            "secure",
            "security",
            "service",
            "services",
            "signin",
            "support",
            "update",
            "user",
            "verify",
            "web");

    /// Domains of brands that are words of their own, so that other hosts may bear them.
    private static final Set<String> WORDS =
            Set.of("android", "digital", "line", "live", "meta", "myna", "office", "outlook", "xbox");

    /// Names that anybody gives to a host below his own domain.
    private static final Set<String> HOST_NAMES = Set.of("apple", "google", "visa", "yahoo", "docomo", "amazon");

    private final List<BrandEntry> brands;
    private final Map<String, BrandEntry> labels = new TreeMap<>();
    private final Set<String> inner = new HashSet<>(HOST_NAMES);
    private final Set<String> unlike = new HashSet<>();

    HostNames(List<BrandEntry> brands) {
        this.brands = brands;
        brands.forEach(brand -> inner.addAll(brand.labels().inner()));
        brands.forEach(brand -> unlike.addAll(brand.labels().unlike()));
        for (BrandEntry brand : brands) {
            brand.domains().forEach(domain -> label(domain, brand));
            brand.forms().forEach(form -> form(form, brand));
        }
    }

    private void label(DomainName domain, BrandEntry brand) {
        String[] parts = domain.ascii().split("\\.", 20);
        int at = parts.length - 2;
        at -= at > 0 && SECOND_LEVEL.contains(parts[at]) ? 1 : 0;
        if (at >= 0) {
            label(parts[at], brand);
        }
    }

    private void form(String form, BrandEntry brand) {
        String label = form.toLowerCase(Locale.ROOT).replace(" ", "");
        boolean ascii = label.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
        if (ascii) {
            label(label, brand);
        }
    }

    private void label(String label, BrandEntry brand) {
        boolean word = WORDS.contains(label) || brand.labels().common().contains(label);
        if (label.length() >= SHORTEST && !word) {
            labels.putIfAbsent(label, brand);
        }
    }

    /// The brand that a foreign host imitates. What ends in `invalid` (RFC 2606) is no host: mailing lists append it to
    /// the addresses of senders whose DMARC policy forbids lists.
    Optional<BrandEntry> imitatedBy(DomainName host, PublicSuffixes suffixes) {
        if (host.topLevel().equals("invalid")) {
            return Optional.empty();
        }
        if (brands.stream().anyMatch(brand -> brand.owns(host) || brand.sendsFrom(host) || brand.hasNamesake(host))) {
            return Optional.empty();
        }
        Optional<BrandEntry> leading = brands.stream()
                .filter(brand -> brand.domains().stream().anyMatch(own -> leads(host, own)))
                .findFirst();
        return leading.isPresent() || !isTopLevel(host.topLevel()) ? leading : byLabels(host, suffixes);
    }

    /// `amazon.co.jp.example.com`, `www.amazon.co.jp-example.com`.
    private static boolean leads(DomainName host, DomainName own) {
        String name = host.ascii();
        String sought = own.ascii();
        for (int at = name.indexOf(sought); at >= 0; at = name.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            boolean starts = at == 0 || name.charAt(at - 1) == '.';
            if (starts && end < name.length() && (name.charAt(end) == '.' || name.charAt(end) == '-')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTopLevel(String label) {
        return label.length() > 1 && label.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
    }

    private Optional<BrandEntry> byLabels(DomainName host, PublicSuffixes suffixes) {
        String registered = suffixes.registrable(host).ascii();
        int dot = registered.indexOf('.');
        String suffix = dot < 0 ? "" : registered.substring(dot);
        String own = host.ascii().substring(0, host.ascii().length() - suffix.length());
        String[] labels = own.split("\\.", 20);
        for (int i = 0; i < labels.length; i++) {
            boolean registeredOne = i == labels.length - 1;
            boolean anybodys = !registeredOne && inner.contains(labels[i]);
            Optional<BrandEntry> brand = anybodys ? Optional.empty() : ofLabel(unicode(labels[i]));
            if (brand.isPresent()) {
                return brand;
            }
        }
        return Optional.empty();
    }

    private static String unicode(String label) {
        if (!label.startsWith("xn--")) {
            return label;
        }
        StringBuilder unicode = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.DEFAULT).labelToUnicode(label, unicode, new IDNA.Info());
        return Confusables.unmasked(unicode.toString());
    }

    private Optional<BrandEntry> ofLabel(String label) {
        for (String word : words(label)) {
            BrandEntry brand = ofWord(word);
            if (brand != null) {
                return Optional.of(brand);
            }
        }
        return Optional.empty();
    }

    /// The label, its parts between hyphens, and neighbouring parts joined, as `smbc-card` in `smbc-card-login`.
    private static List<String> words(String label) {
        List<String> words = new ArrayList<>(List.of(label));
        String[] parts = label.split("[-_]", 12);
        for (int i = 0; i < parts.length && parts.length > 1; i++) {
            if (i > 0) {
                words.add(parts[i - 1] + "-" + parts[i]);
                words.add(parts[i - 1] + parts[i]);
            }
            words.add(parts[i]);
        }
        return words;
    }

    private @Nullable BrandEntry ofWord(String word) {
        BrandEntry exact = labels.get(word);
        if (exact != null || isPlain(word)) {
            return exact;
        }
        BrandEntry unmasked = labels.get(Confusables.unmaskedLabel(word));
        return unmasked != null ? unmasked : nearly(word);
    }

    /// A word of its own, however near to a name.
    private boolean isPlain(String word) {
        return unlike.contains(word) || COMPANIONS.contains(word);
    }

    private @Nullable BrandEntry nearly(String word) {
        for (Map.Entry<String, BrandEntry> known : labels.entrySet()) {
            String label = known.getKey();
            boolean near = label.length() >= SHORTEST_FOR_TYPOS && (isTypo(word, label) || isCompanied(word, label));
            if (near) {
                return known.getValue();
            }
        }
        return null;
    }

    private static boolean isCompanied(String word, String label) {
        return word.startsWith(label) && COMPANIONS.contains(word.substring(label.length()))
                || word.endsWith(label) && COMPANIONS.contains(word.substring(0, word.length() - label.length()));
    }

    /// One letter wrong, missing, added, or two neighbours exchanged.
    static boolean isTypo(String word, String label) {
        int difference = word.length() - label.length();
        if (Math.abs(difference) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(word.length(), label.length());
        while (same < shorter && word.charAt(same) == label.charAt(same)) {
            same++;
        }
        if (difference == 0) {
            return rest(word, same + 1).equals(rest(label, same + 1)) || isSwap(word, label, same);
        }
        return rest(word, difference > 0 ? same + 1 : same).equals(rest(label, difference > 0 ? same : same + 1));
    }

    private static String rest(String text, int from) {
        return from >= text.length() ? "" : text.substring(from);
    }

    private static boolean isSwap(String word, String label, int at) {
        return at + 1 < word.length()
                && word.charAt(at) == label.charAt(at + 1)
                && word.charAt(at + 1) == label.charAt(at)
                && rest(word, at + 2).equals(rest(label, at + 2));
    }
}
