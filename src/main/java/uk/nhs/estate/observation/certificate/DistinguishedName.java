package uk.nhs.estate.observation.certificate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The name of whom a certificate is for, or of who issued it (RFC 5280 §4.1.2.4).
///
/// Two are equal when they say the same in the same order: case and runs of spaces do not count
/// (RFC 5280 §7.1).
public final class DistinguishedName {
  private static final int LONGEST_TEXT = 300;

  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ORGANISATION = "2.5.4.10";
  private static final String EMAIL_ADDRESS = "1.2.840.113549.1.9.1";

  private static final Map<String, String> SHORT_NAMES =
      Map.ofEntries(
          Map.entry(COMMON_NAME, "CN"),
          Map.entry("2.5.4.5", "SERIALNUMBER"),
          Map.entry("2.5.4.6", "C"),
          Map.entry("2.5.4.7", "L"),
          Map.entry("2.5.4.8", "ST"),
          Map.entry("2.5.4.9", "STREET"),
          Map.entry(ORGANISATION, "O"),
          Map.entry("2.5.4.11", "OU"),
          Map.entry("2.5.4.97", "ORGANIZATIONIDENTIFIER"),
          Map.entry(EMAIL_ADDRESS, "EMAILADDRESS"),
          Map.entry("0.9.2342.19200300.100.1.25", "DC"),
          Map.entry("0.9.2342.19200300.100.1.1", "UID"));

  private final Octets der;
  private final List<Attribute> attributes;
  private final List<Set<String>> parts;

  /// One thing that a name says.
  ///
  /// @param type an object identifier
  public record Attribute(String type, String value) {}

  private DistinguishedName(Octets der, List<Attribute> attributes, List<Set<String>> parts) {
    this.der = der;
    this.attributes = attributes;
    this.parts = parts;
  }

  static DistinguishedName read(Der name) throws MalformedException {
    var attributes = new ArrayList<Attribute>();
    var parts = new ArrayList<Set<String>>();
    for (var relative : name.sequence()) {
      var together = new HashSet<String>();
      for (var pair : relative.expect(Der.SET).parts()) {
        var both = pair.sequence();
        if (both.size() != 2) {
          throw new MalformedException("a part of a name is no pair");
        }
        var type = both.getFirst().identifier();
        attributes.add(new Attribute(type, both.getLast().text()));
        together.add(type + "=" + comparable(both.getLast()));
      }
      if (together.isEmpty()) {
        throw new MalformedException("a part of a name is empty");
      }
      parts.add(together);
    }
    return new DistinguishedName(name.whole(), List.copyOf(attributes), List.copyOf(parts));
  }

  /// Text of the usual types by what it says, anything else octet by octet.
  private static String comparable(Der value) {
    return switch (value.tag()) {
      case Der.UTF8_STRING, Der.PRINTABLE_STRING, Der.IA5_STRING ->
          "t"
              + Normalizer.normalize(value.text(), Normalizer.Form.NFKC)
                  .toLowerCase(Locale.ROOT)
                  .strip()
                  .replaceAll("\\s+", " ");
      default -> "x" + value.whole().hex();
    };
  }

  /// As it was encoded.
  public Octets der() {
    return der;
  }

  /// What it says, in the order in which it is encoded.
  public List<Attribute> attributes() {
    return attributes;
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /// What it calls itself by its common names.
  public List<String> commonNames() {
    return values(COMMON_NAME);
  }

  /// Which organisations it names.
  public List<String> organisations() {
    return values(ORGANISATION);
  }

  List<String> emailAddresses() {
    return values(EMAIL_ADDRESS);
  }

  private List<String> values(String type) {
    return attributes.stream()
        .filter(attribute -> attribute.type().equals(type))
        .map(Attribute::value)
        .toList();
  }

  /// Whether it is another name or below it (RFC 5280 §4.2.1.10).
  boolean isWithin(DistinguishedName above) {
    return parts.size() >= above.parts.size()
        && parts.subList(0, above.parts.size()).equals(above.parts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DistinguishedName name && parts.equals(name.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /// As people read it, the most particular first; of what is very long, the beginning.
  @Override
  public String toString() {
    if (attributes.isEmpty()) {
      return "(no name)";
    }
    var text = new StringBuilder();
    for (var attribute : attributes.reversed()) {
      if (text.length() > LONGEST_TEXT) {
        return text.append(", …").toString();
      }
      text.append(text.isEmpty() ? "" : ", ")
          .append(SHORT_NAMES.getOrDefault(attribute.type(), attribute.type()))
          .append('=')
          .append(Shown.text(attribute.value(), LONGEST_TEXT));
    }
    return text.toString();
  }
}
