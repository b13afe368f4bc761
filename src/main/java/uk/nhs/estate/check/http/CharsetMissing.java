package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentType;

/// Finds pages whose character encoding browsers are left to guess.
public record CharsetMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.charset-missing",
          INFORMATIONAL,
          "The page does not say how its letters are encoded",
          """
          Browsers guess the encoding. A wrong guess garbles names and may let through what a \
          filter of the site took for harmless.\
          """,
          """
          Send Content-Type: text/html; charset=utf-8, or begin the head of the page with \
          <meta charset="utf-8">.\
          """,
          "curl -sSL -D - https://{name}/ | head -c 2000",
          new Standard(
              "HTML §4.2.5.4", "https://html.spec.whatwg.org/multipage/semantics.html#charset"),
          new Standard(
              "HTML §13.2.3.2",
              "https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding"));

  /// The octets that a `meta` element with the encoding must stand in (HTML §4.2.5.4).
  private static final int BEFORE_PARSING = 1024;

  /// Byte order marks of UTF-8 and UTF-16 (Encoding §6), each octet one character.
  private static final List<String> MARKS =
      List.of("\u00ef\u00bb\u00bf", "\u00fe\u00ff", "\u00ff\u00fe");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page -> {
          var type = ContentType.parse(page.hop().values("Content-Type"));
          if (type.isPresent() && !type.get().essence().equals("text/html")) {
            return new Verdict.NotApplicable("it serves " + type.get().essence());
          }
          var charset = type.map(ContentType::charset).orElse("");
          if (isEncoding(charset)) {
            return new Verdict.Pass();
          }
          var body = http.secure().body();
          if (body == null) {
            return new Verdict.Unknown("the page was not read");
          }
          return Verdict.passIf(
              saysItself(body.bytes()),
              charset.isEmpty()
                  ? "neither Content-Type nor the beginning of the page says it"
                  : "browsers do not know the charset " + charset);
        });
  }

  private static boolean isEncoding(String label) {
    try {
      return !label.isEmpty() && Charset.isSupported(label);
    } catch (IllegalCharsetNameException _) {
      return false;
    }
  }

  /// Whether the beginning of a page names its encoding, by a byte order mark or a `meta` element
  /// within what browsers read before they begin.
  private static boolean saysItself(byte[] body) {
    var start =
        new String(body, 0, Math.min(body.length, BEFORE_PARSING), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (MARKS.stream().anyMatch(start::startsWith)) {
      return true;
    }
    for (int at = start.indexOf("<meta"); at >= 0; at = start.indexOf("<meta", at + 1)) {
      int end = start.indexOf('>', at);
      if (end >= 0 && start.substring(at, end).contains("charset=")) {
        return true;
      }
    }
    return false;
  }
}
