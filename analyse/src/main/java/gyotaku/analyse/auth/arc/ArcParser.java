package gyotaku.analyse.auth.arc;

import gyotaku.analyse.auth.TagList;
import gyotaku.analyse.auth.arc.ArcRecord.Seal;
import gyotaku.analyse.auth.arc.ArcResult.Fault;
import gyotaku.analyse.auth.dkim.DkimParser;
import gyotaku.analyse.auth.dkim.DkimProblem;
import gyotaku.analyse.auth.dkim.DkimSignature;
import gyotaku.analyse.auth.dkim.RawMessage;
import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Puts the fields of a chain together (RFC 8617 section 4).
///
/// ```
/// arc-info   = instance [CFWS] ";" authres-payload
/// instance   = [CFWS] %s"i" [CFWS] "=" [CFWS] position
/// position   = 1*2DIGIT                       ; 1 - 50
/// AS-fields  = i, a, b, cv, d, s, t; never h
/// ```
final class ArcParser {

    /// RFC 8617 section 4.2.1: against a chain that makes us ask for hundreds of keys.
    static final int MOST_SETS = 50;

    static final String RESULTS = "arc-authentication-results";
    static final String MESSAGE = "arc-message-signature";
    static final String SEAL = "arc-seal";

    private ArcParser() {}

    /// The chain is not to be used: caught by the verifier, never seen outside.
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ArcResult.Fail why;

        Broken(Fault fault, int instance, String detail) {
            super(fault.name(), null, false, false);
            this.why = new ArcResult.Fail(fault, instance, detail);
        }

        ArcResult.Fail why() {
            return why;
        }
    }

    static boolean hasChain(RawMessage message) {
        return !message.fields(SEAL).isEmpty()
                || !message.fields(MESSAGE).isEmpty()
                || !message.fields(RESULTS).isEmpty();
    }

    /// First station first; every set complete, the numbers without gap.
    static List<ArcRecord> sets(RawMessage message) throws Broken {
        Map<Integer, RawField> results = numbered(message.fields(RESULTS));
        Map<Integer, RawField> signatures = numbered(message.fields(MESSAGE));
        Map<Integer, RawField> seals = numbered(message.fields(SEAL));
        List<ArcRecord> sets = new ArrayList<>();
        for (int i = 1; i <= seals.size(); i++) {
            RawField result = results.get(i);
            RawField signature = signatures.get(i);
            RawField seal = seals.get(i);
            if (result == null || signature == null || seal == null) {
                throw new Broken(Fault.STRUCTURE, i, "");
            }
            sets.add(set(i, result, signature, seal));
        }
        if (results.size() != sets.size() || signatures.size() != sets.size()) {
            throw new Broken(Fault.STRUCTURE, 0, "");
        }
        return sets;
    }

    private static Map<Integer, RawField> numbered(List<RawField> fields) throws Broken {
        if (fields.size() > MOST_SETS) {
            throw new Broken(Fault.TOO_MANY_SETS, 0, Integer.toString(fields.size()));
        }
        Map<Integer, RawField> byInstance = new TreeMap<>();
        for (RawField field : fields) {
            int instance = instance(field);
            if (byInstance.putIfAbsent(instance, field) != null) {
                throw new Broken(Fault.STRUCTURE, instance, field.name());
            }
        }
        return byInstance;
    }

    private static int instance(RawField field) throws Broken {
        String body = field.name().equals(RESULTS)
                ? field.body().substring(0, Math.max(0, field.body().indexOf(';')))
                : field.body();
        String digits = TagList.lenient(body).compact("i").orElse("");
        boolean number =
                !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int instance = number ? Integer.parseInt(digits) : 0;
        if (instance < 1 || instance > MOST_SETS) {
            throw new Broken(Fault.SYNTAX, 0, field.name() + " i=" + digits);
        }
        return instance;
    }

    private static ArcRecord set(int instance, RawField results, RawField signature, RawField seal) throws Broken {
        try {
            DkimSignature message = DkimParser.arcSignature(signature);
            if (message.signed().contains(SEAL)) {
                throw new Broken(Fault.SYNTAX, instance, MESSAGE + " h=" + SEAL);
            }
            return new ArcRecord(instance, results, message, seal(seal));
        } catch (DkimProblem problem) {
            throw new Broken(Fault.SYNTAX, instance, problem.detail());
        }
    }

    private static Seal seal(RawField field) throws DkimProblem {
        TagList tags = DkimParser.tags(field);
        if (tags.get("h").isPresent()) {
            throw new DkimProblem(gyotaku.analyse.auth.dkim.DkimResult.Fault.SYNTAX, SEAL + " h=");
        }
        return new Seal(
                field,
                DkimParser.algorithm(tags),
                DkimParser.bytes(DkimParser.needed(tags, "b"), "b="),
                DkimParser.needed(tags, "cv").toLowerCase(Locale.ROOT),
                DkimParser.domain(DkimParser.needed(tags, "d")),
                DkimParser.selector(DkimParser.needed(tags, "s")));
    }
}
