package gyotaku.testkit.internet;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import org.xbill.DNS.Message;

/// The resolver of the closed internet: UDP and TCP on one port.
final class DnsServer implements AutoCloseable {

    /// Above this size (DNS flag day 2020) an answer by UDP is truncated, so that clients must show their TCP side.
    private static final int UDP_ANSWER = 1232;

    private static final int TRIES_FOR_ONE_PORT = 20;

    private final DatagramSocket udp;
    private final Listener tcp;
    private final Zone zone;
    private final Journal journal;

    private DnsServer(DatagramSocket udp, Zone zone, Journal journal) throws IOException {
        this.udp = udp;
        this.zone = zone;
        this.journal = journal;
        this.tcp = Listener.open(udp.getLocalPort(), this::talk);
    }

    static DnsServer start(Scenario scenario, Journal journal) throws IOException {
        for (int left = TRIES_FOR_ONE_PORT; ; left--) {
            DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            try {
                DnsServer server = new DnsServer(udp, new Zone(scenario, journal), journal);
                Thread.ofVirtual().start(server::receive);
                return server;
            } catch (BindException portTakenForTcp) {
                udp.close();
                if (left == 1) {
                    throw portTakenForTcp;
                }
            }
        }
    }

    int port() {
        return udp.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private void receive() {
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
                udp.receive(packet);
                Thread.ofVirtual().start(() -> reply(packet));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void reply(DatagramPacket packet) {
        try {
            Optional<byte[]> wire =
                    answer(Arrays.copyOf(packet.getData(), packet.getLength())).map(DnsServer::fitForUdp);
            if (wire.isPresent()) {
                udp.send(new DatagramPacket(wire.get(), wire.get().length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            journal.note("dns-error", closed.toString());
        }
    }

    private static byte[] fitForUdp(Message reply) {
        byte[] whole = reply.toWire();
        return whole.length > UDP_ANSWER ? Zone.truncated(reply).toWire() : whole;
    }

    /// RFC 7766: any number of questions on one connection.
    private void talk(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        for (int length = in.readUnsignedShort(); ; length = in.readUnsignedShort()) {
            Optional<Message> reply = answer(in.readNBytes(length));
            if (reply.isPresent()) {
                byte[] wire = reply.get().toWire();
                out.writeShort(wire.length);
                out.write(wire);
                out.flush();
            }
        }
    }

    /// A malformed question gets no answer.
    private Optional<Message> answer(byte[] question) {
        try {
            return zone.answer(question);
        } catch (IOException malformed) {
            journal.note("dns-error", malformed.toString());
            return Optional.empty();
        }
    }
}
