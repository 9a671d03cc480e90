package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Text;
import gyotaku.report.block.Block;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.List;

/// The state of the linked page. This version opens none, and says so.
@AutoService(Section.class)
public final class Landing implements Section {

    static final Statement NOT_OPENED = Statement.gap(
            Text.of("この版にはリンク先を開く機能がないため", "this version does not open linked pages"),
            Inline.words("リンク先サイトの画面", "The linked page"),
            Telling.NOT_ASKED);

    @Override
    public int order() {
        return 130;
    }

    @Override
    public String anchor() {
        return "landing";
    }

    @Override
    public Text title() {
        return Text.of("リンク先サイトの状態", "State of the linked site");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        return new Lures(brief).all().isEmpty()
                ? List.of()
                : List.of(Block.para(
                        NOT_OPENED,
                        Statement.fixed(
                                "稼働しているか、閉鎖・遮断されているかは分かりません。", "Whether it is up, closed or blocked is not known.")));
    }
}
