package uk.nhs.estate.observation.mail;

import java.util.Set;

/// Knows the addresses of the NCSC's Mail Check, which read the reports of public bodies until it
/// was retired on 31 March 2026.
public final class RetiredMailCheck {

  /// Where it had DMARC reports and TLS reports sent, to mailboxes that told its users apart.
  private static final Set<String> DOMAINS =
      Set.of("dmarc.service.gov.uk", "mailcheck.service.ncsc.gov.uk");

  private RetiredMailCheck() {}

  /// Whether reports to this domain went to Mail Check.
  ///
  /// @param domain of a mailbox, in lower case
  public static boolean had(String domain) {
    return DOMAINS.contains(domain);
  }
}
