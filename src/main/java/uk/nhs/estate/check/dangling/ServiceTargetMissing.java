package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds SRV records that were left behind when a service went.
public record ServiceTargetMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dangling.service-target-missing",
              ADVISORY,
              "An SRV record points at a name that does not exist",
              """
              The service cannot be reached by it. Whoever gets hold of that name one day, by a \
              new contract with the same supplier for example, answers the programs that look it \
              up.\
              """,
              """
              Remove the SRV record, have it point at the server of today, or point it at a single \
              dot to say that there is no such service.\
              """,
              "dig _sip._tls.{name} SRV +short",
              rfc(2782, ""),
              rfc(8020, "2"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.missing(dns, Kind.SERVICE);
  }
}
