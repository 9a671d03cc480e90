package gyotaku.app;

import gyotaku.dissect.Yara;
import gyotaku.engine.Sealing;
import gyotaku.engine.Settings;
import gyotaku.engine.seal.SigningKey;
import gyotaku.engine.seal.TimeStamp;
import gyotaku.engine.seal.Unsound;
import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.Tokens;
import gyotaku.enrich.egress.HostPort;
import gyotaku.enrich.egress.StampService;
import gyotaku.enrich.ipdata.IpDatabases;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Sources;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// The settings as the user gave them: `GYOTAKU_*` variables over `gyotaku.yaml` over the defaults.
final class Configuration {

    private static final int ABOVE_FILE = 300;

    /// Of one visit: longer waits help no analysis.
    private static final int MOST_SECONDS = 30;
    private static final int FILE = 200;

    private final SmallRyeConfig config;

    private Configuration(SmallRyeConfig config) {
        this.config = config;
    }

    /// @param file named with `--config`; else `gyotaku.yaml` in the working folder, else in `~/.config/gyotaku/`
    /// @throws WrongSetting when the file cannot be read or holds a key that is not known
    static Configuration load(Optional<Path> file, Map<String, String> environment) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().withSources(variables(environment)).addDiscoveredConverters();
        file.or(() -> usual(environment)).ifPresent(path -> builder.withSources(yaml(path)));
        return new Configuration(builder.build());
    }

    private static Optional<Path> usual(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Path shared = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .orElse(home.resolve(".config"));
        return Stream.of(Path.of("gyotaku.yaml"), shared.resolve("gyotaku").resolve("gyotaku.yaml"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static ConfigSource variables(Map<String, String> environment) {
        Map<String, String> set = new HashMap<>();
        for (Key key : Key.all()) {
            String value = environment.get(key.variable());
            if (value != null) {
                set.put(key.path(), value);
            }
        }
        return new PropertiesConfigSource(set, "environment", ABOVE_FILE);
    }

    private static ConfigSource yaml(Path path) {
        ConfigSource source = read(path);
        for (String name : source.getPropertyNames()) {
            if (!Key.isKnown(name)) {
                throw new WrongSetting(path + ": there is no setting " + name + "; gyotaku config lists all");
            }
        }
        return source;
    }

    private static ConfigSource read(Path path) {
        try {
            return new YamlConfigSource(path.toString(), Files.readString(path), FILE);
        } catch (IOException e) {
            throw new WrongSetting("the configuration " + Failure.reason(e));
        } catch (RuntimeException e) {
            throw new WrongSetting(path + " is no YAML: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /// The value in force, as text; lists joined by commas.
    String value(Key key) {
        return isSet(key) ? String.join(",", list(key)) : key.standard();
    }

    /// Who set it: a file, a variable, or `default`.
    String origin(Key key) {
        return Stream.of(key.path(), key.path() + "[0]")
                .map(config::getConfigValue)
                .filter(value -> value.getValue() != null)
                .map(value -> value.getConfigSourceOrdinal() == ABOVE_FILE
                        ? key.variable()
                        : String.valueOf(value.getConfigSourceName()))
                .findFirst()
                .orElse("default");
    }

    private boolean isSet(Key key) {
        return !origin(key).equals("default");
    }

    private List<String> list(Key key) {
        return config.getOptionalValues(key.path(), String.class).orElse(List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private Optional<String> text(Key key) {
        return Optional.of(value(key).strip()).filter(value -> !value.isEmpty());
    }

    /// All of it for the engine.
    ///
    /// @throws WrongSetting when a value cannot be what its key needs
    Settings settings(List<Lang> languages) {
        SourceSettings sources = new SourceSettings(
                list(Key.DNS_SERVERS).stream()
                        .map(server -> hostAndPort(Key.DNS_SERVERS, server))
                        .toList(),
                base(Key.RDAP_BOOTSTRAP),
                text(Key.WHOIS_SERVER).map(server -> hostAndPort(Key.WHOIS_SERVER, server)),
                own(),
                privacy(),
                capture());
        return new Settings(
                sources, list(Key.TRUST_HOSTS), list(Key.TRUST_SEALERS), languages, Limits.standard(), threads());
    }

    /// The operator's rules for files.
    ///
    /// @throws WrongSetting when they, or the command that matches them, are not there or do not fit together
    Optional<Yara> yara() {
        return text(Key.YARA_RULES).map(this::rules);
    }

    private Yara rules(String place) {
        try {
            String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
            return Yara.of(Path.of(place), path);
        } catch (IOException e) {
            throw new WrongSetting("yara.rules: " + e.getMessage() + " (set by " + origin(Key.YARA_RULES) + ")");
        }
    }

    /// How what is written is vouched for.
    ///
    /// @param offline whether nothing may be sent, a digest to a time-stamp service included
    /// @throws WrongSetting when the key is none, or others can read it
    Sealing sealing(boolean offline) {
        return new Sealing(text(Key.EVIDENCE_KEY).map(this::signingKey), authority(offline));
    }

    private SigningKey signingKey(String path) {
        try {
            return SigningKey.load(Path.of(path));
        } catch (Unsound e) {
            throw new WrongSetting("evidence.key: " + e.getMessage());
        }
    }

    private Optional<TimeStamp.Authority> authority(boolean offline) {
        if (text(Key.EVIDENCE_TSA).isEmpty()) {
            return Optional.empty();
        }
        StampService service =
                new StampService(whole(Key.EVIDENCE_TSA), Limits.standard().sourceTime());
        return Optional.of(offline ? Configuration::nothingIsSent : service::ask);
    }

    private static byte[] nothingIsSent(byte[] query) throws IOException {
        throw new IOException("nothing is sent off-line");
    }

    /// What is set of the settings that sources declare.
    private SortedMap<String, String> own() {
        SortedMap<String, String> set = new TreeMap<>();
        for (Setting setting : Sources.allSettings()) {
            Key key = Key.of(setting);
            if (isSet(key)) {
                set.put(key.path(), checked(key, setting));
            }
        }
        return set;
    }

    private String checked(Key key, Setting setting) {
        if (setting.equals(Tokens.SETTING) && !List.of("replace", "send").contains(value(key))) {
            throw wrong(key, "must be replace or send");
        }
        if (setting.equals(IpDatabases.SETTING)) {
            return databases(key);
        }
        boolean url = setting.path().endsWith(".url");
        return url && text(key).isPresent() ? base(key).toString() : value(key);
    }

    private String databases(Key key) {
        try {
            IpDatabases.open(list(key));
        } catch (IOException e) {
            throw new WrongSetting(key.path() + ": " + e.getMessage() + " (set by " + origin(key) + ")");
        }
        return value(key);
    }

    private String hostAndPort(Key key, String value) {
        int colon = value.lastIndexOf(':');
        boolean port = colon > 0 && value.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        if (!port || value.length() - colon > 6 || value.endsWith(":")) {
            throw wrong(key, "must be host:port");
        }
        return value;
    }

    private URI base(Key key) {
        String value = value(key);
        return web(key, value.endsWith("/") ? value : value + "/");
    }

    private URI whole(Key key) {
        return web(key, value(key).strip());
    }

    private URI web(Key key, String value) {
        try {
            URI uri = new URI(value);
            if (List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (java.net.URISyntaxException _) {
            // said below
        }
        throw wrong(key, "must be an http or https URL");
    }

    private Privacy privacy() {
        return Stream.of(Privacy.values())
                .filter(level -> level.name().equals(value(Key.PRIVACY).toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(Key.PRIVACY, "must be none, hashes, hosts or urls"));
    }

    private int threads() {
        try {
            int threads = Integer.parseInt(value(Key.LOOKUP_THREADS));
            if (threads >= 1 && threads <= 64) {
                return threads;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw wrong(Key.LOOKUP_THREADS, "must be a number from 1 to 64");
    }

    private CaptureSettings capture() {
        return new CaptureSettings(
                yes(Key.CAPTURE_ENABLED),
                text(Key.CAPTURE_BROWSER).map(Path::of),
                text(Key.CAPTURE_PROXY).map(this::proxy),
                seconds(Key.CAPTURE_TIMEOUT),
                yes(Key.RENDER_ENABLED));
    }

    private HostPort proxy(String value) {
        return HostPort.parse(value).orElseThrow(() -> wrong(Key.CAPTURE_PROXY, "must be host:port"));
    }

    private boolean yes(Key key) {
        return switch (value(key).strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw wrong(key, "must be true or false");
        };
    }

    /// A number of seconds, with or without an `s` behind it, up to 30.
    private Duration seconds(Key key) {
        String value = value(key).strip();
        String digits = value.endsWith("s") ? value.substring(0, value.length() - 1) : value;
        if (digits.matches("[0-9]{1,3}")) {
            int seconds = Integer.parseInt(digits);
            if (seconds >= 1 && seconds <= MOST_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw wrong(key, "must be 1s to " + MOST_SECONDS + "s");
    }

    private WrongSetting wrong(Key key, String must) {
        return new WrongSetting(key.path() + " " + must + ", not '" + value(key) + "' (set by " + origin(key) + ")");
    }
}
