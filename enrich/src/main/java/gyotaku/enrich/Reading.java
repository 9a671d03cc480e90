package gyotaku.enrich;

import gyotaku.model.Why;

/// What a source makes of the bytes of one answer. Reading is pure: the same bytes read the same on every machine.
public sealed interface Reading<T> {

    /// @param excerpt what of the answer the value rests on, for people
    record Says<T>(T value, String excerpt) implements Reading<T> {}

    /// The source answered and has nothing on the subject.
    record Nothing<T>(String excerpt) implements Reading<T> {}

    record Unusable<T>(Why why) implements Reading<T> {}

    static <T> Reading<T> unreadable(String detail) {
        return new Unusable<>(new Why(Why.Reason.UNREADABLE, detail));
    }

    static <T> Reading<T> serverError(String detail) {
        return new Unusable<>(new Why(Why.Reason.SERVER_ERROR, detail));
    }
}
