package uk.nhs.estate.observation.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Who may frame a page, by its `X-Frame-Options` fields (HTML standard, "the X-Frame-Options
/// header"), which browsers ask only where no policy has `frame-ancestors`.
///
/// @param values the different values, in lower case
public record XFrameOptions(Set<String> values) {

  private static final Set<String> KNOWN = Set.of("deny", "allowall", "sameorigin");

  public XFrameOptions {
    values = Set.copyOf(values);
  }

  /// @param fields the values of all field lines
  public static XFrameOptions parse(List<String> fields) {
    var values = new LinkedHashSet<String>();
    CommaSeparated.split(fields).forEach(value -> values.add(value.toLowerCase(Locale.ROOT)));
    return new XFrameOptions(values);
  }

  /// Whether other sites are kept from framing the page. Values that contradict each other deny it
  /// if one of them is known.
  public boolean restrictsFraming() {
    return values.size() > 1
        ? values.stream().anyMatch(KNOWN::contains)
        : values.contains("deny") || values.contains("sameorigin");
  }

  /// Whether values contradict each other of which browsers know at least one, so that they deny
  /// framing to everybody.
  public boolean contradictsItself() {
    return values.size() > 1 && restrictsFraming();
  }

  /// Whether it says that everybody may frame the page, and nothing else.
  public boolean allowsAll() {
    return values.equals(Set.of("allowall"));
  }

  /// What browsers do not know, `ALLOW-FROM` among it.
  public List<String> unknown() {
    return values.stream().filter(value -> !KNOWN.contains(value)).sorted().toList();
  }
}
