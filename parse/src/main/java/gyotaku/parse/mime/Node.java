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
    }

    String nextChildPath() {
        return path + "." + (children.size() + 1);
    }
}
