package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.MailExchange;
import uk.nhs.estate.observation.text.SpfRecord;
import uk.nhs.estate.observation.text.TxtData;

/// What the DNS, its policy host and its mail servers say of a domain's mail.
///
/// @param mx the mail exchangers (RFC 5321 §5.1)
/// @param txt the TXT records of the domain, among them SPF (RFC 7208 §3)
/// @param dmarc the TXT records of `_dmarc` below the domain (RFC 9989)
/// @param lookups all else that was asked: what SPF, DMARC, DKIM, MTA-STS, TLS-RPT, BIMI and DANE
///     lead to, here and elsewhere
/// @param selectors the DKIM selectors that the owner has registered (RFC 6376 §3.1)
/// @param policy the visit to the MTA-STS policy (RFC 8461 §3.3); none when nobody went there
/// @param servers the mail servers that were met, in the order of the MX records
public record MailFacts(
    Instant seenAt,
    Lookup mx,
    Lookup txt,
    Lookup dmarc,
    List<Lookup> lookups,
    List<String> selectors,
    @Nullable Visit policy,
    List<MailServerFacts> servers)
    implements Facts, Lookups {

  public MailFacts {
    lookups = List.copyOf(lookups);
    selectors = List.copyOf(selectors);
    servers = List.copyOf(servers);
  }

  /// What three questions to the DNS brought, and nothing else.
  public MailFacts(Instant seenAt, Lookup mx, Lookup txt, Lookup dmarc) {
    this(seenAt, mx, txt, dmarc, List.of(), List.of(), null, List.of());
  }

  /// What the DNS says of mail among all that it said of a domain, and nothing else.
  public static MailFacts in(DnsFacts dns) {
    return new MailFacts(
        dns.seenAt(),
        dns.asked(dns.name(), "MX"),
        dns.asked(dns.name(), "TXT"),
        dns.asked("_dmarc." + dns.name(), "TXT"));
  }

  /// The domain, as it was asked.
  public String name() {
    return txt.name();
  }

  @Override
  public MailFacts seenAt(Instant when) {
    return new MailFacts(when, mx, txt, dmarc, lookups, selectors, policy, servers);
  }

  @Override
  public MailFacts steady() {
    return new MailFacts(
        Instant.EPOCH,
        mx.steady(),
        txt.steady(),
        dmarc.steady(),
        lookups.stream()
            .map(lookup -> lookup.steadyAt(name()))
            .sorted(Comparator.comparing(Lookup::name).thenComparing(Lookup::type))
            .toList(),
        selectors,
        policy == null ? null : policy.steady(),
        servers.stream().map(MailServerFacts::steady).toList());
  }

  @Override
  public Lookup asked(String name, String type) {
    return Stream.concat(Stream.of(mx, txt, dmarc), lookups.stream())
        .filter(one -> one.type().equals(type) && one.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseGet(
            () ->
                new Lookup(
                    name,
                    type,
                    new Lookup.Unasked(
                        new Obstacle(
                            Obstacle.Kind.SCANNER_FAULT,
                            "nobody asked for " + name + " " + type))));
  }

  /// The mail exchangers, the most wanted first; none when there are none or when it could not be
  /// asked.
  public List<MailExchange> exchanges() {
    return MailExchange.inOrder(mx.data());
  }

  /// The names of the mail servers, each once, the most wanted first, in lower case without a dot
  /// at the end; without the full stop alone that says that there is none (RFC 7505 §3).
  public List<String> exchangeNames() {
    return exchanges().stream()
        .filter(exchange -> !exchange.isNull())
        .map(exchange -> Asked.plain(exchange.host()))
        .distinct()
        .toList();
  }

  /// What a mail server did, if it was looked at.
  public Optional<MailServerFacts> server(String host) {
    return servers.stream().filter(server -> server.host().equals(host)).findFirst();
  }

  /// The SPF records among the TXT records of the domain (RFC 7208 §4.5).
  public List<SpfRecord> spf() {
    return txt.data().stream()
        .map(rdata -> SpfRecord.parse(TxtData.parse(rdata).joined()))
        .flatMap(Optional::stream)
        .toList();
  }

  /// The DMARC records below the domain (RFC 9989 §4.10).
  public List<DmarcRecord> dmarcRecords() {
    return dmarcRecords(dmarc);
  }

  /// The DMARC records in an answer; what does not begin with the version is passed over (RFC 9989
  /// §4.10).
  public static List<DmarcRecord> dmarcRecords(Lookup lookup) {
    return lookup.data().stream()
        .map(rdata -> DmarcRecord.parse(TxtData.parse(rdata).joined()))
        .flatMap(Optional::stream)
        .toList();
  }
}
