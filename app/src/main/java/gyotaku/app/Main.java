package gyotaku.app;

import java.time.Clock;
import picocli.CommandLine;

/// The program `gyotaku`.
public final class Main {

    private Main() {}

    public static void main(String... args) {
        Terminal terminal = Terminal.ofProcess();
        int exit = run(terminal, Clock.systemUTC(), args);
        terminal.flush();
        System.exit(exit);
    }

    /// One run of the program.
    ///
    /// @return its exit code: 0 done, 1 the program failed, 2 wrong usage, 3 an input could not be read
    static int run(Terminal terminal, Clock clock, String... args) {
        return new CommandLine(new Gyotaku())
                .addSubcommand(new Analyze(terminal, clock))
                .addSubcommand(new Scan(terminal, clock))
                .addSubcommand(new Replay(terminal))
                .addSubcommand(new Verify(terminal))
                .addSubcommand(new Recheck(terminal, clock))
                .addSubcommand(new ConfigKeys(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler((failure, _, _) -> Failure.say(failure, terminal))
                .execute(args);
    }
}
