package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentType;

/// Finds pages whose kind is not given, or not as a media type.
public record ContentTypeMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.content-type-missing",
          INFORMATIONAL,
          "The page does not say what it is",
          """
          Without a media type that is valid, browsers guess from the first letters what the \
          page is, and may guess wrongly or be led to.\
          """,
          """
          Send Content-Type with the right media type, such as text/html; charset=utf-8.\
          """,
          Commands.HEADER,
          rfc(9110, "8.3"),
          new Standard(
              "MIME Sniffing §7",
              "https://mimesniff.spec.whatwg.org/#determining-the-computed-mime-type-of-a-resource"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page -> {
          var fields = page.hop().values("Content-Type");
          return Verdict.passIf(
              ContentType.parse(fields).isPresent(),
              fields.isEmpty()
                  ? "no Content-Type header"
                  : "no media type: " + String.join(", ", fields));
        });
  }
}
