package gyotaku.dissect;

import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/// The process that risky parsers run in: requests on standard input, answers on standard output, until the input
/// ends. Whoever started it keeps the time and kills it.
public final class Child {

    private Child() {}

    public static void main(String[] args) throws IOException {
        Limits limits = Limits.standard();
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        // Whatever a library prints must not be taken for an answer.
        System.setOut(System.err);
        Dissector dissector = new Dissector(limits);
        Optional<Enclosure> file = Frames.asked(in, limits.messageBytes());
        while (file.isPresent()) {
            Frames.answer(out, dissector.open(file.get()));
            file = Frames.asked(in, limits.messageBytes());
        }
    }
}
