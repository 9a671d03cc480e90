package gyotaku.parse.header;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Mailbox;
import java.util.List;
import java.util.Set;

/// The mailboxes of a header field, in order.
///
/// @param cut whether there were more than are read
public record AddressList(List<Mailbox> mailboxes, Set<Kind> problems, boolean cut) {}
