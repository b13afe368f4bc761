package uk.nhs.estate.observation.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Which server takes a domain's mail: one MX record (RFC 1035 §3.3.9).
///
/// @param preference the lowest is tried first
/// @param host as written, with the dot at its end
public record MailExchange(int preference, String host) {

  private static final Pattern RDATA = Pattern.compile("([0-9]{1,5}) (\\S+)");

  /// A host of numbers alone, or with colons, as no host's name has them (RFC 1123 §2.1); some put
  /// it in brackets, as in a mailbox (RFC 5321 §4.1.3).
  private static final Pattern ADDRESS =
      Pattern.compile("\\[?(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)]?\\.?");

  /// Reads RDATA in presentation format.
  ///
  /// @throws IllegalArgumentException for text that is no RDATA; it is written by us, not by others
  public static MailExchange parse(String rdata) {
    var parts = RDATA.matcher(rdata);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) > 0xFFFF) {
      throw new IllegalArgumentException("Not the data of an MX record: " + rdata);
    }
    return new MailExchange(Integer.parseInt(parts.group(1)), parts.group(2));
  }

  /// The records of a domain in the order in which senders try them, those of the same preference
  /// by name.
  public static List<MailExchange> inOrder(List<String> rdata) {
    return rdata.stream()
        .map(MailExchange::parse)
        .sorted(Comparator.comparingInt(MailExchange::preference).thenComparing(MailExchange::host))
        .toList();
  }

  /// Whether it names an address where a name must stand.
  public boolean isAddress() {
    return ADDRESS.matcher(host).matches();
  }

  /// Whether it says that the domain takes no mail (RFC 7505 §3).
  public boolean isNull() {
    return host.equals(".");
  }
}
