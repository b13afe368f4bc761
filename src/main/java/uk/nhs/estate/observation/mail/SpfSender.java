package uk.nhs.estate.observation.mail;

import java.time.Instant;
import uk.nhs.estate.observation.text.IpAddress;

/// Who hands over a mail, as SPF sees it: the arguments of `check_host()` (RFC 7208 §4.1) and what
/// the words for a refused sender may name (§7.2).
///
/// @param ip the address of the client, never an IPv4 address written as an IPv6 address
/// @param domain whose record is asked
/// @param localPart of the sender's mailbox
/// @param mailDomain of the sender's mailbox
/// @param helo the name that the client gave
/// @param receiver the name of who checks
/// @param when the time of the check
public record SpfSender(
    IpAddress ip,
    String domain,
    String localPart,
    String mailDomain,
    String helo,
    String receiver,
    Instant when) {

  /// Stands for a local part that is not given (§4.3).
  static final String POSTMASTER = "postmaster";

  /// Stands for a name that is not known (§7.3).
  static final String UNKNOWN = "unknown";

  public SpfSender {
    ip = ip.unmapped(); // §5
  }

  /// Who sends with a mailbox in MAIL FROM (§2.4); an empty one stands for the postmaster of the
  /// name in HELO.
  public static SpfSender mailFrom(IpAddress ip, String mailbox, String helo, Instant when) {
    if (mailbox.isEmpty()) {
      return helo(ip, helo, when);
    }
    int at = mailbox.lastIndexOf('@');
    var domain = mailbox.substring(at + 1);
    var localPart = at <= 0 ? POSTMASTER : mailbox.substring(0, at);
    return new SpfSender(ip, domain, localPart, domain, helo, UNKNOWN, when);
  }

  /// Who says a name in HELO or EHLO (§2.3).
  public static SpfSender helo(IpAddress ip, String helo, Instant when) {
    return new SpfSender(ip, helo, POSTMASTER, helo, helo, UNKNOWN, when);
  }

  /// The mailbox of the sender.
  public String mailbox() {
    return localPart + "@" + mailDomain;
  }
}
