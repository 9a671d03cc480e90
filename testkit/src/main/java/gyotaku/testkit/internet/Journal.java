package gyotaku.testkit.internet;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Every question that reached the closed internet, in the order of arrival: `dns www.example.com A`.
public final class Journal {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    void note(String kind, String what) {
        lines.add(kind + " " + what);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
