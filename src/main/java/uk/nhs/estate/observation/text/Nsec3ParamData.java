package uk.nhs.estate.observation.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a zone hashes its names to deny others: an NSEC3PARAM record's data (RFC 5155 §4), with
/// which the data of an NSEC3 record begins as well (§3).
///
/// @param iterations how many times the hash is made again
/// @param salt in hexadecimal digits, upper case; empty without one
public record Nsec3ParamData(int algorithm, int flags, int iterations, String salt) {

  private static final Pattern SALT = Pattern.compile("([0-9A-Fa-f]{2}){1,255}");

  /// Reads the data of either type in presentation format (§3.3, §4.3); empty when it is not in it.
  public static Optional<Nsec3ParamData> parse(String rdata) {
    var fields = new Fields(rdata, 5);
    long algorithm = fields.number(0, 8);
    long flags = fields.number(1, 8);
    long iterations = fields.number(2, 16);
    var salt = fields.text(3);
    return algorithm < 0
            || flags < 0
            || iterations < 0
            || !(salt.equals("-") || SALT.matcher(salt).matches())
        ? Optional.empty()
        : Optional.of(
            new Nsec3ParamData(
                (int) algorithm,
                (int) flags,
                (int) iterations,
                salt.equals("-") ? "" : salt.toUpperCase(Locale.ROOT)));
  }

  /// Whether an NSEC3 record leaves unsigned delegations out (§3.1.2.1).
  public boolean isOptOut() {
    return (flags & 1) != 0;
  }
}
