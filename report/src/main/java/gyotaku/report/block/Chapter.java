package gyotaku.report.block;

import gyotaku.model.Text;
import java.util.List;

/// A section of the page with its anchor.
public record Chapter(String anchor, Text title, List<Block> blocks) {
    public Chapter {
        blocks = List.copyOf(blocks);
    }
}
