package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.ServerFacts;

/// Finds name servers that lose questions.
///
/// To be seen twice before it is shown: the loss may have been on the way.
public record NameServerLossy() implements Check.OfDns {
  /// With fewer questions a loss may be chance.
  private static final int FEWEST = 5;

  private static final Rule RULE =
      Rule.of(
              "dns.name-server-lossy",
              ADVISORY,
              "A name server leaves many questions unanswered",
              """
              Each lost question costs a visitor seconds, and now and then the domain cannot be \
              found at all.\
              """,
              """
              Look for packet loss on the way to the server, for an overloaded server, and for a \
              rate limit that is set too low.\
              """,
              "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
              rfc(2182, "3.1"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeEach(
        dns,
        server ->
            server.answered() == 0
                ? Servers.hidden(server, Question.SOA)
                : judgeLoss(server.answered(), counted(server)));
  }

  private static Verdict judgeLoss(int answered, int sent) {
    int lost = sent - answered;
    if (lost * 4 <= sent) {
      return new Verdict.Pass();
    }
    return sent < FEWEST
        ? new Verdict.Unknown("too few questions to tell: it answered " + answered + " of " + sent)
        : new Verdict.Fail("", "it answered " + answered + " of " + sent + " questions by UDP");
  }

  /// The questions sent, but for those that it never answered however often they were asked: such a
  /// question it drops on purpose.
  private static int counted(ServerFacts server) {
    int dropped = 0;
    for (var asked : server.asked()) {
      if (asked.outcome() instanceof Unreplied(_, var tries)
          && asked.question() != Question.SOA_BY_TCP
          && asked.question() != Question.TRANSFER) {
        dropped += tries;
      }
    }
    return Math.max(server.answered(), server.sent() - dropped);
  }
}
