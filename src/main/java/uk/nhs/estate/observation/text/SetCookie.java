package uk.nhs.estate.observation.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// One cookie that a site sets, read as browsers read it (RFC 6265bis §5.6; where its successor,
/// draft-ietf-httpbis-layered-cookies, is clearer, by that).
///
/// @param name as sent; may be empty
/// @param attributes every attribute, in order
public record SetCookie(String name, String value, List<Attribute> attributes) {

  /// What browsers keep a cookie for at the most (RFC 6265bis §5.5).
  public static final Duration LONGEST_LIFE = Duration.ofDays(400);

  private static final int LONGEST = 4096;
  private static final int LONGEST_ATTRIBUTE = 1024;
  private static final int MOST_DIGITS = 18;

  public SetCookie {
    attributes = List.copyOf(attributes);
  }

  /// One attribute.
  ///
  /// @param name in lower case
  public record Attribute(String name, String value) {}

  /// Which requests from pages of other sites carry the cookie (§5.6.7).
  public enum SameSite {
    STRICT,
    LAX,
    NONE,
    /// Nothing is said, or nothing that browsers understand: most take it for Lax, some for None.
    UNSAID
  }

  /// Why browsers do not keep a cookie.
  public enum Rejection {
    CONTROL_CHARACTER("it has a control character in it"),
    TOO_LONG("name and value have more than 4096 octets"),
    EMPTY("it has neither name nor value"),
    OTHER_DOMAIN("its Domain is neither the host nor a name above it"),
    PUBLIC_SUFFIX("its Domain is a suffix under which others register names"),
    SECURE_OVER_HTTP("it is Secure and was set over http"),
    SAME_SITE_NONE_WITHOUT_SECURE("SameSite=None needs Secure"),
    PARTITIONED_WITHOUT_SECURE("Partitioned needs Secure"),
    PREFIX_BROKEN("it does not keep the promise of its prefix"),
    NAMELESS_PREFIX("it has no name, and a value that looks like a name with a prefix");

    private final String words;

    Rejection(String words) {
      this.words = words;
    }

    /// In a sentence without its full stop.
    public String words() {
      return words;
    }
  }

  /// Reads the value of one `Set-Cookie` field; empty when browsers ignore it.
  public static Optional<SetCookie> parse(String field) {
    if (field.chars().anyMatch(SetCookie::isControl)) {
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

  /// Why browsers ignore the value of a field that is no cookie; empty for one that is.
  public static Optional<Rejection> whyIgnored(String field) {
    if (parse(field).isPresent()) {
      return Optional.empty();
    }
    if (field.chars().anyMatch(SetCookie::isControl)) {
      return Optional.of(Rejection.CONTROL_CHARACTER);
    }
    var pair = field.split(";", 2)[0];
    return Optional.of(
        pair.chars().allMatch(c -> c == '=' || c == ' ' || c == '\t')
            ? Rejection.EMPTY
            : Rejection.TOO_LONG);
  }

  private static boolean isControl(int c) {
    return (c < ' ' && c != '\t') || c == 0x7F;
  }

  /// Whether it is sent back over HTTPS only (§5.6.5); a value beside the word changes nothing.
  public boolean secure() {
    return last("secure").isPresent();
  }

  /// Whether scripts are kept from it (§5.6.6).
  public boolean httpOnly() {
    return last("httponly").isPresent();
  }

  /// Whether each site that frames this one has a jar of its own for it (CHIPS).
  public boolean partitioned() {
    return last("partitioned").isPresent();
  }

  /// Which requests from pages of other sites carry it; the last value that browsers know counts.
  public SameSite sameSite() {
    return attributes.stream()
        .filter(one -> one.name().equals("samesite"))
        .map(
            one ->
                switch (one.value().toLowerCase(Locale.ROOT)) {
                  case "strict" -> SameSite.STRICT;
                  case "lax" -> SameSite.LAX;
                  case "none" -> SameSite.NONE;
                  default -> SameSite.UNSAID;
                })
        .reduce(SameSite.UNSAID, (before, next) -> next == SameSite.UNSAID ? before : next);
  }

  /// The domain to which it is sent with all that is below, in lower case; empty if it stays with
  /// the host that set it.
  public String domain() {
    var domain = last("domain").orElse("").toLowerCase(Locale.ROOT);
    return domain.startsWith(".") ? domain.substring(1) : domain;
  }

  /// How long browsers are asked to keep it, not below nothing; empty if until they are closed.
  /// Max-Age comes before Expires (§5.7).
  public Optional<Duration> life(Instant seenAt) {
    return maxAge()
        .or(() -> expires().map(end -> Duration.between(seenAt, end)))
        .map(life -> life.isNegative() ? Duration.ZERO : life);
  }

  /// Whether it only takes an older cookie away.
  public boolean isTakenAway(Instant seenAt) {
    return life(seenAt).filter(Duration::isZero).isPresent();
  }

  /// Whether a browser that visits a host over HTTPS keeps the cookie: not when it refuses it, and
  /// not when it only takes an older cookie away.
  ///
  /// @param suffixes knows the names under which others register theirs
  public boolean isKeptBy(String host, Instant seenAt, Predicate<String> suffixes) {
    return rejection(host, true, suffixes).isEmpty() && !isTakenAway(seenAt);
  }

  /// Why a browser does not keep it (§5.7, and "store a cookie" of its successor); empty if it
  /// does.
  ///
  /// @param host who set it
  /// @param https whether it was set over HTTPS
  /// @param suffixes knows the names under which others register theirs
  public Optional<Rejection> rejection(String host, boolean https, Predicate<String> suffixes) {
    var domain = domain();
    if (!domain.isEmpty() && !domain.equals(host)) {
      if (!host.endsWith("." + domain)) {
        return Optional.of(Rejection.OTHER_DOMAIN);
      }
      if (suffixes.test(domain)) {
        return Optional.of(Rejection.PUBLIC_SUFFIX);
      }
    }
    if (!https && secure()) {
      return Optional.of(Rejection.SECURE_OVER_HTTP);
    }
    if (sameSite() == SameSite.NONE && !secure()) {
      return Optional.of(Rejection.SAME_SITE_NONE_WITHOUT_SECURE);
    }
    if (partitioned() && !secure()) {
      return Optional.of(Rejection.PARTITIONED_WITHOUT_SECURE);
    }
    // A nameless cookie must not look like one with a prefix when it is sent back.
    var promised = (name.isEmpty() ? value : name).toLowerCase(Locale.ROOT);
    if (name.isEmpty() && hasPrefix(promised)) {
      return Optional.of(Rejection.NAMELESS_PREFIX);
    }
    return keepsItsPromise(promised, domain)
        ? Optional.empty()
        : Optional.of(Rejection.PREFIX_BROKEN);
  }

  /// Whether its name begins with a promise that browsers hold it to (§5.4), in any case.
  public boolean hasPrefix() {
    return hasPrefix(name.toLowerCase(Locale.ROOT));
  }

  private static boolean hasPrefix(String lower) {
    return lower.startsWith("__secure-")
        || lower.startsWith("__host-")
        || lower.startsWith("__http-");
  }

  private boolean keepsItsPromise(String lower, String domain) {
    boolean ofHost =
        !lower.startsWith("__host-")
            || (domain.isEmpty() && last("path").filter("/"::equals).isPresent());
    boolean ofHttp =
        !(lower.startsWith("__http-") || lower.startsWith("__host-http-")) || httpOnly();
    return (!hasPrefix(lower) || secure()) && ofHost && ofHttp;
  }

  private Optional<Duration> maxAge() {
    return values("max-age").stream()
        .filter(SetCookie::isNumber)
        .reduce((_, last) -> last)
        .map(SetCookie::seconds);
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    return text.length() > start && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }

  private static Duration seconds(String text) {
    return text.startsWith("-")
        ? Duration.ZERO
        : Duration.ofSeconds(
            text.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(text));
  }

  private Optional<Instant> expires() {
    return values("expires").stream()
        .flatMap(text -> CookieDate.parse(text).stream())
        .reduce((_, last) -> last);
  }

  private List<String> values(String attribute) {
    return attributes.stream()
        .filter(one -> one.name().equals(attribute))
        .map(Attribute::value)
        .toList();
  }

  private Optional<String> last(String attribute) {
    return values(attribute).stream().reduce((_, last) -> last);
  }
}
