package gyotaku.model.mail;

/// A URL that stands in a file.
///
/// @param text what a reader sees of it, or empty
/// @param url as it stands there
/// @param context how a reader gets there
/// @param place where in the file: `page 2`, `slide 3`, `word/_rels/settings.xml.rels`, or empty
public record Written(String text, String url, Link.Context context, String place) {}
