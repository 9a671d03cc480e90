package gyotaku.enrich.ipdata;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made at the first call, once.
final class Once<T> implements Supplier<T> {

    private final Supplier<T> make;
    private @Nullable T value;

    Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = make.get();
            value = made;
        }
        return made;
    }
}
