package gyotaku.enrich;

import gyotaku.enrich.ipdata.IpData;
import gyotaku.model.Why;
import java.time.Instant;

/// Sends nothing. Only the IP data that comes with the program answers.
public final class OfflineEgress implements Egress {

    private final Instant startedAt;
    private final IpData ipData;

    public OfflineEgress(Instant startedAt) {
        this.startedAt = startedAt;
        this.ipData = IpData.shipped();
    }

    @Override
    public Reply ask(Question question) {
        return question.source().equals(IpData.SOURCE)
                ? new Reply.Answer(ipData.answer(question.subject()), startedAt)
                : new Reply.Unasked(Why.of(Why.Reason.OFFLINE), startedAt);
    }
}
