package uk.nhs.estate.observation.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where people report a vulnerability of a site: a `security.txt` file (RFC 9116).
///
/// @param fields every field, in order
/// @param signed whether it stands in an OpenPGP cleartext signature (§2.3), which is not verified
public record SecurityTxt(List<Field> fields, boolean signed) {

  private static final Pattern FIELD = Pattern.compile("([!-9;-~]+):[ \\t]*(.*)", Pattern.DOTALL);
  private static final Pattern LINE_END = Pattern.compile("\\r?\\n|\\r");
  private static final String ENVELOPE = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";

  public SecurityTxt {
    fields = List.copyOf(fields);
  }

  /// One field (§2.3).
  ///
  /// @param name in lower case
  public record Field(String name, String value) {}

  /// Reads a file's text; comments and lines that are no field are passed over.
  public static SecurityTxt parse(String text) {
    var fields = new ArrayList<Field>();
    boolean signed = false;
    boolean inHeader = false;
    for (var sent : LINE_END.split(text.startsWith("\uFEFF") ? text.substring(1) : text, -1)) {
      var line = sent.stripTrailing();
      if (line.equals(ENVELOPE) && !signed && fields.isEmpty()) {
        signed = true;
        inHeader = true;
      } else if (signed && line.equals(SIGNATURE)) {
        break;
      } else if (inHeader) {
        inHeader = !line.isEmpty();
      } else {
        // A line that begins with a dash is sent with another dash and a space (RFC 9580 §7.2).
        var field = FIELD.matcher(signed && line.startsWith("- ") ? line.substring(2) : line);
        if (field.matches() && !line.startsWith("#")) {
          fields.add(new Field(field.group(1).toLowerCase(Locale.ROOT), field.group(2)));
        }
      }
    }
    return new SecurityTxt(fields, signed);
  }

  /// The values of a field, such as `contact`, in order.
  public List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /// Whether somebody could report something: the field that no file may be without (§2.5.3).
  public boolean saysWhomToTell() {
    return !values("contact").isEmpty();
  }

  /// After when it must not be relied on (§2.5.5); empty without exactly one date that can be read.
  public Optional<Instant> expires() {
    var dates = values("expires");
    if (dates.size() != 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          OffsetDateTime.parse(dates.getFirst().toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
