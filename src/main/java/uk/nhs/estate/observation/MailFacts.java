package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.SpfRecord;
import uk.nhs.estate.observation.text.TxtData;

/// What the DNS says of a domain's mail.
///
/// @param mx the mail exchangers (RFC 5321 §5.1)
/// @param txt the TXT records of the domain, among them SPF (RFC 7208 §3)
/// @param dmarc the TXT records of `_dmarc` below the domain (RFC 9989)
public record MailFacts(Instant seenAt, Lookup mx, Lookup txt, Lookup dmarc) implements Facts {

  /// What is said of mail among all that the DNS said of a domain.
  public static MailFacts in(DnsFacts dns) {
    return new MailFacts(
        dns.seenAt(),
        dns.asked(dns.name(), "MX"),
        dns.asked(dns.name(), "TXT"),
        dns.asked("_dmarc." + dns.name(), "TXT"));
  }

  @Override
  public MailFacts seenAt(Instant when) {
    return new MailFacts(when, mx, txt, dmarc);
  }

  @Override
  public MailFacts steady() {
    return new MailFacts(Instant.EPOCH, mx.steady(), txt.steady(), dmarc.steady());
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
    return dmarc.data().stream()
        .map(rdata -> DmarcRecord.parse(TxtData.parse(rdata).joined()))
        .flatMap(Optional::stream)
        .toList();
  }
}
