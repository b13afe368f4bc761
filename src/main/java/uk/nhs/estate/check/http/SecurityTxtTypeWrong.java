package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Locale;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;

/// Finds a security.txt that is not served as plain text in UTF-8.
public record SecurityTxtTypeWrong() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-type-wrong",
          INFORMATIONAL,
          "The security.txt is not served as plain text in UTF-8",
          """
          Browsers offer it as a download or show it garbled, and programs that look for it take \
          it for a page that happens to be there.\
          """,
          "Serve the file with Content-Type: text/plain; charset=utf-8.",
          "curl -sSI https://{name}/.well-known/security.txt",
          rfc(9116, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Disclosure.judgeFile(http, (_, hop) -> judge(hop));
  }

  private static Verdict judge(Hop hop) {
    var type = String.join(",", hop.values("Content-Type"));
    var parts = type.toLowerCase(Locale.ROOT).split(";", -1);
    boolean plain = parts[0].strip().equals("text/plain");
    boolean otherCharset = false;
    for (var parameter : parts) {
      int sign = parameter.indexOf('=');
      if (sign > 0 && parameter.substring(0, sign).strip().equals("charset")) {
        var charset = parameter.substring(sign + 1).replace("\"", "").strip();
        otherCharset |= !charset.equals("utf-8");
      }
    }
    return Verdict.passIf(plain && !otherCharset, type.isEmpty() ? "no Content-Type header" : type);
  }
}
