package uk.nhs.estate.check.caa;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds CAA records that stop every authority, because none knows what they mean.
public record CriticalTagUnknown() implements Check.OfDns {

  /// The tags registered at IANA (Certification Authority Restriction Properties, 2026-11).
  private static final Set<String> KNOWN =
      Set.of(
          "issue", "issuewild", "iodef", "contactemail", "contactphone", "issuevmc", "issuemail");

  private static final Rule RULE =
      Rule.of(
          "caa.critical-tag-unknown",
          ADVISORY,
          "A CAA record is marked critical and nobody knows its tag",
          """
          A certification authority that does not know the tag of a critical record must not \
          issue: certificates are refused, and the site goes down when the one that it has \
          expires.\
          """,
          "Correct the tag, remove the record, or set its flags to 0.",
          Caa.COMMAND,
          rfc(8659, "4.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Caa.judgeEach(
        dns,
        property -> property.isCritical() && KNOWN.stream().noneMatch(property::is),
        property -> "no authority has to know " + property.tag());
  }
}
