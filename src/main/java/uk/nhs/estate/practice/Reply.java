package uk.nhs.estate.practice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a pretend site sends for one request, exactly as written here.
///
/// Nothing is added, sorted or repaired on the way: a header line may be there twice, or be no
/// header at all. Each character of the status line, header lines and body is one octet (ISO
/// 8859-1). `{target}` in a header line becomes the path and query asked for, `{origin}` the origin
/// that asks; a line with an origin is left out where no origin asks.
public record Reply(String statusLine, List<String> headerLines, String body, Pace pace) {

  private static final String ORIGIN = "{origin}";

  /// How the reply is sent.
  public sealed interface Pace {
    record AtOnce() implements Pace {}

    /// One octet at a time, from the first of the status line on.
    record Drip(Duration gap) implements Pace {}

    /// The body again and again, until the visitor has had enough.
    record Endless() implements Pace {}

    /// The head and the body, and then nothing, though the connection stays open.
    record ThenSilent() implements Pace {}
  }

  public Reply {
    headerLines = List.copyOf(headerLines);
  }

  /// A reply with its type, length, and `Connection: close` (RFC 9112 §9.6).
  public static Reply of(int status, String type, String text) {
    var octets = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return new Reply(
        "HTTP/1.1 " + status + " " + reason(status),
        List.of("Content-Type: " + type, "Content-Length: " + octets.length(), "Connection: close"),
        octets,
        new Pace.AtOnce());
  }

  public static Reply html(int status, String text) {
    return of(status, "text/html; charset=utf-8", text);
  }

  public static Reply text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text);
  }

  /// A redirect (RFC 9110 §15.4) to a place in which `{target}` stands for what was asked for.
  public static Reply redirect(int status, String location) {
    return text(status, "").with("Location: " + location);
  }

  /// The same with these header lines after the others.
  public Reply with(String... lines) {
    var all = new ArrayList<>(headerLines);
    all.addAll(List.of(lines));
    return new Reply(statusLine, all, body, pace);
  }

  /// The same without any header line of this name.
  public Reply without(String name) {
    var start = name.toLowerCase(Locale.ROOT) + ":";
    var kept =
        headerLines.stream()
            .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(start))
            .toList();
    return new Reply(statusLine, kept, body, pace);
  }

  /// The same with another value for a header, at the end.
  public Reply replacing(String name, String value) {
    return without(name).with(name + ": " + value);
  }

  public Reply at(Pace how) {
    return new Reply(statusLine, headerLines, body, how);
  }

  /// The status line, the header lines and the empty line, for one request.
  String head(String target, Optional<String> origin) {
    var head = new StringBuilder(statusLine).append("\r\n");
    headerLines.stream()
        .filter(line -> origin.isPresent() || !line.contains(ORIGIN))
        .map(line -> line.replace("{target}", target).replace(ORIGIN, origin.orElse("")))
        .forEach(line -> head.append(line).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      case 400 -> "Bad Request";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 421 -> "Misdirected Request";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      default -> "Whatever"; // a reason phrase has no meaning (RFC 9112 §4)
    };
  }
}
