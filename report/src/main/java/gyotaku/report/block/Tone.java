package gyotaku.report.block;

import gyotaku.model.Trust;

/// How something wants to be read. Never told by colour alone: what bears a tone also has a word.
public enum Tone {
    DANGER,
    CAUTION,
    CALM,
    PROVEN,
    QUIET;

    /// The tone of a badge that names a trust class.
    public static Tone of(Trust trust) {
        return switch (trust) {
            case VERIFIED -> PROVEN;
            case STAMPED -> CALM;
            case CLAIMED -> CAUTION;
            case THIRD_PARTY -> QUIET;
        };
    }
}
