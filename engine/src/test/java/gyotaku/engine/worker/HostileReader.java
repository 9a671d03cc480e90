package gyotaku.engine.worker;

import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A parser that a file makes do what parsers do at their worst: the file says what.
public final class HostileReader implements FormatReader {

    private static final String MAGIC = "HOSTILE ";

    static byte[] file(String deed) {
        return (MAGIC + deed).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean reads(Specimen file) {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (java.util.Arrays.equals(file("refuse"), file.bytes())) {
            throw new IllegalStateException("no header");
        }
        return file.bytes().length < 200
                && java.util.Arrays.equals(magic, java.util.Arrays.copyOf(file.bytes(), magic.length));
    }

    @Override
    public void read(Specimen file, Findings found) throws Exception {
        String[] deed = new String(file.bytes(), StandardCharsets.US_ASCII)
                .substring(MAGIC.length())
                .split(" ");
        switch (deed[0]) {
            case "crash" -> Runtime.getRuntime().halt(77);
            case "hang" -> spin();
            case "memory" -> eat();
            case "recurse" -> recurse(0);
            case "throw" -> throw new LinkageError("no such method");
            case "garbage" -> answer(new byte[] {0, 0, 0, 4, 'n', 'u', 'l', 'l'});
            case "negative" -> answer(new byte[] {-1, -1, -1, -1});
            case "flood" -> flood();
            case "print" -> System.out.println("this is no answer");
            case "fork" -> fork();
            case "connect" -> said(found, connects(Integer.parseInt(deed[1])));
            case "environment" -> said(found, String.join(" ", System.getenv().keySet()));
            case "long" -> longText(found, Integer.parseInt(deed[1]));
            default -> said(found, "peace");
        }
    }

    private static void said(Findings found, String what) {
        found.words(Words.Origin.WRITTEN, "", what);
    }

    private static void longText(Findings found, int length) {
        said(found, "\u0001".repeat(length));
    }

    private static void spin() {
        long n = 1;
        while (n != 0) {
            n = n * 31 | 1;
        }
    }

    private static void eat() {
        List<byte[]> held = new ArrayList<>();
        while (held.size() < Integer.MAX_VALUE) {
            held.add(new byte[1 << 20]);
        }
        throw new IllegalStateException(held.size() + " MiB were there");
    }

    private static int recurse(int depth) {
        return depth < 0 ? depth : recurse(depth + 1) + 1;
    }

    private static void answer(byte[] frame) throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        out.write(frame);
        out.flush();
        spin();
    }

    private static void flood() throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        while (true) {
            out.write(new byte[1 << 16]);
        }
    }

    private static void fork() throws IOException {
        new ProcessBuilder("/bin/sh", "-c", "exec sleep 4242").start();
        spin();
    }

    private static String connects(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return "connected";
        } catch (IOException e) {
            return "refused: " + e.getMessage();
        }
    }
}
