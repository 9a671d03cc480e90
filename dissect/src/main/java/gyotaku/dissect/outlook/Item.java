package gyotaku.dissect.outlook;

import java.util.List;
import java.util.Optional;

/// A message of Outlook: the same in a `.msg` file and in a `winmail.dat`.
///
/// @param cut whether it holds messages that lie too deep to be read
record Item(Properties properties, List<Properties> recipients, List<Enclosed> attachments, boolean cut) {

    /// Against messages in messages without end.
    static final int DEEPEST = 16;

    /// Against a message of a million attachments or recipients.
    static final int MOST = 1_000;

    Item {
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
    }

    /// @param message that is embedded
    /// @param data of a file; empty of a message
    record Enclosed(Properties properties, Optional<Item> message, byte[] data) {}
}
