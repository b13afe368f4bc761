package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.Nsec3ParamData;

/// Finds zones that hash their names more than once.
public record Nsec3Iterations() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.nsec3-iterations",
          ADVISORY,
          "The domain hashes its names more than once to deny others",
          """
          More iterations hide nothing better and cost servers and resolvers time. \
          Resolvers may treat answers with any as not signed or as an error; many do \
          above 50 or 100.\
          """,
          "Set the NSEC3 iterations to 0, or use NSEC.",
          Commands.NSEC3PARAM,
          rfc(9276, "3.1"),
          rfc(9276, "3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Denial.judgeNsec3(
        dns,
        parameters -> {
          int most = parameters.stream().mapToInt(Nsec3ParamData::iterations).max().orElse(0);
          return Verdict.passIf(most == 0, most + " iterations");
        });
  }
}
