package gyotaku.analyse.auth.spf;

import gyotaku.model.Lookup;
import gyotaku.model.fact.Resolver;
import gyotaku.model.fact.Resolver.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.executor.SPFResult;
import org.apache.james.jspf.executor.SynchronousSPFExecutor;
import org.apache.james.jspf.impl.SPF;
import org.jspecify.annotations.Nullable;

/// A second opinion: what Apache James makes of the same question and the same zone.
public final class Jspf {

    private Jspf() {}

    /// The word of its result.
    public static String word(Question question, Resolver resolver) {
        return check(question, resolver).getResult();
    }

    /// What it tells the sender about a fail, with a text of its own when the domain has none.
    public static String explanation(Question question, Resolver resolver) {
        return check(question, resolver).getExplanation();
    }

    private static SPFResult check(Question question, Resolver resolver) {
        DNSService dns = new Zone(resolver);
        return new SPF(dns, new SynchronousSPFExecutor(dns))
                .checkSPF(question.ip().toString(), question.sender(), question.helo());
    }

    /// Its door to DNS, with our resolver behind it: nothing leaves this machine.
    private record Zone(Resolver resolver) implements DNSService {

        @Override
        @SuppressWarnings("NullAway") // where there are no records it wants null
        public List<String> getRecords(DNSRequest request) throws TimeoutException {
            Optional<RecordType> type = type(request.getRecordType());
            return type.isPresent() ? records(request.getHostname(), type.get()) : null;
        }

        /// A list that it may shorten.
        private @Nullable List<String> records(String name, RecordType type) throws TimeoutException {
            return switch (resolver.ask(name, type)) {
                case Lookup.Found<List<String>> found ->
                    new ArrayList<>(found.value().stream()
                            .map(value -> data(type, value))
                            .toList());
                case Lookup.NotListed<List<String>> _ -> null;
                case Lookup.NotAsked<List<String>> _, Lookup.Failed<List<String>> _ ->
                    throw new TimeoutException("no answer about " + name);
            };
        }

        /// It takes hosts without their preference.
        private static String data(RecordType type, String value) {
            return type == RecordType.MX ? value.substring(value.lastIndexOf(' ') + 1) : value;
        }

        /// The type SPF is of RFC 4408; nobody answers it any more.
        private static Optional<RecordType> type(int number) {
            return switch (number) {
                case DNSRequest.A -> Optional.of(RecordType.A);
                case DNSRequest.AAAA -> Optional.of(RecordType.AAAA);
                case DNSRequest.MX -> Optional.of(RecordType.MX);
                case DNSRequest.PTR -> Optional.of(RecordType.PTR);
                case DNSRequest.TXT -> Optional.of(RecordType.TXT);
                default -> Optional.empty();
            };
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            try {
                return CompletableFuture.completedStage(getRecords(request));
            } catch (TimeoutException e) {
                return CompletableFuture.failedStage(e);
            }
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of("unknown");
        }

        @Override
        public void setTimeOut(int seconds) {}

        /// RFC 7208 section 4.6.4.
        @Override
        public int getRecordLimit() {
            return 10;
        }

        @Override
        public void setRecordLimit(int limit) {}
    }
}
