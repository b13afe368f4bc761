package uk.nhs.estate.observation.mail;

import java.util.List;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;

/// What is asked of the DNS about how a domain's mail is protected on its way: all that the views
/// [Published], [Sts] and [Dane] read.
public final class MailTransport {
  private MailTransport() {}

  /// Asks all of it. MTA-STS, TLS-RPT and DANE are for those who send mail to the domain: without
  /// mail servers, only its logo is asked for.
  ///
  /// @param domain without a dot at its end
  /// @param exchanges the names of its mail servers, in lower case without a dot at their ends
  /// @return whether it is worth fetching an MTA-STS policy: it is announced, or its host exists
  public static boolean ask(String domain, List<String> exchanges, Lookups lookups) {
    Published.bimi(domain, lookups);
    if (exchanges.isEmpty()) {
      return false;
    }
    Published.tlsRpt(domain, lookups);
    exchanges.stream().limit(Dane.MOST_HOSTS).forEach(host -> Dane.of(host, lookups));
    return switch (Published.sts(domain, lookups)) {
      case Published.One<?> _, Published.Malformed<?> _, Published.Several<?> _ -> true;
      case Published.Hidden<?> _ -> false;
      case Published.None<?> _ ->
          exists(lookups.asked(Sts.host(domain), "A"))
              || exists(lookups.asked(Sts.host(domain), "AAAA"));
    };
  }

  private static boolean exists(Lookup address) {
    return address.answer() instanceof Lookup.Found;
  }
}
