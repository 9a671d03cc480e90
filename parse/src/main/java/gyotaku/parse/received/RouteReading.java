package gyotaku.parse.received;

import gyotaku.model.Defect;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Route;
import java.util.List;

/// The route and what was wrong with its lines.
public record RouteReading(Route route, List<Defect> defects, List<Truncated> truncated) {}
