package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.mail.Attachment;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Bullets;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Table;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;

/// Files that the mail offers. None is opened.
@AutoService(Section.class)
public final class AttachmentsSection implements Section {

    private static final int SHOWN = 50;

    @Override
    public int order() {
        return 140;
    }

    @Override
    public String anchor() {
        return "attachments";
    }

    @Override
    public Text title() {
        return Text.of("添付ファイル", "Attachments");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        List<Attachment> files = brief.mail().attachments();
        if (files.isEmpty()) {
            return List.of(Block.para(Statement.say(brief.whole(), Inline.words("添付ファイルはありません。", "There are none."))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(
                title(),
                List.of(
                        Text.of("名前", "Name"),
                        Text.of("種類（表示／内容）", "Type (label / content)"),
                        Text.of("大きさ", "Size"),
                        Text.same("SHA-256")),
                files.stream().limit(SHOWN).map(AttachmentsSection::row).toList()));
        List<Para> findings = brief.analysis().findings().stream()
                .filter(finding -> finding.family() == Family.ATTACHMENT)
                .map(finding -> Block.para(Telling.finding(finding)))
                .toList();
        if (!findings.isEmpty()) {
            blocks.add(new Bullets(findings));
        }
        blocks.add(Block.para(Statement.fixed(
                "ファイルは開いておらず、中身のマルウェア検査は行っていません。", "No file was opened and none was scanned for malware.")));
        return blocks;
    }

    private static List<Para> row(Attachment file) {
        return List.of(
                cell(file, Inline.foreign(file.name().isEmpty() ? "—" : file.name())),
                cell(file, Inline.code(file.type() + " / " + (file.looksLike().isEmpty() ? "?" : file.looksLike()))),
                cell(file, Inline.phrase("{0} バイト", "{0} bytes", Inline.number(file.size()))),
                cell(file, Inline.code(file.sha256())));
    }

    private static Para cell(Attachment file, Inline inline) {
        return Block.para(Statement.say(file.evidence(), inline));
    }
}
