package gyotaku.app;

import gyotaku.model.Lang;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where the program talks to its user.
///
/// @param watched whether a person sees what goes to `err` as it comes
/// @param lang the user's language by the locale of the environment
record Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean watched, Lang lang) {

    static Terminal ofProcess() {
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8);
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                writer(new FileOutputStream(FileDescriptor.out), charset),
                writer(new FileOutputStream(FileDescriptor.err), charset),
                "1".equals(System.getenv("GYOTAKU_TTY")),
                Locale.getDefault().getLanguage().equals("ja") ? Lang.JA : Lang.EN);
    }

    private static PrintWriter writer(OutputStream out, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(out, charset), false);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println("gyotaku: " + line);
        err.flush();
    }

    /// Shows how far long work has come, on one line that is written over; nothing when nobody watches.
    void progress(String line) {
        if (watched) {
            err.print("\r\u001b[K" + line);
            err.flush();
        }
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
