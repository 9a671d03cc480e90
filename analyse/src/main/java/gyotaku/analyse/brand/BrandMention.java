package gyotaku.analyse.brand;

import gyotaku.model.finding.Brand;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A mail speaks for a brand, or pretends to.
///
/// @param brand with the places as evidence
/// @param genuine whether From is the brand's own domain, and either nothing that was checked speaks against that, or
///     the mail leads nowhere but to the brand; otherwise it poses as the brand
/// @param places where it is named
/// @param lookAlikes host names that imitate the brand's name without belonging to it
public record BrandMention(Brand brand, boolean genuine, SortedSet<Place> places, List<String> lookAlikes) {

    /// Where a brand can be named, the strongest first.
    public enum Place {
        DISPLAY_NAME,
        SENDER_HOST,
        LINK_HOST,
        LINK_TEXT,
        SENDER_ADDRESS,
        LOGO,
        SUBJECT,
        SIGNATURE,
        BODY
    }

    public BrandMention {
        places = new TreeSet<>(places);
        lookAlikes = List.copyOf(lookAlikes);
    }
}
