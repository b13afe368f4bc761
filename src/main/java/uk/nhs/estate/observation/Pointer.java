package uk.nhs.estate.observation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.MailExchange;
import uk.nhs.estate.observation.text.ServiceBinding;
import uk.nhs.estate.observation.text.ServiceLocation;
import uk.nhs.estate.observation.text.SpfRecord;
import uk.nhs.estate.observation.text.TxtData;

/// A name elsewhere that a record of a domain points at, and so trusts with something.
///
/// @param owner the name that has the record
/// @param target in lower case, without a trailing dot; never the domain itself
public record Pointer(Kind kind, String owner, String target) {

  /// What is trusted to it.
  public enum Kind {
    /// The domain as a whole.
    NAME_SERVER("Name server"),
    /// Its mail.
    MAIL_SERVER("Mail server"),
    /// A service found by an SRV record.
    SERVICE("Service"),
    /// Its website, found by an HTTPS record.
    HTTPS("Website"),
    /// A say in who may send mail for it.
    SPF("SPF record"),
    /// The reports on mail that pretends to come from it.
    DMARC("DMARC record");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// What people read.
    public String words() {
      return words;
    }
  }

  /// The names that a domain's records of one kind point at, each once. A record that says that
  /// there is nothing, by a single dot, points at none (RFC 7505, RFC 2782, RFC 9460 §2.5).
  static List<Pointer> of(DnsFacts dns, Kind kind) {
    return (kind == Kind.NAME_SERVER
            ? dns.allNameServers().stream()
                .map(server -> new Pointer(kind, dns.name(), server.name()))
            : sources(dns, kind).stream().flatMap(lookup -> of(kind, lookup)))
        .filter(pointer -> !pointer.target().isEmpty() && !pointer.target().equals("."))
        .filter(pointer -> !pointer.target().equals(Asked.plain(dns.name())))
        .distinct()
        .toList();
  }

  /// The look-ups in which they stand; one that nobody made is hidden.
  static List<Lookup> sources(DnsFacts dns, Kind kind) {
    return switch (kind) {
      case NAME_SERVER -> List.of(dns.ns());
      case MAIL_SERVER -> List.of(dns.asked(dns.name(), "MX"));
      case SERVICE -> dns.records("SRV");
      case HTTPS -> dns.records("HTTPS");
      case SPF -> List.of(dns.asked(dns.name(), "TXT"));
      case DMARC -> List.of(dns.asked("_dmarc." + dns.name(), "TXT"));
    };
  }

  private static Stream<Pointer> of(Kind kind, Lookup lookup) {
    Function<String, Stream<String>> names =
        switch (kind) {
          case NAME_SERVER -> Stream::of;
          case MAIL_SERVER ->
              data ->
                  Stream.of(MailExchange.parse(data))
                      .filter(exchange -> !exchange.isAddress()) // no name at all
                      .map(MailExchange::host);
          case SERVICE -> data -> Stream.of(ServiceLocation.parse(data).target());
          case HTTPS -> data -> Stream.of(ServiceBinding.parse(data).target());
          case SPF ->
              data ->
                  SpfRecord.parse(TxtData.parse(data).joined()).stream()
                      .flatMap(record -> record.domains().stream());
          case DMARC ->
              data ->
                  DmarcRecord.parse(TxtData.parse(data).joined()).stream()
                      .flatMap(record -> record.reportDomains().stream());
        };
    return lookup.data().stream()
        .flatMap(names)
        .map(target -> new Pointer(kind, lookup.name(), Asked.plain(target)));
  }
}
