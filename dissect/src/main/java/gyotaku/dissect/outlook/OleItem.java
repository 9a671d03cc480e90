package gyotaku.dissect.outlook;

import gyotaku.dissect.outlook.Item.Enclosed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads a `.msg` file (MS-OXMSG): a storage for the message and one for each recipient and attachment, in each the
/// fixed properties in one stream and the others in streams of their own.
final class OleItem {

    private static final String FIXED = "__properties_version1.0";
    private static final String VARIABLE = "__substg1.0_";
    private static final String RECIPIENT = "__recip_version1.0_";
    private static final String ATTACHMENT = "__attach_version1.0_";
    private static final String EMBEDDED = "__substg1.0_3701000D";

    /// MS-OXMSG section 2.4.1: bytes before the entries.
    private static final int TOP_HEADER = 32;
    private static final int EMBEDDED_HEADER = 24;
    private static final int OTHER_HEADER = 8;

    private static final int ENTRY = 16;

    private OleItem() {}

    /// @throws IOException when the bytes are no such file
    static Item read(byte[] file) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            return item(ole.getRoot(), TOP_HEADER, 0, "");
        }
    }

    private static Item item(DirectoryNode storage, int header, int depth, String encoding) throws IOException {
        Properties properties = properties(storage, header, encoding);
        String own = properties.encoding();
        List<Properties> recipients = new ArrayList<>();
        List<Enclosed> attachments = new ArrayList<>();
        boolean cut = false;
        for (Entry entry : storage) {
            if (entry instanceof DirectoryNode inner && recipients.size() + attachments.size() < Item.MOST) {
                if (entry.getName().startsWith(RECIPIENT)) {
                    recipients.add(properties(inner, OTHER_HEADER, own));
                } else if (entry.getName().startsWith(ATTACHMENT)) {
                    Enclosed attachment = attachment(inner, depth, own);
                    cut |= attachment.message().map(Item::cut).orElse(false);
                    attachments.add(attachment);
                }
            }
        }
        return new Item(properties, recipients, attachments, cut);
    }

    private static Enclosed attachment(DirectoryNode storage, int depth, String encoding) throws IOException {
        Properties properties = properties(storage, OTHER_HEADER, encoding);
        Optional<DirectoryNode> object = directory(storage, EMBEDDED);
        if (object.isEmpty()) {
            return new Enclosed(
                    properties,
                    Optional.empty(),
                    properties.bytes(Tags.ATTACH_DATA).orElse(new byte[0]));
        }
        if (!object.get().hasEntryCaseInsensitive(FIXED)) {
            return new Enclosed(properties, Optional.empty(), whole(object.get()));
        }
        Item message = depth + 1 < Item.DEEPEST
                ? item(object.get(), EMBEDDED_HEADER, depth + 1, encoding)
                : new Item(properties(object.get(), EMBEDDED_HEADER, encoding), List.of(), List.of(), true);
        return new Enclosed(properties, Optional.of(message), new byte[0]);
    }

    private static Optional<DirectoryNode> directory(DirectoryNode storage, String name) {
        for (Entry entry : storage) {
            if (entry instanceof DirectoryNode inner && entry.getName().equalsIgnoreCase(name)) {
                return Optional.of(inner);
            }
        }
        return Optional.empty();
    }

    /// An embedded object of another program as a file of its own.
    private static byte[] whole(DirectoryNode object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.getRoot().setStorageClsid(object.getStorageClsid());
            EntryUtils.copyNodes(object, file.getRoot());
            file.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static Properties properties(DirectoryNode storage, int header, String encoding) throws IOException {
        Properties found = new Properties();
        found.encodedIn(encoding);
        for (Entry entry : storage) {
            if (entry instanceof DocumentNode stream) {
                if (stream.getName().equalsIgnoreCase(FIXED)) {
                    fixed(bytes(stream), header, found);
                } else if (stream.getName().startsWith(VARIABLE)) {
                    variable(stream, found);
                }
            }
        }
        return found;
    }

    private static void fixed(byte[] entries, int header, Properties found) {
        ByteBuffer buffer = ByteBuffer.wrap(entries).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = header; at + ENTRY <= entries.length; at += ENTRY) {
            int type = buffer.getShort(at) & 0xffff;
            byte[] value = new byte[8];
            buffer.get(at + 8, value);
            if (Tags.isFixed(type)) {
                found.put(buffer.getShort(at + 2) & 0xffff, type, value);
            }
        }
    }

    /// The name of the stream is the tag and the type of its value, each in four hexadecimal digits.
    private static void variable(DocumentNode stream, Properties found) throws IOException {
        String name = stream.getName().substring(VARIABLE.length()).toUpperCase(Locale.ROOT);
        if (name.length() == 8 && name.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            int tag = Integer.parseInt(name.substring(0, 4), 16);
            found.put(tag, Integer.parseInt(name.substring(4), 16), bytes(stream));
        }
    }

    private static byte[] bytes(DocumentNode stream) throws IOException {
        try (DocumentInputStream in = new DocumentInputStream(stream)) {
            return in.readAllBytes();
        }
    }
}
