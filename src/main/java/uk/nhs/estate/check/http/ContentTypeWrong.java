package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentType;

/// Finds JSON that is sent as HTML, and HTML that is sent as plain text or as data.
public record ContentTypeWrong() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.content-type-wrong",
          INFORMATIONAL,
          "The page is sent as something that it is not",
          """
          Browsers believe the media type. Data that is sent as HTML may be shown as a page \
          with whatever scripts somebody got into it; a page that is sent as plain text is \
          shown as its source.\
          """,
          """
          Send each file with its own media type: text/html for pages, application/json for \
          JSON.\
          """,
          "curl -sSL -D - https://{name}/ | head -c 2000",
          rfc(9110, "8.3"),
          new Standard(
              "MIME Sniffing §7.1",
              "https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type"));

  private static final Set<String> UNSPECIFIC =
      Set.of("text/plain", "application/octet-stream", "application/json");

  private static final int ENOUGH = 512;

  @Override
  public Rule rule() {
    return RULE;
  }

  /// Judges those media types only that servers give to what they do not know.
  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page -> {
          var type = ContentType.parse(page.hop().values("Content-Type"));
          if (type.isEmpty()) {
            return new Verdict.NotApplicable("it does not say what the page is");
          }
          boolean html = type.get().isHtml();
          if (!html && !UNSPECIFIC.contains(type.get().essence())) {
            return new Verdict.NotApplicable("it serves " + type.get().essence());
          }
          var body = http.secure().body();
          if (body == null) {
            return new Verdict.Unknown("the page was not read");
          }
          var start = start(body.beginning(ENOUGH));
          return Verdict.passIf(
              html ? !looksLikeJson(start) : !looksLikeHtml(start),
              (html ? "JSON" : "HTML") + " is sent as " + type.get().essence());
        });
  }

  /// The beginning of a body behind white space, in lower case.
  private static String start(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
  }

  private static boolean looksLikeHtml(String start) {
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  /// An object or a list of objects; words in brackets may be text.
  private static boolean looksLikeJson(String start) {
    return start.startsWith("{\"") || start.startsWith("[{\"") || start.equals("{}");
  }
}
