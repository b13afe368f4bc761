package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one CAA record says of who may issue certificates (RFC 8659 §4.1).
///
/// @param flags of eight bits; the highest is the only one with a meaning
/// @param tag letters and digits, as written
/// @param value each byte one character (ISO 8859-1)
public record CaaProperty(int flags, String tag, String value) {

  private static final int CRITICAL = 128;
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
  private static final Pattern PARAMETER_VALUE = Pattern.compile("[\\x21-\\x3A\\x3C-\\x7E]*");
  private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9-]+");

  /// Reads RDATA in presentation format: flags, tag and value.
  ///
  /// @throws IllegalArgumentException for text that is no RDATA; it is written by us, not by others
  public static CaaProperty parse(String rdata) {
    var parts = TxtData.parse(rdata).strings();
    if (parts.size() != 3
        || !parts.getFirst().matches("[0-9]{1,3}")
        || Integer.parseInt(parts.getFirst()) > 255
        || !TAG.matcher(parts.get(1)).matches()) {
      throw new IllegalArgumentException("Not the data of a CAA record: " + rdata);
    }
    return new CaaProperty(Integer.parseInt(parts.getFirst()), parts.get(1), parts.getLast());
  }

  /// Whether an authority that does not know the tag must not issue.
  public boolean isCritical() {
    return (flags & CRITICAL) != 0;
  }

  /// Whether bits are set that mean nothing.
  public boolean setsReservedFlags() {
    return (flags & ~CRITICAL) != 0;
  }

  /// Whether it is of a kind; upper and lower case are the same.
  public boolean is(String kind) {
    return tag.equalsIgnoreCase(kind);
  }

  /// Whether it says who may issue certificates for websites: `issue` or `issuewild`.
  public boolean isIssue() {
    return is("issue") || is("issuewild");
  }

  /// As people write it.
  @Override
  public String toString() {
    return flags + " " + tag + " \"" + value + "\"";
  }

  /// Who is named by the value of an `issue` or `issuewild` property (§4.2); empty when the value
  /// breaks the grammar, which forbids everybody.
  public Optional<Issuer> issuer() {
    int semicolon = value.indexOf(';');
    var domain = CommaSeparated.trim(semicolon < 0 ? value : value.substring(0, semicolon));
    if (!domain.isEmpty() && !isDomain(domain)) {
      return Optional.empty();
    }
    var rest = semicolon < 0 ? "" : CommaSeparated.trim(value.substring(semicolon + 1));
    var parameters = new ArrayList<Parameter>();
    for (var part : rest.isEmpty() ? new String[0] : rest.split(";", -1)) {
      int equals = part.indexOf('=');
      var name = equals < 0 ? "" : CommaSeparated.trim(part.substring(0, equals));
      var content = CommaSeparated.trim(part.substring(equals + 1));
      if (!LABEL.matcher(name).matches() || !PARAMETER_VALUE.matcher(content).matches()) {
        return Optional.empty();
      }
      parameters.add(new Parameter(name.toLowerCase(Locale.ROOT), content));
    }
    return Optional.of(new Issuer(domain.toLowerCase(Locale.ROOT), parameters));
  }

  private static boolean isDomain(String text) {
    return Stream.of(text.split("\\.", -1)).allMatch(label -> LABEL.matcher(label).matches());
  }

  /// Who may issue.
  ///
  /// @param domain the name by which an authority knows itself, in lower case; empty for nobody
  /// @param parameters what must be so besides
  public record Issuer(String domain, List<Parameter> parameters) {
    public Issuer {
      parameters = List.copyOf(parameters);
    }

    /// Whether nobody is named.
    public boolean isNobody() {
      return domain.isEmpty();
    }

    /// Whether no request can meet its parameters: an account or a list of methods given twice,
    /// or a list that is none (RFC 8657 §3, §4).
    public boolean canNeverBeMet() {
      var methods = values("validationmethods");
      return values("accounturi").size() > 1
          || methods.size() > 1
          || methods.stream()
              .flatMap(list -> Stream.of(list.split(",", -1)))
              .anyMatch(method -> !METHOD.matcher(method).matches());
    }

    private List<String> values(String name) {
      return parameters.stream()
          .filter(one -> one.name().equals(name))
          .map(Parameter::value)
          .toList();
    }
  }

  /// A condition of an authority.
  ///
  /// @param name in lower case
  /// @param value as written
  public record Parameter(String name, String value) {}
}
