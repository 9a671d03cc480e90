package gyotaku.analyse.auth.spf;

import gyotaku.model.IpAddress;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the tables of stalwart's mail-auth: `records` and `tests` as lines. Their record lines repeat keys, so this is
/// no YAML that a YAML reader takes. `domain` is the name in HELO; its identity is checked first.
final class StalwartSuite {

    private StalwartSuite() {}

    static List<SuiteCase> read(Path file) {
        List<SuiteCase> cases = new ArrayList<>();
        ZoneData zone = new ZoneData();
        String name = "";
        boolean inTests = false;
        String domain = "";
        String sender = "";
        String ip = "";
        for (String line :
                new String(Suites.bytes(file), StandardCharsets.UTF_8).lines().toList()) {
            String text = line.strip();
            String bare = text.startsWith("- ") ? text.substring(2) : text;
            int colon = bare.indexOf(':');
            if (text.equals("---")) {
                zone = new ZoneData();
                inTests = false;
            }
            if (text.isEmpty() || text.startsWith("#") || text.equals("---") || colon < 0) {
                continue;
            }
            String key = bare.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = bare.substring(colon + 1).strip();
            switch (key) {
                case "name" -> name = value;
                case "records" -> inTests = false;
                case "tests" -> inTests = true;
                case "domain" -> domain = value;
                case "sender" -> sender = value.equals("\"\"") ? "" : value;
                case "ip" -> ip = value;
                case "expect" ->
                    cases.add(SuiteCase.ofBoth(
                            file.getFileName() + " " + name + " " + cases.size(),
                            new SuiteCase.Client(ip, domain, "unknown"),
                            sender,
                            List.of(value.split(" ", 2)[0]),
                            value.indexOf(' ') < 0 ? "" : value.substring(value.indexOf(' ') + 1),
                            zone));
                case "spf" -> zone = spf(zone, value, inTests);
                default -> record(zone, key, value);
            }
        }
        return cases;
    }

    /// A record among the tests stands for the tests after it, in place of the one before.
    private static ZoneData spf(ZoneData zone, String value, boolean inTests) {
        int space = value.indexOf(' ');
        String owner = value.substring(0, space);
        String data = value.substring(space + 1).strip();
        return inTests ? zone.withOnlyTxt(owner, data) : zone.with(owner, "TXT", data);
    }

    private static void record(ZoneData zone, String type, String value) {
        int space = value.indexOf(' ');
        if (space < 0) {
            return;
        }
        String owner = value.substring(0, space);
        String data = value.substring(space + 1).strip();
        switch (type) {
            case "txt", "exp" -> zone.with(owner, "TXT", data);
            case "a", "aaaa", "ptr", "mx" -> {
                for (String one : data.split(",")) {
                    address(zone, type, owner, one.strip());
                }
            }
            default -> throw new IllegalArgumentException("what is " + type + "?");
        }
    }

    /// Their MX records name addresses: here a host of its own has each.
    private static void address(ZoneData zone, String type, String owner, String value) {
        switch (type) {
            case "ptr" -> zone.with(IpAddress.parse(owner).orElseThrow().reverseName(), "PTR", value);
            case "mx" -> {
                String host = "mx-" + value.replace(':', '-').replace('.', '-') + "." + owner;
                IpAddress address = IpAddress.parse(value).orElseThrow();
                zone.with(owner, "MX", "10 " + host).with(host, address.isV4() ? "A" : "AAAA", value);
            }
            default -> zone.with(owner, type.toUpperCase(Locale.ROOT), value);
        }
    }
}
