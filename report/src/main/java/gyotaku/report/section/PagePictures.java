package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.finding.Case;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Picture.Kind;
import java.util.List;

/// The pictures of a page, as the browser wrote them.
final class PagePictures {

    private final Case c;
    private final Visits.Visit visit;

    PagePictures(Case c, Visits.Visit visit) {
        this.c = c;
        this.visit = visit;
    }

    List<Block> blocks() {
        Shots shots = new Shots();
        visit.page()
                .desktop()
                .ifPresent(hash -> add(shots, hash, Text.of("パソコンの大きさの画面", "The page at desktop size"), Kind.DESKTOP));
        visit.page()
                .phone()
                .ifPresent(hash -> add(shots, hash, Text.of("スマートフォンの大きさの画面", "The page at phone size"), Kind.PHONE));
        return shots.blocks();
    }

    private void add(Shots shots, Sha256 hash, Text name, Kind kind) {
        Evidence seen = visit.evidence();
        shots.add(c.stored().get(hash), hash, name, PageInWords.at(seen), kind, seen);
    }
}
