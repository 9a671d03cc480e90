package gyotaku.report.section;

import gyotaku.report.section.Destinations.Destination;
import gyotaku.report.section.Stakes.Stake;
import gyotaku.report.section.Tactics.Tactic;
import gyotaku.report.section.Trends.Trend;
import java.util.List;

/// The dated files that come with this module.
public record Knowledge(
        Countries countries,
        List<Trend> trends,
        List<Tactic> tactics,
        List<Stake> stakes,
        List<Destination> destinations) {

    public static Knowledge load() {
        return new Knowledge(Countries.load(), Trends.load(), Tactics.load(), Stakes.load(), Destinations.load());
    }
}
