/// Bytes in, `ParsedMail` out. Start reading at `MailParser`.
@NullMarked
package gyotaku.parse;

import org.jspecify.annotations.NullMarked;
