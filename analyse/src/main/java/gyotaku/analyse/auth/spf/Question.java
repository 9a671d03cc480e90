package gyotaku.analyse.auth.spf;

import gyotaku.model.IpAddress;

/// Who asks to be let in.
///
/// @param ip of the client
/// @param helo as the client called itself
/// @param sender the reverse-path `local@domain`; for the HELO identity `postmaster@helo`
/// @param receiver for the macro `r`
/// @param epochSeconds for the macro `t`
public record Question(IpAddress ip, String helo, String sender, String receiver, long epochSeconds) {

    /// The null reverse-path stands for the HELO name (RFC 7208 section 2.4), a missing local part for `postmaster`
    /// (section 4.3).
    public Question {
        if (sender.isEmpty()) {
            sender = "postmaster@" + helo;
        } else if (sender.startsWith("@")) {
            sender = "postmaster" + sender;
        } else if (sender.indexOf('@') < 0) {
            sender = "postmaster@" + sender;
        }
    }

    String localPart() {
        return sender.substring(0, sender.lastIndexOf('@'));
    }

    String senderDomain() {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }
}
