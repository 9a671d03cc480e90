package gyotaku.dissect.outlook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Makes `.msg` files.
public final class MsgBuilder {

    private final POIFSFileSystem file = new POIFSFileSystem();
    private final Storage root = new Storage(file.getRoot(), 32);

    public Storage root() {
        return root;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            root.end();
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One message, recipient or attachment.
    public static final class Storage {
        private final DirectoryEntry entry;
        private final ByteArrayOutputStream fixed = new ByteArrayOutputStream();
        private int inside;

        Storage(DirectoryEntry entry, int header) {
            this.entry = entry;
            fixed.writeBytes(new byte[header]);
        }

        public Storage text(int tag, String text) {
            return stream(tag, 0x001f, text.getBytes(StandardCharsets.UTF_16LE));
        }

        public Storage stream(int tag, int type, byte[] bytes) {
            try {
                entry.createDocument("__substg1.0_%04X%04X".formatted(tag, type), new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        public Storage number(int tag, int value) {
            fixed.writeBytes(ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) 0x0003)
                    .putShort((short) tag)
                    .putInt(6)
                    .putInt(value)
                    .array());
            return this;
        }

        public Storage recipient(String name, String address) {
            Storage recipient = directory("__recip_version1.0_#%08X".formatted(inside++), 8);
            recipient
                    .text(Tags.DISPLAY_NAME, name)
                    .text(Tags.SMTP_ADDRESS, address)
                    .number(Tags.RECIPIENT_TYPE, 1);
            recipient.end();
            return this;
        }

        public Storage attachment(String name, byte[] data) {
            Storage attachment = directory("__attach_version1.0_#%08X".formatted(inside++), 8);
            attachment.text(Tags.ATTACH_LONG_FILE_NAME, name).stream(Tags.ATTACH_DATA, 0x0102, data);
            attachment.end();
            return this;
        }

        /// An embedded message, to be ended by the caller.
        public Storage message() {
            Storage attachment = directory("__attach_version1.0_#%08X".formatted(inside++), 8);
            attachment.end();
            return attachment.directory("__substg1.0_3701000D", 24);
        }

        private Storage directory(String name, int header) {
            try {
                return new Storage(entry.createDirectory(name), header);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public void end() {
            try {
                entry.createDocument("__properties_version1.0", new ByteArrayInputStream(fixed.toByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
