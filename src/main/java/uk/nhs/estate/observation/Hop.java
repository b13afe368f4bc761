package uk.nhs.estate.observation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.text.CspNonces;
import uk.nhs.estate.observation.text.Hsts;

/// One answer on a visit: its status and its header as it was sent.
///
/// @param url the address asked
/// @param status the HTTP status code
/// @param fields the header's field lines, apart and in their order (RFC 9110 §5.3)
/// @param milliseconds how long the answer took
/// @param http the version in the status line, such as `HTTP/1.1` (RFC 9112 §2.3); none in what was
///     kept before it was noted
/// @param tls the version of TLS that was agreed on, such as `TLSv1.3`; none over http
public record Hop(
    String url,
    Endpoint endpoint,
    int status,
    List<Field> fields,
    long milliseconds,
    @Nullable String http,
    @Nullable String tls) {

  private static final Set<String> DIFFERS_AT_EVERY_LOOK =
      Set.of(
          "date",
          "age",
          "expires",
          "last-modified",
          "etag",
          "x-request-id",
          "x-correlation-id",
          "cf-ray",
          "x-amz-cf-id",
          "x-amz-request-id",
          "x-azure-ref",
          "x-served-by",
          "x-timer",
          "x-cache",
          "x-cache-hits",
          "via",
          "server-timing",
          "report-to",
          "nel",
          "x-varnish",
          "x-runtime",
          "request-context",
          "traceparent");
  private static final Pattern AUTHORITY =
      Pattern.compile("^[A-Za-z]+://(?:[^/?#@]*@)?(\\[[^\\]]*]|[^/?#:]*)");
  private static final Pattern COOKIE_VALUE = Pattern.compile("^([^=;]*)=[^;]*");
  private static final Pattern COOKIE_EXPIRES = Pattern.compile("(?i)(;\\s*expires)=[^;]*");

  public Hop {
    fields = List.copyOf(fields);
  }

  /// One whose versions were not noted.
  public Hop(String url, Endpoint endpoint, int status, List<Field> fields, long milliseconds) {
    this(url, endpoint, status, fields, milliseconds, null, null);
  }

  /// A header field line.
  ///
  /// @param name as it was sent
  /// @param value as it was sent, each byte one character (ISO 8859-1)
  public record Field(String name, String value) {}

  /// Whether a header says something else at every look, so that no check should rest on it.
  ///
  /// @param name in any letters
  public static boolean differsAtEveryLook(String name) {
    return DIFFERS_AT_EVERY_LOOK.contains(name.toLowerCase(Locale.ROOT));
  }

  /// The values of every field line of that name, in order; names have no case (RFC 9110 §5.1).
  public List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /// Its HSTS policy, if a valid one is given: only the first field counts (RFC 6797 §8.1).
  public Optional<Hsts> hsts() {
    return values("Strict-Transport-Security").stream().findFirst().flatMap(Hsts::parse);
  }

  /// Whether it was asked over HTTPS.
  public boolean isHttps() {
    return url.regionMatches(true, 0, "https:", 0, 6);
  }

  /// The host asked, in lower case.
  public String host() {
    var authority = AUTHORITY.matcher(url);
    return authority.find() ? authority.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /// Whether the answer may be that of a guard in front of the site, or of a failure, so that it
  /// does not show what visitors are shown.
  public boolean mayHideThePage() {
    return status == 403 || status == 429 || status >= 500;
  }

  /// @param repeated nonces that were met at both looks, and so may be met at every one
  Hop steady(Set<String> repeated) {
    return new Hop(
        url,
        endpoint,
        status,
        fields.stream()
            .filter(f -> !differsAtEveryLook(f.name()))
            .map(f -> new Field(f.name(), steady(f, repeated)))
            .toList(),
        0,
        http,
        tls);
  }

  private static String steady(Field field, Set<String> repeated) {
    if (field.name().equalsIgnoreCase("set-cookie")) {
      var named = COOKIE_VALUE.matcher(field.value()).replaceFirst("$1=");
      return COOKIE_EXPIRES.matcher(named).replaceFirst("$1=");
    }
    return CspNonces.steady(field.value(), repeated);
  }
}
