package uk.nhs.estate.observation.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// The signature of a set of records: an RRSIG record's data (RFC 4034 §3), all but the signature
/// itself.
///
/// @param covered the type of the records, in upper case
/// @param signer the zone whose key it was made with, in lower case, without a trailing dot
public record RrsigData(
    String covered,
    int algorithm,
    Instant inception,
    Instant expiration,
    int keyTag,
    String signer) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /// Reads the data in presentation format (§3.2); empty when it is not in it.
  public static Optional<RrsigData> parse(String rdata) {
    var fields = new Fields(rdata, 9);
    long algorithm = fields.number(1, 8);
    var expiration = date(fields, 4);
    var inception = date(fields, 5);
    long keyTag = fields.number(6, 16);
    var signer = fields.text(7).toLowerCase(Locale.ROOT);
    if (fields.text(0).isEmpty()
        || algorithm < 0
        || fields.number(2, 8) < 0
        || fields.number(3, 32) < 0
        || expiration.isEmpty()
        || inception.isEmpty()
        || keyTag < 0
        || signer.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RrsigData(
            fields.text(0).toUpperCase(Locale.ROOT),
            (int) algorithm,
            inception.get(),
            expiration.get(),
            (int) keyTag,
            signer.endsWith(".") ? signer.substring(0, signer.length() - 1) : signer));
  }

  /// From when to when it is valid; negative when it never was.
  public Duration life() {
    return Duration.between(inception, expiration);
  }

  /// Fourteen digits are a date and a time in UTC, fewer are seconds since 1970 (§3.2). They are
  /// taken to lie before 2106, when the seconds on the wire begin anew (§3.1.5).
  private static Optional<Instant> date(Fields fields, int at) {
    var text = fields.text(at);
    if (text.length() != 14) {
      long seconds = fields.number(at, 32);
      return seconds < 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }
    try {
      return Optional.of(LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
