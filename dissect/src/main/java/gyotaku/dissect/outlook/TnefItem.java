package gyotaku.dissect.outlook;

import gyotaku.dissect.outlook.Item.Enclosed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads a `winmail.dat` (MS-OXTNEF): a run of attributes of the message, then of its attachments, each with a level,
/// an
/// id, a length and a checksum. Checksums are not believed or disbelieved: Outlook does not look at them.
final class TnefItem {

    private static final int SIGNATURE = 0x223e9f78;
    private static final int START = 6;
    private static final int HEADER = 9;
    private static final int CHECKSUM = 2;
    private static final int OF_ATTACHMENTS = 2;

    private static final int SUBJECT = 0x8004;
    private static final int MESSAGE_CLASS = 0x8008;
    private static final int BODY = 0x800c;
    private static final int DATA = 0x800f;
    private static final int TITLE = 0x8010;
    private static final int BEGINS_ATTACHMENT = 0x9002;
    private static final int PROPERTIES = 0x9003;
    private static final int RECIPIENTS = 0x9004;
    private static final int ATTACHMENT = 0x9005;
    private static final int CODE_PAGE = 0x9007;

    private static final int INTEGER = 0x0003;
    private static final int STRING8 = 0x001e;
    private static final int BINARY = 0x0102;
    private static final int MESSAGE_CODE_PAGE = 0x3ffd;
    private static final int IDENTIFIER = 16;

    private final ByteBuffer file;
    private final int depth;
    private final Properties message = new Properties();
    private final List<Properties> recipients = new ArrayList<>();
    private final List<Properties> attachments = new ArrayList<>();
    private boolean shortened;

    private TnefItem(byte[] bytes, int depth) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.depth = depth;
    }

    /// @param broken whether a length in it leads out of it
    record Reading(Item item, boolean broken) {}

    static Reading read(byte[] bytes) {
        return new TnefItem(bytes, 0).read();
    }

    private Reading read() {
        if (file.remaining() < START || file.getInt(0) != SIGNATURE) {
            return new Reading(new Item(message, List.of(), List.of(), false), true);
        }
        int at = START;
        while (at + HEADER <= file.limit()) {
            int level = file.get(at);
            int length = file.getInt(at + 5);
            if (level != 1 && level != OF_ATTACHMENTS) {
                // What programs put behind the last attribute.
                break;
            }
            int rest = file.limit() - at - HEADER;
            boolean whole = length >= 0 && length <= rest;
            shortened |= !whole;
            int size = whole ? length : rest;
            attribute(level, file.getShort(at + 1) & 0xffff, slice(at + HEADER, size));
            at += HEADER + size + CHECKSUM;
        }
        return item();
    }

    private byte[] slice(int from, int length) {
        byte[] bytes = new byte[length];
        file.get(from, bytes);
        return bytes;
    }

    private void attribute(int level, int id, byte[] value) {
        if (level == OF_ATTACHMENTS) {
            ofAttachment(id, value);
            return;
        }
        switch (id) {
            case SUBJECT -> message.put(Tags.SUBJECT, STRING8, value);
            case MESSAGE_CLASS -> message.put(Tags.MESSAGE_CLASS, STRING8, value);
            case BODY -> message.put(Tags.BODY, STRING8, value);
            case CODE_PAGE -> message.put(MESSAGE_CODE_PAGE, INTEGER, Arrays.copyOf(value, 4));
            case PROPERTIES -> shortened |= !MapiRun.of(value).into(message);
            case RECIPIENTS -> recipients(value);
            default -> {}
        }
    }

    private void recipients(byte[] table) {
        MapiRun run = MapiRun.of(table);
        int rows = run.count();
        boolean whole = true;
        for (int row = 0; row < rows && whole && recipients.size() < Item.MOST; row++) {
            Properties recipient = new Properties();
            whole = run.into(recipient);
            recipients.add(recipient);
        }
        shortened |= !whole;
    }

    private void ofAttachment(int id, byte[] value) {
        switch (id) {
            case BEGINS_ATTACHMENT -> begin();
            case DATA -> without(Tags.ATTACH_DATA).put(Tags.ATTACH_DATA, BINARY, value);
            case TITLE -> current().put(Tags.ATTACH_FILE_NAME, STRING8, value);
            case ATTACHMENT -> shortened |= !MapiRun.of(value).into(current());
            default -> {}
        }
    }

    private Properties begin() {
        Properties attachment = new Properties();
        if (attachments.size() < Item.MOST) {
            attachments.add(attachment);
        }
        return attachment;
    }

    private Properties current() {
        return attachments.isEmpty() ? begin() : attachments.getLast();
    }

    /// The attachment that is being read, or a new one when it has that property already.
    private Properties without(int tag) {
        return current().has(tag) ? begin() : current();
    }

    private Reading item() {
        String encoding = message.encoding();
        recipients.forEach(recipient -> recipient.encodedIn(encoding));
        List<Enclosed> enclosed = new ArrayList<>();
        boolean cut = false;
        for (Properties attachment : attachments) {
            attachment.encodedIn(encoding);
            Enclosed one = enclosed(attachment);
            cut |= one.message().map(Item::cut).orElse(false);
            enclosed.add(one);
        }
        return new Reading(new Item(message, recipients, enclosed, cut), shortened);
    }

    private Enclosed enclosed(Properties attachment) {
        byte[] data = attachment.bytes(Tags.ATTACH_DATA).orElse(new byte[0]);
        if (attachment.isObject(Tags.ATTACH_DATA) && data.length >= IDENTIFIER) {
            byte[] object = Arrays.copyOfRange(data, IDENTIFIER, data.length);
            return isTnef(object)
                    ? new Enclosed(attachment, Optional.of(embedded(object)), new byte[0])
                    : new Enclosed(attachment, Optional.empty(), object);
        }
        return new Enclosed(attachment, Optional.empty(), data);
    }

    private static boolean isTnef(byte[] object) {
        return object.length >= START
                && ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == SIGNATURE;
    }

    private Item embedded(byte[] object) {
        if (depth + 1 >= Item.DEEPEST) {
            return new Item(new Properties(), List.of(), List.of(), true);
        }
        Reading inner = new TnefItem(object, depth + 1).read();
        shortened |= inner.broken();
        return inner.item();
    }
}
