package gyotaku.parse.mime;

import gyotaku.model.mail.Header;
import java.util.ArrayList;
import java.util.List;

/// A part while it is read.
final class Node {

    final String path;
    final HeaderBlock block;
    final List<Header> headers;
    final Content content;
    final Role role;
    final List<Node> children = new ArrayList<>();
    int bodyEnd;
    boolean closed;

    /// Whether programs disagree on what it is or where its parts lie.
    boolean doubtful;

    /// Where its boundary opens a part again behind its end, or -1.
    int reopened = -1;

    /// Whether its boundary stands behind blanks, too.
    boolean indented;

    /// Whether its boundary goes on below one of a multipart around it.
    boolean interrupted;

    enum Role {
        LEAF,
        MULTIPART,
        MESSAGE
    }

    Node(String path, HeaderBlock block, List<Header> headers, Content content, Role role) {
        this.path = path;
        this.block = block;
        this.headers = headers;
        this.content = content;
        this.role = role;
        this.bodyEnd = block.bodyStart();
        this.doubtful = block.doubtful() || content.doubtful();
    }

    String nextChildPath() {
        return path + "." + (children.size() + 1);
    }
}
