package uk.nhs.estate.observation.text;

import java.util.Optional;
import java.util.regex.Pattern;

/// The start of authority of a zone (RFC 1035 §3.3.13).
///
/// @param primary the name of the server that the zone comes from
/// @param mailbox of who is responsible, as a name: its first full stop stands for the @
/// @param refresh seconds until a secondary server asks the primary again
/// @param retry seconds until it asks again after a failure
/// @param expire seconds after which it gives the zone up
/// @param minimum seconds that a denial may be cached (RFC 2308 §4)
public record SoaRecord(
    String primary,
    String mailbox,
    long serial,
    long refresh,
    long retry,
    long expire,
    long minimum) {

  private static final Pattern RDATA =
      Pattern.compile("(\\S++)\\s++(\\S++)" + "\\s++(\\d{1,10})".repeat(5));

  /// Reads RDATA in presentation format.
  public static Optional<SoaRecord> parse(String rdata) {
    var fields = RDATA.matcher(rdata);
    return fields.matches()
        ? Optional.of(
            new SoaRecord(
                fields.group(1),
                fields.group(2),
                Long.parseLong(fields.group(3)),
                Long.parseLong(fields.group(4)),
                Long.parseLong(fields.group(5)),
                Long.parseLong(fields.group(6)),
                Long.parseLong(fields.group(7))))
        : Optional.empty();
  }

  /// The mail domain in the mailbox: all that follows the first full stop that is not part of a
  /// label, without the dot at its end; empty when there is none.
  public String mailDomain() {
    int at = 0;
    while (at < mailbox.length() && mailbox.charAt(at) != '.') {
      at += mailbox.charAt(at) == '\\' ? 2 : 1;
    }
    var rest = at < mailbox.length() ? mailbox.substring(at + 1) : "";
    return rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
  }
}
