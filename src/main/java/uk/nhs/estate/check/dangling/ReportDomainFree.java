package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds DMARC reports that go to whoever registers a domain.
public record ReportDomainFree() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dangling.report-domain-free",
              ADVISORY,
              "DMARC reports go to a domain that nobody has registered",
              """
              The reports are lost. Whoever registers that domain gets them instead, and learns \
              who sends mail for this domain, from where and to whom.\
              """,
              """
              Put a mailbox of yours or of the service that reads your reports into rua and ruf, \
              and remove this one.\
              """,
              "dig _dmarc.{name} TXT +short",
              rfc(9989, "4.7"),
              rfc(9990, "3"),
              rfc(8020, "2"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.free(dns, Kind.DMARC);
  }
}
