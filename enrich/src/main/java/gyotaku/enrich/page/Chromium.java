package gyotaku.enrich.page;

import gyotaku.enrich.egress.NameSpaces;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One headless Chromium of its own for one visit: a fresh profile, its sandbox on, an empty environment, as user
/// `nobody` when we are root, all of its traffic through the given proxy, steered by a pipe and by nothing else.
final class Chromium implements AutoCloseable {

    /// `nobody` of Debian and most other systems.
    private static final int NOBODY = 65_534;

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /// Killed processes that nobody collects look alive for ever.
    private static final Duration DYING = Duration.ofMillis(500);

    /// A process of the browser confines itself some milliseconds after its start.
    private static final Duration CONFINING = Duration.ofSeconds(2);

    /// Without these it asks for updates, time, translations and the like of its own accord.
    private static final String FEATURES_OFF = String.join(
            ",",
            "AutofillServerCommunication",
            "NetworkTimeServiceQuerying",
            "Translate",
            "OptimizationHints",
            "MediaRouter",
            "DialMediaRouteProvider",
            "InterestFeedContentSuggestions",
            "CertificateTransparencyComponentUpdater",
            "AutofillEnableAccountWalletStorage",
            "Prerender2",
            "LocalNetworkAccessChecks",
            "PreconnectToSearch",
            "PreconnectFromKeyedService",
            "SearchEnginePreconnect2",
            "DsePreload2",
            "HttpsUpgrades",
            "HttpsFirstBalancedModeAutoEnable");

    /// What flags do not reach: no connection ahead of a request, no search engine that is warmed up.
    private static final String PREFERENCES = """
            {"net": {"network_prediction_options": 2},
             "default_search_provider": {"enabled": false},
             "search": {"suggest_enabled": false},
             "alternate_error_pages": {"enabled": false},
             "dns_prefetching": {"enabled": false},
             "safebrowsing": {"enabled": false},
             "signin": {"allowed": false}}
            """;

    private final Process process;
    private final Path profile;
    private final Thread atExit = new Thread(this::end);
    private final CompletableFuture<Void> atDeadline;

    private Chromium(Process process, Path profile, long deadline) {
        this.process = process;
        this.profile = profile;
        this.atDeadline = CompletableFuture.runAsync(
                process::destroyForcibly,
                CompletableFuture.delayedExecutor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// The browser to use: the configured one, or the first on the path.
    static Optional<Path> find(Optional<Path> configured) {
        if (configured.isPresent()) {
            return configured.filter(Files::isExecutable);
        }
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param proxyPort of the guarded proxy on loopback
    /// @param deadline in the time of `System.nanoTime`; a browser that no longer reads its pipe ends then
    static Chromium start(Path browser, int proxyPort, long deadline) throws IOException {
        return start(browser, List.of("--proxy-server=http://127.0.0.1:" + proxyPort), List.of(), deadline);
    }

    /// One that reaches nobody: every name is unknown to it, its proxy is a port where nobody is, and where the system
    /// lets us it stands in a network name space with nothing in it.
    ///
    /// @param deadline in the time of `System.nanoTime`
    static Chromium startWithoutNetwork(Path browser, long deadline) throws IOException {
        return start(
                browser,
                List.of("--proxy-server=http://127.0.0.1:1", "--host-resolver-rules=MAP * ~NOTFOUND"),
                isRoot() ? List.of("unshare", "--net") : List.of("unshare", "--map-current-user", "--net"),
                deadline);
    }

    private static Chromium start(Path browser, List<String> network, List<String> around, long deadline)
            throws IOException {
        Path profile = Files.createTempDirectory(
                "gyotaku-browser-" + ProcessHandle.current().pid() + "-");
        try {
            boolean root = isRoot();
            Files.writeString(Files.createDirectory(profile.resolve("Default")).resolve("Preferences"), PREFERENCES);
            if (root) {
                run("chown", "-R", NOBODY + ":" + NOBODY, profile.toString());
            }
            List<String> command = new ArrayList<>(
                    List.of("sh", "-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null", "sh"));
            if (NameSpaces.allowed(around)) {
                command.addAll(around);
            }
            if (root) {
                command.addAll(List.of("setpriv", "--reuid", "" + NOBODY, "--regid", "" + NOBODY, "--clear-groups"));
            }
            command.add(browser.toString());
            command.addAll(flags(profile));
            command.addAll(network);
            command.add("about:blank");
            ProcessBuilder builder = new ProcessBuilder(command).directory(profile.toFile());
            String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
            builder.environment().clear();
            builder.environment()
                    .putAll(java.util.Map.of(
                            "PATH",
                            path,
                            "HOME",
                            profile.toString(),
                            "TMPDIR",
                            profile.toString(),
                            "LANG",
                            "ja_JP.UTF-8"));
            return new Chromium(builder.start(), profile, deadline);
        } catch (IOException e) {
            delete(profile);
            throw e;
        }
    }

    private static List<String> flags(Path profile) {
        return List.of(
                "--headless=new",
                "--remote-debugging-pipe",
                "--user-data-dir=" + profile,
                "--proxy-bypass-list=<-loopback>",
                "--disable-features=" + FEATURES_OFF,
                "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--disable-quic",
                "--disable-background-networking",
                "--component-updater=url-source=http://127.0.0.1:1/,disable-background-downloads",
                "--disable-component-update",
                "--disable-extensions",
                "--disable-default-apps",
                "--disable-component-extensions-with-background-pages",
                "--disable-sync",
                "--disable-breakpad",
                "--disable-crash-reporter",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-domain-reliability",
                "--disable-client-side-phishing-detection",
                "--disable-field-trial-config",
                "--disable-notifications",
                "--dns-prefetch-disable",
                "--no-pings",
                "--no-first-run",
                "--no-default-browser-check",
                "--no-service-autorun",
                "--password-store=basic",
                "--use-mock-keychain",
                "--gaia-url=http://127.0.0.1:1",
                "--hide-scrollbars",
                "--mute-audio",
                "--ignore-certificate-errors",
                "--lang=ja",
                "--accept-lang=ja,en");
    }

    private static boolean isRoot() throws IOException {
        return run("id", "-u").equals("0");
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String first = Optional.ofNullable(out.readLine()).orElse("");
            process.waitFor(5, TimeUnit.SECONDS);
            return first;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    Process process() {
        return process;
    }

    /// Ends it with all of its children and deletes the profile.
    @Override
    public void close() {
        atDeadline.cancel(false);
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // the whole process is ending
        }
    }

    /// Whether its pages are confined, where the system lets us see it: a wrapper around the browser may have switched
    /// its sandbox off, and a page's bug would then be a bug of this machine.
    boolean confined() throws IOException {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return true;
        }
        long until = System.nanoTime() + CONFINING.toNanos();
        while (!confinedNow()) {
            if (System.nanoTime() > until) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return true;
    }

    private boolean confinedNow() {
        List<Path> family = process.descendants()
                .map(one -> Path.of("/proc", Long.toString(one.pid())))
                .toList();
        List<Path> pages = family.stream()
                .filter(one -> says(one, "cmdline", "--type=renderer"))
                .toList();
        return family.stream().noneMatch(one -> says(one, "cmdline", "--no-sandbox"))
                && !pages.isEmpty()
                && pages.stream().allMatch(one -> says(one, "status", "Seccomp:\t2"));
    }

    private static boolean says(Path process, String file, String words) {
        try {
            return Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1)
                    .contains(words);
        } catch (IOException _) {
            return false;
        }
    }

    private void end() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture<?>[] ends = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, DYING.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        delete(profile);
    }

    private static void delete(Path folder) {
        for (int left = 3; left > 0 && Files.exists(folder); left--) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException _) {
                // a dying process wrote once more
            }
        }
    }
}
