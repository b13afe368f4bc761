package uk.nhs.estate.check.caa;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.CaaProperty;

/// Finds CAA records that forbid everybody because of a slip in them.
public record ValueMalformed() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "caa.value-malformed",
          ADVISORY,
          "A CAA record is malformed and so allows nobody",
          """
          Certification authorities must read a value that breaks the grammar, or conditions \
          that nobody can meet, as if nobody were named: certificates are refused, and the \
          site goes down when the one that it has expires.\
          """,
          """
          Correct the value. It is the name of a certification authority, such as \
          letsencrypt.org; conditions come after a semicolon, with another semicolon between \
          them and none at the end.\
          """,
          Caa.COMMAND,
          rfc(8659, "4.2"),
          rfc(8657, "3"),
          rfc(8657, "4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Caa.judgeEach(
        dns,
        ValueMalformed::isWrong,
        property ->
            property.issuer().isEmpty()
                ? "its value breaks the grammar"
                : "no request can meet its conditions");
  }

  private static boolean isWrong(CaaProperty property) {
    return property.isIssue()
        && property.issuer().filter(issuer -> !issuer.canNeverBeMet()).isEmpty();
  }
}
