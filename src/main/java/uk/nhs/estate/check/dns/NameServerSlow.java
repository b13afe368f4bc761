package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that take longer than a second to answer.
public record NameServerSlow() implements Check.OfDns {

  /// The median of fewer answers is chance.
  private static final int FEWEST = 5;

  private static final long SLOW_MILLIS = 1000;

  private static final Rule RULE =
      Rule.of(
          "dns.name-server-slow",
          INFORMATIONAL,
          "A name server takes more than a second to answer",
          "Visitors wait that long before their browsers even know where the website is.",
          """
          Move the server nearer to its visitors, relieve it, or leave the zone to a faster \
          provider.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
          rfc(2182, "3.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeEach(
        dns,
        server -> {
          if (server.answered() == 0) {
            return Servers.hidden(server, Question.SOA);
          }
          if (server.medianMillis() <= SLOW_MILLIS) {
            return new Verdict.Pass();
          }
          return server.answered() < FEWEST
              ? new Verdict.Unknown("too few answers to tell how fast it is")
              : new Verdict.Fail(
                  "",
                  "half of its %d answers took longer than %d ms"
                      .formatted(server.answered(), server.medianMillis()));
        });
  }
}
