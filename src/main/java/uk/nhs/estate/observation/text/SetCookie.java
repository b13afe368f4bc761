package uk.nhs.estate.observation.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One cookie that a site sets, read as browsers read it (RFC 6265bis §5.6).
///
/// @param name as sent; may be empty
/// @param attributes every attribute, in order
public record SetCookie(String name, String value, List<Attribute> attributes) {

  private static final int LONGEST = 4096;
  private static final int LONGEST_ATTRIBUTE = 1024;

  public SetCookie {
    attributes = List.copyOf(attributes);
  }

  /// One attribute.
  ///
  /// @param name in lower case
  public record Attribute(String name, String value) {}

  /// Reads the value of one `Set-Cookie` field; empty when browsers ignore it.
  public static Optional<SetCookie> parse(String field) {
    if (field.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
      return Optional.empty();
    }
    var parts = field.split(";", -1);
    int equals = parts[0].indexOf('=');
    var name = CommaSeparated.trim(equals < 0 ? "" : parts[0].substring(0, equals));
    var value = CommaSeparated.trim(parts[0].substring(equals + 1));
    int length = name.length() + value.length();
    if (length == 0 || length > LONGEST) {
      return Optional.empty();
    }
    var attributes = new ArrayList<Attribute>();
    for (int at = 1; at < parts.length; at++) {
      int sign = parts[at].indexOf('=');
      var attribute =
          new Attribute(
              CommaSeparated.trim(sign < 0 ? parts[at] : parts[at].substring(0, sign))
                  .toLowerCase(Locale.ROOT),
              sign < 0 ? "" : CommaSeparated.trim(parts[at].substring(sign + 1)));
      if (attribute.value().length() <= LONGEST_ATTRIBUTE) {
        attributes.add(attribute);
      }
    }
    return Optional.of(new SetCookie(name, value, attributes));
  }

  /// Whether it is sent back over HTTPS only (§5.6.5); a value beside the word changes nothing.
  public boolean secure() {
    return last("secure").isPresent();
  }

  /// Whether scripts are kept from it (§5.6.6).
  public boolean httpOnly() {
    return last("httponly").isPresent();
  }

  /// Whether a browser that visits a host over HTTPS keeps the cookie: not when it is for another
  /// domain (§5.7), breaks the promise of its prefix (§5.4), or only takes an older cookie away.
  public boolean isKeptBy(String host, Instant seenAt) {
    var domain = last("domain").orElse("").toLowerCase(Locale.ROOT);
    domain = domain.startsWith(".") ? domain.substring(1) : domain;
    boolean here = domain.isEmpty() || host.equals(domain) || host.endsWith("." + domain);
    return here && keepsItsPromise(domain) && !isTakenAway(seenAt);
  }

  private boolean keepsItsPromise(String domain) {
    // A nameless cookie must not look like one with a prefix when it is sent back.
    var promised = (name.isEmpty() ? value : name).toLowerCase(Locale.ROOT);
    if (promised.startsWith("__host-")) {
      return !name.isEmpty() && secure() && domain.isEmpty() && last("path").orElse("").equals("/");
    }
    return !promised.startsWith("__secure-") || (!name.isEmpty() && secure());
  }

  private boolean isTakenAway(Instant now) {
    var maxAge = last("max-age").filter(text -> text.matches("-?[0-9]+"));
    return maxAge.isPresent()
        ? maxAge.get().startsWith("-") || maxAge.get().matches("0+")
        : last("expires").flatMap(CookieDate::parse).filter(end -> !end.isAfter(now)).isPresent();
  }

  private Optional<String> last(String attribute) {
    return attributes.stream()
        .filter(one -> one.name().equals(attribute))
        .map(Attribute::value)
        .reduce((_, last) -> last);
  }
}
