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

/// Files that the mail offers and pictures that it shows: what they are, what is in them, and what nobody saw.
@AutoService(Section.class)
public final class AttachmentsSection implements Section {

    private static final int SHOWN = 50;
    private static final int IN_FULL = 12;

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
        List<Block> blocks = new ArrayList<>();
        List<Attachment> files = brief.mail().attachments();
        if (files.isEmpty()) {
            blocks.add(Block.para(Statement.say(brief.whole(), Inline.words("添付ファイルはありません。", "There are none."))));
        } else {
            files(brief, files, blocks);
        }
        pictures(brief, blocks);
        if (blocks.size() > 1) {
            blocks.add(Block.para(NO_GUARANTEE));
        }
        return blocks;
    }

    private static final Statement NO_GUARANTEE = Statement.fixed(
            "ファイルは隔離した環境で読み取っただけで、実行していません。マルウェア検査は行っていません。特徴が見当たらないことは、安全であることを意味しません。",
            "The files were only read, in isolation; none was run and none was scanned for malware. That nothing stands out does not mean that a file is safe.");

    private static void files(Brief brief, List<Attachment> files, List<Block> blocks) {
        List<Para> findings = brief.analysis().findings().stream()
                .filter(finding -> finding.family() == Family.ATTACHMENT)
                .map(finding -> Block.para(Telling.finding(finding)))
                .toList();
        if (!findings.isEmpty()) {
            blocks.add(new Bullets(findings));
        }
        if (files.size() > 1) {
            blocks.add(table(Text.of("添付ファイルの一覧", "All files"), files));
        }
        for (int i = 0; i < Math.min(IN_FULL, files.size()); i++) {
            if (files.size() > 1) {
                blocks.add(new Block.Heading(Text.of("添付ファイル {0}", "File {0}").with(i + 1)));
            }
            blocks.addAll(new FileInFull(brief, files.get(i)).blocks());
        }
        if (files.size() > SHOWN) {
            blocks.add(Block.para(Statement.say(
                    brief.whole(), Inline.phrase("ほか {0} 件。", "and {0} more.", Inline.number(files.size() - SHOWN)))));
        }
    }

    private static void pictures(Brief brief, List<Block> blocks) {
        List<Attachment> pictures = brief.mail().pictures();
        if (pictures.isEmpty()) {
            return;
        }
        blocks.add(Block.heading("本文に表示される画像", "Pictures shown in the mail"));
        blocks.add(table(Text.of("画像の一覧", "All pictures"), pictures));
        for (Attachment picture : pictures.stream().limit(IN_FULL).toList()) {
            blocks.addAll(new FileInFull(brief, picture).read());
        }
    }

    private static Table table(Text caption, List<Attachment> files) {
        return new Table(
                caption,
                List.of(
                        Text.of("名前", "Name"),
                        Text.of("種類（表示／内容）", "Type (label / content)"),
                        Text.of("大きさ", "Size"),
                        Text.of("確認できたこと", "What was seen"),
                        Text.same("SHA-256")),
                files.stream().limit(SHOWN).map(AttachmentsSection::row).toList());
    }

    private static List<Para> row(Attachment file) {
        return List.of(
                cell(file, Inline.foreign(file.name().isEmpty() ? "—" : file.name())),
                cell(file, Inline.code(file.type() + " / " + (file.looksLike().isEmpty() ? "?" : file.looksLike()))),
                cell(file, FileInFull.size(file.size())),
                new Para(FileInFull.gist(file)),
                cell(file, Inline.code(file.sha256())));
    }

    private static Para cell(Attachment file, Inline inline) {
        return Block.para(Statement.say(file.evidence(), inline));
    }
}
