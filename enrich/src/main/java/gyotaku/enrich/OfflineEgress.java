package gyotaku.enrich;

import gyotaku.enrich.ipdata.IpData;
import gyotaku.model.Why;
import java.time.Instant;

/// Sends nothing. Only the IP data on this machine answers.
public final class OfflineEgress implements Egress {

    private final Instant startedAt;
    private final IpData ipData;

    public OfflineEgress(Instant startedAt) {
        this(startedAt, IpData.shipped());
    }

    /// @param ipData with the files of the operator
    public OfflineEgress(Instant startedAt, IpData ipData) {
        this.startedAt = startedAt;
        this.ipData = ipData;
    }

    @Override
    public Reply ask(Question question) {
        return question.source().equals(IpData.SOURCE)
                ? new Reply.Answer(ipData.answer(question.subject()), startedAt)
                : new Reply.Unasked(Why.of(Why.Reason.OFFLINE), startedAt);
    }
}
