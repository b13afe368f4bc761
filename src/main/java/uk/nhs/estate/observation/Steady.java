package uk.nhs.estate.observation;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup.ResourceRecord;

/// Takes out of DNS records what differs from look to look although nothing was changed: cache
/// times, the serial of a zone, and signatures that are made anew.
final class Steady {

  /// An order for records whose servers shuffle them.
  static final Comparator<ResourceRecord> ORDER =
      Comparator.comparing(ResourceRecord::type)
          .thenComparing(ResourceRecord::name)
          .thenComparing(ResourceRecord::data);

  private static final Pattern SERIAL = Pattern.compile("^(\\S+ \\S+) [0-9]+ ");

  /// Type covered, algorithm and labels come first; the signer stands after dates and key tag.
  private static final Pattern SIGNATURE =
      Pattern.compile("^(\\S+ \\S+ \\S+) \\S+ \\S+ \\S+ (\\S+) (\\S+) .*$", Pattern.DOTALL);

  private Steady() {}

  /// What exactly hid it may be another server each time.
  static @Nullable Security of(@Nullable Security security) {
    return security instanceof Security.Unchecked(var obstacle)
        ? new Security.Unchecked(new Obstacle(obstacle.kind()))
        : security;
  }

  static ResourceRecord of(ResourceRecord r) {
    var data =
        switch (r.type()) {
          case "SOA" -> SERIAL.matcher(r.data()).replaceFirst("$1 0 ");
          case "RRSIG" -> SIGNATURE.matcher(r.data()).replaceFirst("$1 $2 $3");
          default -> r.data();
        };
    return new ResourceRecord(r.name().toLowerCase(Locale.ROOT), 0, r.type(), data);
  }
}
