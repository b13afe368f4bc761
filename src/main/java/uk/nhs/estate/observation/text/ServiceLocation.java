package uk.nhs.estate.observation.text;

import java.util.regex.Pattern;

/// Where a service of a domain is: one SRV record (RFC 2782).
///
/// @param target as written, with the dot at its end
public record ServiceLocation(int priority, int weight, int port, String target) {

  private static final Pattern RDATA =
      Pattern.compile("([0-9]{1,5}) ([0-9]{1,5}) ([0-9]{1,5}) (\\S+)");

  /// Reads RDATA in presentation format.
  ///
  /// @throws IllegalArgumentException for text that is no RDATA; it is written by us, not by others
  public static ServiceLocation parse(String rdata) {
    var parts = RDATA.matcher(rdata);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not the data of an SRV record: " + rdata);
    }
    return new ServiceLocation(
        number(parts.group(1)), number(parts.group(2)), number(parts.group(3)), parts.group(4));
  }

  /// Whether it says that the domain does not have the service.
  public boolean isNone() {
    return target.equals(".");
  }

  private static int number(String digits) {
    int number = Integer.parseInt(digits);
    if (number > 0xFFFF) {
      throw new IllegalArgumentException("Not a number of 16 bits: " + digits);
    }
    return number;
  }
}
