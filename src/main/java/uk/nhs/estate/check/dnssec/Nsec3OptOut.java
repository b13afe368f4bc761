package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.Nsec3ParamData;

/// Finds zones whose denials leave room for forged names.
public record Nsec3OptOut() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.nsec3-opt-out",
          INFORMATIONAL,
          "The domain leaves unsigned delegations out of its denials",
          """
          With opt-out, an attacker can add delegations below the domain that resolvers \
          believe. It is meant for zones with very many delegations, such as those of a \
          registry.\
          """,
          """
          Turn opt-out off in the signer, unless the zone holds thousands of delegations \
          that are not signed.\
          """,
          Commands.DENIAL,
          rfc(9276, "3.1"),
          rfc(5155, "6"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Denial.judgeNsec3(
        dns,
        _ -> {
          var sent = Denial.sent(dns);
          return sent.isEmpty()
              ? new Verdict.Unknown("no NSEC3 record was seen")
              : Verdict.passIf(
                  sent.stream().noneMatch(Nsec3ParamData::isOptOut), "NSEC3 with opt-out");
        });
  }
}
