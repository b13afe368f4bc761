package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds header lines without a colon, with a name that is none, or with control characters.
public record HeaderLineMalformed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.header-line-malformed",
          INFORMATIONAL,
          "A line of the header breaks the grammar of HTTP",
          """
          Browsers and the servers in between read such a line differently or pass over it, so \
          that what it says may not count; it can also be a sign that others can write into \
          the header.\
          """,
          """
          Find out which part of the site writes the line, and have it write a name, a colon \
          and a value without control characters.\
          """,
          Commands.HEADER,
          rfc(9112, "5.1"),
          rfc(9110, "5.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Headers.judgeLines(http, field -> fault(field.name(), field.value()));
  }

  private static Optional<Fault> fault(String name, String value) {
    if (name.isEmpty()) {
      return Optional.of(new Fault("a line without a name", shown(value)));
    }
    if (!name.stripTrailing().equals(name)) {
      return Optional.of(new Fault(shown(name.stripTrailing()), "a blank before the colon"));
    }
    if (!name.chars().allMatch(HeaderLineMalformed::isInNames)) {
      return Optional.of(new Fault(shown(name), "a name with letters that names do not have"));
    }
    return value.chars().anyMatch(HeaderLineMalformed::isControl)
        ? Optional.of(new Fault(name, "a control character in its value: " + shown(value)))
        : Optional.empty();
  }

  /// The letters of a token (RFC 9110 §5.6.2).
  private static boolean isInNames(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  private static boolean isControl(int c) {
    return (c < ' ' && c != '\t') || c == 0x7F;
  }

  private static String shown(String text) {
    return text.codePoints()
        .mapToObj(c -> isControl(c) ? String.format("\\x%02x", c) : Character.toString(c))
        .collect(Collectors.joining());
  }
}
