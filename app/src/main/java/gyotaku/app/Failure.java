package gyotaku.app;

import gyotaku.engine.BrokenCase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/// Turns what went wrong into one line for the user. `GYOTAKU_DEBUG=1` shows where in the program it was.
final class Failure {

    static final int PROGRAM = 1;
    static final int USAGE = 2;
    static final int INPUT = 3;

    private Failure() {}

    static int say(Exception failure, Terminal terminal) {
        terminal.complain(line(failure));
        if ("1".equals(System.getenv("GYOTAKU_DEBUG"))) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            terminal.complain(trace.toString());
        }
        return failure instanceof BrokenCase ? INPUT : failure instanceof WrongSetting ? USAGE : PROGRAM;
    }

    private static String line(Exception failure) {
        return switch (failure) {
            case BrokenCase broken -> String.valueOf(broken.getMessage());
            case WrongSetting wrong -> String.valueOf(wrong.getMessage());
            case FileSystemException file -> reason(file);
            case UncheckedIOException io -> reason(Objects.requireNonNullElse(io.getCause(), io));
            default -> "the program failed (" + failure + "); this is a defect: please report it with GYOTAKU_DEBUG=1";
        };
    }

    /// What a file system refused, in words.
    static String reason(Exception failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case java.nio.file.NoSuchFileException missing -> missing.getFile() + ": there is no such file";
            case FileSystemException file -> file.getFile() + ": " + file.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
