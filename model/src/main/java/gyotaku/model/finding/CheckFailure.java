package gyotaku.model.finding;

/// A detector broke on this mail: a fault of the program, so its silence must not be read as a good sign.
///
/// @param rule the detector's id
/// @param problem the kind of exception, for whoever mends it
public record CheckFailure(String rule, String problem) {}
