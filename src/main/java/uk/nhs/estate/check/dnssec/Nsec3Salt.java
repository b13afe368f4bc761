package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.Nsec3ParamData;

/// Finds zones that salt the hashes of their names.
public record Nsec3Salt() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.nsec3-salt",
          INFORMATIONAL,
          "The domain salts the hashes of its names",
          """
          The name of the domain already makes its hashes differ from all others; a salt \
          that stays the same adds nothing but octets to each answer.\
          """,
          "Leave the NSEC3 salt empty, written as -, or use NSEC.",
          Commands.NSEC3PARAM,
          rfc(9276, "3.1"),
          rfc(9276, "2.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Denial.judgeNsec3(
        dns,
        parameters ->
            parameters.stream()
                .map(Nsec3ParamData::salt)
                .filter(salt -> !salt.isEmpty())
                .findFirst()
                .<Verdict>map(salt -> new Verdict.Fail("", "salt " + salt))
                .orElseGet(Verdict.Pass::new));
  }
}
