package gyotaku.dissect;

import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/// The process that risky parsers run in: requests on standard input, answers on standard output, until the input
/// ends, whatever it is doing then. Whoever started it keeps the time and kills it.
public final class Child {

    private static final int NO_REQUEST = 2;

    /// System property with the folders of commands that it may start, parted as in `PATH`.
    public static final String COMMANDS = "gyotaku.commands";

    private Child() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Limits limits = Limits.standard();
        BlockingQueue<Enclosure> asked = new SynchronousQueue<>();
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // What a library prints must not be taken for an answer, and what it reads would be a request.
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        Thread.ofPlatform().name("requests").daemon().start(() -> listen(in, limits.messageBytes(), asked));
        Dissector dissector = new Dissector(limits, Yara.given());
        while (true) {
            Enclosure file = asked.take();
            Frames.answer(out, dissector.open(file), Frames.mostAnswered(limits.files(), file));
        }
    }

    /// Ends the process with the input, also while a parser runs for ever: its parent may have been killed.
    private static void listen(DataInputStream in, int most, BlockingQueue<Enclosure> asked) {
        try {
            Optional<Enclosure> file = Frames.asked(in, most);
            while (file.isPresent()) {
                asked.put(file.get());
                file = Frames.asked(in, most);
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException | InterruptedException _) {
            Runtime.getRuntime().halt(NO_REQUEST);
        }
    }
}
