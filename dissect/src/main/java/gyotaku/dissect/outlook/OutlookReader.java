package gyotaku.dissect.outlook;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.Text;
import gyotaku.model.mail.Enclosure.Wish;
import gyotaku.parse.Magic;
import java.io.IOException;

/// Outlook's own files, `.msg` (MS-OXMSG).
@AutoService(FormatReader.class)
public final class OutlookReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        boolean named = file.label().equals(Magic.OUTLOOK) || file.extension().equals("msg");
        return file.kind().equals(Magic.OUTLOOK) || named && file.kind().equals(Magic.OLE);
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        tell(OleItem.read(file.bytes()), file.bytes(), found);
    }

    /// Tells a message, as mail or by what is in it.
    static void tell(Item item, byte[] file, Findings found) throws IOException {
        if (item.cut()) {
            found.truncated("depth", Item.DEEPEST, Text.of("より深いメール", "the messages that lie deeper"));
        }
        // In the answer the mail stands in base64 once more.
        int most = found.limits().answerBytes() / 8 * 5;
        ItemMail.Written mail = ItemMail.write(item, file, most);
        if (mail.full()) {
            found.truncated("answerBytes", most, Text.of("大きな添付ファイル", "large attachments"));
        }
        if (found.wish() == Wish.MESSAGE) {
            found.message(mail.bytes());
        } else {
            MailReader.tell(mail.bytes(), found);
        }
    }
}
