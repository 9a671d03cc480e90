package gyotaku.testkit;

import gyotaku.testkit.internet.Scenario;
import gyotaku.testkit.internet.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.ObjectMapper;

/// Starts a closed internet by hand: `SCENARIO.json RUNDIR [-- COMMAND …]`.
///
/// Writes `RUNDIR/lab.json` with the ports, runs the command with `LAB_DNS`, `LAB_WHOIS`, `LAB_API`, `LAB_HTTP`,
/// `LAB_HTTPS` and `LAB_PROXY`, writes `RUNDIR/requests.txt` with all that was asked and ends with the command's
/// code. Without a command it runs until it is stopped.
public final class ClosedInternetMain {

    private static final int WRONG_USAGE = 2;

    private ClosedInternetMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> words = Arrays.asList(args);
        if (words.size() < 2
                || words.size() == 3
                || words.size() > 3 && !words.get(2).equals("--")) {
            System.err.println("usage: SCENARIO.json RUNDIR [-- COMMAND ...]");
            System.exit(WRONG_USAGE);
        }
        Path runDir = Files.createDirectories(Path.of(words.get(1)));
        try (Servers servers = Servers.start(Scenario.read(Path.of(words.get(0))))) {
            Map<String, Integer> ports = servers.ports().byName();
            Files.write(runDir.resolve("lab.json"), new ObjectMapper().writeValueAsBytes(ports));
            if (words.size() == 2) {
                System.out.println(ports);
                new CountDownLatch(1).await();
            }
            int code = run(words.subList(3, words.size()), ports);
            Files.write(runDir.resolve("requests.txt"), servers.journal().lines());
            System.exit(code);
        }
    }

    private static int run(List<String> command, Map<String, Integer> ports) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        ports.forEach((name, port) ->
                builder.environment().put("LAB_" + name.toUpperCase(Locale.ROOT), Integer.toString(port)));
        return builder.start().waitFor();
    }
}
