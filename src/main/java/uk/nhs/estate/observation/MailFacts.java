package uk.nhs.estate.observation;

import java.time.Instant;

/// What the DNS says of a domain's mail.
///
/// @param mx the mail exchangers (RFC 5321 §5.1)
/// @param txt the TXT records of the domain, among them SPF (RFC 7208 §3)
/// @param dmarc the TXT records of `_dmarc` below the domain (RFC 9989)
public record MailFacts(Instant seenAt, Lookup mx, Lookup txt, Lookup dmarc) implements Facts {

  @Override
  public MailFacts seenAt(Instant when) {
    return new MailFacts(when, mx, txt, dmarc);
  }

  @Override
  public MailFacts steady() {
    return new MailFacts(Instant.EPOCH, mx.steady(), txt.steady(), dmarc.steady());
  }
}
