package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The reader's cloud storage is said to be full and his pictures about to be deleted: the page takes card data.
@AutoService(Check.class)
@Detector(id = "lure-cloud-storage", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class CloudStorageLure implements Check {

    private static final Text SAYS = Text.of(
            "クラウドの容量不足・写真の削除を口実にしています:{0}", "It pretends that cloud storage is full or pictures will be deleted: {0}");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return Lured.by("cloud-storage", 2, subject).stream()
                .map(lured -> finding(SAYS.with(lured.quote()), lured.evidence()));
    }
}
