package gyotaku.parse;

import gyotaku.model.Text;
import gyotaku.model.mail.ParsedMail;

/// What came of reading a sample.
public sealed interface Reading {

    record Mail(ParsedMail mail) implements Reading {}

    /// The bytes are no message: nothing in them looks like a header.
    record NotMail(Text why) implements Reading {}
}
