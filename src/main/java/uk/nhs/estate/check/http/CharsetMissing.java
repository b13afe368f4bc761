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
              saysItself(body.beginning(BEFORE_PARSING)),
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

  /// Whether the beginning of a page names its encoding: by a byte order mark, as XML does, or by a
  /// `meta` element.
  private static boolean saysItself(byte[] beginning) {
    var start = new String(beginning, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return MARKS.stream().anyMatch(start::startsWith)
        || (start.startsWith("<?xml") && names("encoding", start, 0))
        || hasMeta(start);
  }

  private static boolean hasMeta(String start) {
    for (int at = start.indexOf("<meta"); at >= 0; at = start.indexOf("<meta", at + 1)) {
      if (names("charset", start, at)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a tag has a word with an equals sign behind it.
  private static boolean names(String word, String text, int tag) {
    int end = text.indexOf('>', tag);
    int at = text.indexOf(word, tag);
    return at >= 0 && at < end && text.substring(at + word.length(), end).strip().startsWith("=");
  }
}
