package gyotaku.model.finding;

import gyotaku.model.Text;

/// Why something else is claimed than what was computed.
public record AuthDifference(AuthClaim claim, Text why) {}
