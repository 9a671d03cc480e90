/// Messages as Outlook and Exchange keep them (MS-OXCMSG, MS-OXMSG, MS-OXTNEF), written as mail.
@NullMarked
package gyotaku.dissect.outlook;

import org.jspecify.annotations.NullMarked;
