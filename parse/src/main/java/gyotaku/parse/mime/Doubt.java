package gyotaku.parse.mime;

import gyotaku.model.mail.Source;
import gyotaku.parse.transfer.Transferred;
import java.util.Optional;

/// A part that programs read differently.
///
/// @param depth how many levels lie around it
/// @param data what it holds in the main reading; empty when it is divided there
record Doubt(Source source, Node node, int depth, boolean inner, Optional<Transferred> data) {

    int bodyStart() {
        return node.block.bodyStart();
    }

    int bodyEnd() {
        return Math.max(node.block.bodyStart(), node.bodyEnd);
    }
}
