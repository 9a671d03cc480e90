package gyotaku.parse.link;

import gyotaku.model.Defect;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Link;
import java.util.List;

/// What the displayed parts hold.
///
/// @param links in the order of the mail; the same target in the same context with the same text once
public record LinkReading(Body body, List<Link> links, List<Defect> defects, List<Truncated> truncated) {}
