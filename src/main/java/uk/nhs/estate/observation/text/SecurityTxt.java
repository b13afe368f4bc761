package uk.nhs.estate.observation.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where people report a vulnerability of a site: a `security.txt` file (RFC 9116).
///
/// @param fields every field, in order
/// @param signed whether it stands in an OpenPGP cleartext signature (§2.3), which is not verified
/// @param oddities what in it breaks the grammar (§4), in words; not all if there is much
public record SecurityTxt(List<Field> fields, boolean signed, List<String> oddities) {

  private static final Pattern FIELD = Pattern.compile("([!-9;-~]+):[ \\t]*(.*)", Pattern.DOTALL);
  private static final Pattern LINE_END = Pattern.compile("\\r?\\n|\\r");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}+(?:-[A-Za-z0-9]{1,8}+)*+");
  private static final String ENVELOPE = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
  private static final String END = "-----END PGP SIGNATURE-----";
  private static final int MOST_ODDITIES = 10;
  private static final int LONGEST_SHOWN = 60;

  /// Names that people write for those of §2.5; a field of any other name is an extension (§2.4).
  private static final Map<String, String> MISSPELT =
      Map.ofEntries(
          Map.entry("acknowledgement", "Acknowledgments"),
          Map.entry("acknowledgements", "Acknowledgments"),
          Map.entry("acknowledgment", "Acknowledgments"),
          Map.entry("contacts", "Contact"),
          Map.entry("email", "Contact"),
          Map.entry("expire", "Expires"),
          Map.entry("expiry", "Expires"),
          Map.entry("expiration", "Expires"),
          Map.entry("language", "Preferred-Languages"),
          Map.entry("languages", "Preferred-Languages"),
          Map.entry("preferred-language", "Preferred-Languages"),
          Map.entry("policies", "Policy"));

  public SecurityTxt {
    fields = List.copyOf(fields);
    oddities = List.copyOf(oddities);
  }

  /// One field (§2.3).
  ///
  /// @param name in lower case
  public record Field(String name, String value) {}

  /// Reads a file as it was sent.
  public static SecurityTxt read(byte[] octets) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
    } catch (CharacterCodingException _) {
      var read = parse(new String(octets, StandardCharsets.UTF_8));
      var oddities = new ArrayList<>(List.of("it is not in UTF-8"));
      oddities.addAll(read.oddities());
      return new SecurityTxt(read.fields(), read.signed(), oddities);
    }
  }

  /// Reads a file's text; comments and lines that are no field are passed over.
  public static SecurityTxt parse(String text) {
    var fields = new ArrayList<Field>();
    var oddities = new ArrayList<String>();
    boolean signed = false;
    boolean inHeader = false;
    boolean atSignature = false;
    int number = 0;
    for (var sent : LINE_END.split(text.startsWith("\uFEFF") ? text.substring(1) : text, -1)) {
      number++;
      var line = sent.stripTrailing();
      if (line.equals(ENVELOPE) && !signed && fields.isEmpty()) {
        signed = true;
        inHeader = true;
      } else if (signed && line.equals(SIGNATURE)) {
        atSignature = true;
        break;
      } else if (inHeader) {
        inHeader = !line.isEmpty();
      } else {
        // A line that begins with a dash is sent with another dash and a space (RFC 9580 §7.2).
        var clear = signed && line.startsWith("- ") ? line.substring(2) : line;
        var field = FIELD.matcher(clear);
        if (field.matches() && !line.startsWith("#")) {
          fields.add(new Field(field.group(1).toLowerCase(Locale.ROOT), field.group(2)));
        } else if (!clear.isEmpty() && !clear.startsWith("#") && oddities.size() < MOST_ODDITIES) {
          oddities.add("line " + number + " is no field: " + shown(clear));
        }
      }
    }
    if (signed && !(atSignature && text.contains(END))) {
      oddities.add("its signature has no end");
    }
    if (hasLoneReturn(text)) {
      oddities.add("lines end with a carriage return alone");
    }
    addOddities(fields, oddities);
    return new SecurityTxt(fields, signed, oddities.stream().limit(MOST_ODDITIES).toList());
  }

  private static boolean hasLoneReturn(String text) {
    for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
      if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
        return true;
      }
    }
    return false;
  }

  private static void addOddities(List<Field> fields, List<String> oddities) {
    int languages = 0;
    for (var field : fields) {
      if (oddities.size() >= MOST_ODDITIES) {
        return;
      }
      var meant = MISSPELT.get(field.name());
      if (meant != null) {
        oddities.add(field.name() + " stands for no field, maybe " + meant + " was meant");
      }
      if (field.value().isEmpty()) {
        oddities.add(shown(field.name()) + " has no value");
      }
      if (field.name().equals("preferred-languages")) {
        languages++;
        if (languages == 2) {
          oddities.add("Preferred-Languages stands there more than once");
        }
        for (var tag : field.value().split(",", -1)) {
          if (!field.value().isEmpty() && !LANGUAGE.matcher(tag.strip()).matches()) {
            oddities.add("Preferred-Languages names no language: " + shown(tag.strip()));
            break;
          }
        }
      }
    }
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
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
