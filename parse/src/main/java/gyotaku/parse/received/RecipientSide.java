package gyotaku.parse.received;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Text;
import gyotaku.model.mail.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is known of the servers on the recipient's side.
///
/// What a client calls itself never counts. Its reverse name counts where the software writes only confirmed
/// ones, and then only within the domain of the server that wrote the line.
final class RecipientSide {

    private final PublicSuffixes suffixes;
    private final Hosts trustedHosts;
    private final Networks trustedNetworks;
    private final List<Provider> providers;
    private final Set<DomainName> recipients;

    RecipientSide(
            PublicSuffixes suffixes, List<String> trusted, List<Provider> providers, List<DomainName> recipients) {
        this.suffixes = suffixes;
        this.trustedHosts = Hosts.of(trusted);
        this.trustedNetworks = Networks.of(trusted);
        this.providers = providers;
        this.recipients = new TreeSet<>();
        recipients.forEach(domain -> this.recipients.add(suffixes.registrable(domain)));
    }

    /// Whether the line tells of a hand-over within the recipient's side, so that the line below is its own too.
    boolean handedOver(Stamp stamp) {
        Client client = stamp.client();
        return stamp.kind() != Stamp.Kind.TRANSFER
                || client.ip().filter(Networks.INNER::hold).isPresent()
                || isTrusted(client)
                || providerOf(stamp.by())
                        .filter(provider -> provider.handedOver(stamp.by(), client))
                        .isPresent()
                || isNeighbour(stamp);
    }

    private boolean isTrusted(Client client) {
        return client.ip().filter(trustedNetworks::hold).isPresent()
                || client.confirmed() && trustedHosts.hold(client.rdns());
    }

    /// A server of the same registered domain. A name that belongs to an access line (a number in most of its
    /// labels) is a customer's, not a server's.
    private boolean isNeighbour(Stamp stamp) {
        Client client = stamp.client();
        String name = client.rdns().isEmpty() && client.ip().isEmpty() ? client.helo() : client.rdns();
        boolean believable = client.ip().isEmpty()
                || client.confirmed() && !AccessLine.isNamed(name, client.ip().get());
        return believable
                && registered(name).isPresent()
                && registered(name).equals(registered(stamp.by()))
                && providerOf(stamp.by()).isEmpty();
    }

    private Optional<DomainName> registered(String host) {
        return Names.isQualified(host) && host.length() <= 253
                ? Optional.of(suffixes.registrable(new DomainName(host)))
                : Optional.empty();
    }

    private Optional<Provider> providerOf(String by) {
        return by.isEmpty()
                ? Optional.empty()
                : providers.stream().filter(provider -> provider.wrote(by)).findFirst();
    }

    /// What the believed lines rest on, the strongest first.
    Route.How recognise(List<Stamp> believed) {
        if (believed.stream().anyMatch(stamp -> trustedHosts.hold(stamp.by()) || isTrusted(stamp.client()))) {
            return Route.How.CONFIGURED;
        }
        if (provider(believed).isPresent()) {
            return Route.How.PROVIDER;
        }
        if (recipientDomain(believed).isPresent()) {
            return Route.How.RECIPIENT_DOMAIN;
        }
        return believed.size() > 1 ? Route.How.TOPMOST_RUN : Route.How.TOPMOST_LINE;
    }

    private Optional<Provider> provider(List<Stamp> believed) {
        return believed.stream()
                .map(stamp -> providerOf(stamp.by()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<DomainName> recipientDomain(List<Stamp> believed) {
        return believed.stream()
                .map(stamp -> registered(stamp.by()))
                .flatMap(Optional::stream)
                .filter(recipients::contains)
                .findFirst();
    }

    /// The assumption as a sentence.
    Text explain(Route.How how, List<Stamp> believed) {
        return switch (how) {
            case CONFIGURED ->
                Text.of(
                        "設定 trust.hosts に挙げられた受信側サーバーの記録までを信頼しました。",
                        "Trusted are the lines up to those of the recipient's servers named in trust.hosts.");
            case PROVIDER ->
                Text.of(
                                "受信者のメールサービス {0} のサーバーの記録までを信頼しました。",
                                "Trusted are the lines up to those of the servers of {0}, the recipient's mail service.")
                        .with(provider(believed).map(Provider::name).orElseThrow());
            case RECIPIENT_DOMAIN ->
                Text.of(
                                "受信者のドメイン {0} に属するサーバーの記録までを信頼しました。",
                                "Trusted are the lines up to those of servers in the recipient's domain {0}.")
                        .with(recipientDomain(believed).orElseThrow());
            case TOPMOST_RUN ->
                Text.of(
                                "最上位から続く、互いに内部で受け渡した {0} 件の記録を受信側のものとみなして信頼しました。",
                                "Trusted are the topmost {0} lines, taken to be the recipient's because each was handed over from the inside.")
                        .with(believed.size());
            case TOPMOST_LINE ->
                Text.of(
                        "最上位の記録だけを受信側のものとみなして信頼しました。",
                        "Only the topmost line is trusted, taken to be the recipient's own.");
            case NONE ->
                Text.of(
                        "外部からの受け渡しを示す受信側の記録がなく、送信元を判断できませんでした。",
                        "No line of the recipient's side tells who handed the message in, so the sending host is unknown.");
        };
    }
}
