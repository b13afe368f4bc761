package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds names of programs with a version in `meta name=generator`.
public record GeneratorVersionShown() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.generator-version-shown",
          INFORMATIONAL,
          "The page says which version of which program made it",
          "Whoever looks for sites with a known fault finds them by it.",
          """
          Switch the generator tag off, and keep the program up to date: hiding its version \
          mends nothing.\
          """,
          "curl -sSL https://{name}/ | grep -ioE '<meta[^>]*generator[^>]*>'",
          new Standard(
              "OWASP Web Security Testing Guide: Fingerprint Web Application Framework",
              "https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/01-Information_Gathering/08-Fingerprint_Web_Application_Framework"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofMarkups(
        http,
        markup ->
            markup.generators().stream()
                .filter(GeneratorVersionShown::hasVersion)
                .map(text -> new Fault(program(text), text))
                .toList());
  }

  private static boolean hasVersion(String text) {
    return text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /// The words before the first that has a digit.
  private static String program(String text) {
    int digit = 0;
    while (digit < text.length() && (text.charAt(digit) < '0' || text.charAt(digit) > '9')) {
      digit++;
    }
    int end = text.lastIndexOf(' ', digit);
    return (end < 0 ? text.substring(0, digit) : text.substring(0, end)).strip();
  }
}
