package uk.nhs.estate.check.tls;

import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds intermediate certificates that are out of date, whether or not there is a way around
/// them.
public record IntermediateExpired() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.intermediate-expired",
          ADVISORY,
          "An intermediate certificate that the server sends has expired",
          """
          Browsers find another way to the root if there is one. Some apps and older programs \
          take the way that they are given, and refuse to connect.\
          """,
          """
          Replace the intermediate certificates by those that the authority gives out today, or \
          take out the expired one.\
          """,
          Commands.CHAIN,
          rfc(5280, "4.1.2.5"),
          rfc(5280, "6.1.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          var sent = new SentCertificates(chain.certificates());
          var expired =
              chain.intermediates().stream()
                  .filter(its -> tls.seenAt().truncatedTo(SECONDS).isAfter(its.notAfter()))
                  .filter(its -> !sent.unrelated().contains(its))
                  .toList();
          return Verdict.passIf(
              expired.isEmpty(),
              expired.stream()
                  .map(its -> SentCertificates.words(its) + " expired on " + its.notAfter())
                  .collect(joining("; ")));
        });
  }
}
