package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security;

/// Finds domains that are signed in vain.
public record DsMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dnssec.ds-missing",
              ADVISORY,
              "The domain is signed, and its parent does not say so",
              """
              Without a DS record at the parent nobody checks the signatures: they cost time \
              and answers get larger, and anybody on the way can still forge them.\
              """,
              """
              Give the DS record to the parent, through the registrar or, under nhs.uk, NHS \
              England's DNS team, or publish CDS records where the parent reads them.\
              """,
              Commands.DS_AND_KEYS,
              rfc(4035, "2.4"),
              rfc(7344, "4"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.judge(
        dns,
        security ->
            switch (security) {
              case Security.Secure _, Security.Bogus _ -> new Verdict.Pass();
              case Security.Insecure(var why) -> judgeKeys(dns, why);
              case Security.Unchecked(var obstacle) -> new Verdict.Unknown(obstacle);
            });
  }

  private static Verdict judgeKeys(DnsFacts dns, String why) {
    if (!Zone.ds(dns).isEmpty()) {
      return new Verdict.Pass();
    }
    var keys = Zone.keys(dns);
    if (!keys.isEmpty()) {
      return new Verdict.Fail(
          "", why + "; " + keys.stream().map(Wording::of).collect(Collectors.joining("; ")));
    }
    return Zone.provesThatThereAreNoKeys(dns)
        ? new Verdict.NotApplicable("it is not signed")
        : new Verdict.Unknown("could not ask whether it has keys");
  }
}
