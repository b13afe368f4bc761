package uk.nhs.estate.observation.text;

import java.util.regex.Pattern;

/// Which server takes a domain's mail: one MX record (RFC 1035 §3.3.9).
///
/// @param preference the lowest is tried first
/// @param host as written, with the dot at its end
public record MailExchange(int preference, String host) {

  private static final Pattern RDATA = Pattern.compile("([0-9]{1,5}) (\\S+)");

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

  /// Whether it says that the domain takes no mail (RFC 7505 §3).
  public boolean isNull() {
    return host.equals(".");
  }
}
