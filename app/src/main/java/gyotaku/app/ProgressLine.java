package gyotaku.app;

import gyotaku.enrich.Progress;
import gyotaku.enrich.Question;
import gyotaku.model.Text;
import gyotaku.model.Visible;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// One line that says how many questions have answers, and of which sources some are under way; nothing when nobody
/// watches.
///
/// Events only count. A thread of its own draws, at most ten times a second and only what has changed.
final class ProgressLine implements Progress, AutoCloseable {

    /// Against a line that wraps, which could not be cleared again.
    private static final int COLUMNS = 78;

    private static final int SUBJECT = 30;
    private static final long PAUSE = 100;
    private static final String PAGE = "page";
    private static final Text LOOKING_UP = Text.of("照会中: ", "looking up: ");

    private final Terminal terminal;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, int[]> answeredOfAsked = new TreeMap<>();
    private final Map<Question, Instant> pages = new LinkedHashMap<>();
    private final Thread drawing;
    private String drawn = "";

    private ProgressLine(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.drawing = Thread.ofVirtual().unstarted(this::keepDrawing);
    }

    /// @param clock for the seconds that a page takes
    static ProgressLine on(Terminal terminal, Clock clock) {
        ProgressLine line = new ProgressLine(terminal, clock);
        if (terminal.watched()) {
            line.drawing.start();
        }
        return line;
    }

    @Override
    public void asked(Question question) {
        locked(() -> {
            counts(question)[1]++;
            if (question.source().equals(PAGE)) {
                pages.put(question, clock.instant());
            }
        });
    }

    @Override
    public void answered(Question question) {
        locked(() -> {
            counts(question)[0]++;
            pages.remove(question);
        });
    }

    private int[] counts(Question question) {
        return answeredOfAsked.computeIfAbsent(question.source(), _ -> new int[2]);
    }

    /// Draws what has changed since the last time.
    void draw() {
        locked(() -> {
            String line = line();
            if (!line.equals(drawn)) {
                terminal.progress(line);
                drawn = line;
            }
        });
    }

    private String line() {
        int[] all = new int[2];
        StringBuilder open = new StringBuilder();
        answeredOfAsked.forEach((source, counts) -> {
            all[0] += counts[0];
            all[1] += counts[1];
            if (counts[0] < counts[1]) {
                open.append(" · ")
                        .append(source)
                        .append(' ')
                        .append(counts[0])
                        .append('/')
                        .append(counts[1]);
            }
        });
        String counts = LOOKING_UP.in(terminal.lang()) + all[0] + "/" + all[1] + open;
        String page = pages.entrySet().stream()
                .findFirst()
                .map(entry -> " · " + shortened(Visible.of(entry.getKey().subject()), SUBJECT) + " "
                        + Duration.between(entry.getValue(), clock.instant()).toSeconds() + " s")
                .orElse("");
        return shortened(counts, COLUMNS - page.length()) + page;
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
    }

    private void keepDrawing() {
        try {
            while (true) {
                draw();
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    /// Clears the line; nothing is drawn afterwards.
    @Override
    public void close() {
        drawing.interrupt();
        if (drawing.isAlive()) {
            try {
                drawing.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        terminal.progress("");
    }
}
