package gyotaku.report.section;

import gyotaku.model.Text;
import gyotaku.report.block.Block;
import java.util.List;

/// One section of the report. Registered by `@AutoService(Section.class)`; no list is edited.
public interface Section {

    /// Where it stands; unique.
    int order();

    /// Name of its anchor.
    String anchor();

    Text title();

    /// Nothing when there is nothing to tell.
    List<Block> blocks(Brief brief);
}
