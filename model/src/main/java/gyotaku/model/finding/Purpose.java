package gyotaku.model.finding;

import gyotaku.model.Evidence;
import java.util.List;

/// What the sender wants of the reader, and what shows it.
public record Purpose(Kind kind, List<Evidence> evidence) {

    public enum Kind {
        CREDENTIALS("credentials"),
        CARD("card"),
        MALWARE("malware"),
        MONEY("money"),
        EXTORTION("extortion"),
        ADVANCE_FEE("advance-fee"),
        ADVERTISING("advertising"),
        NONE("none");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Purpose {
        evidence = List.copyOf(evidence);
    }
}
