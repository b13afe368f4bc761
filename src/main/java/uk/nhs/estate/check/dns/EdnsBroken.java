package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.ServerFacts;

/// Finds name servers that cannot cope with EDNS, although they answer without it.
///
/// To be seen twice before it is shown: questions with EDNS may have been lost by chance.
public record EdnsBroken() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.edns-broken",
              ADVISORY,
              "A name server cannot cope with EDNS",
              """
              Resolvers ask with EDNS, the extension that larger and signed answers need. With this \
              server they fail, or find out by waiting, and the domain cannot be validated there.\
              """,
              """
              Bring the software of the name server up to date, and let the firewall in front of it \
              pass questions with EDNS and answers longer than 512 octets.\
              """,
              "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse +edns=0",
              rfc(6891, "6.1.1"),
              rfc(6891, "7"),
              rfc(8906, ""))
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
            switch (server.outcome(Question.SOA)) {
              case NotAsked _ -> Servers.hidden(server, Question.SOA);
              case Replied reply when reply.edns() != null && !isRejected(reply) ->
                  new Verdict.Pass();
              case Replied reply when reply.isUsable() ->
                  new Verdict.Fail("", "no OPT record in the answer to SOA by UDP");
              case Replied _, Unreplied _ ->
                  server
                      .reply(Question.SOA_WITHOUT_EDNS)
                      .filter(Replied::isUsable)
                      .map(_ -> fault(server))
                      .orElseGet(() -> Servers.hidden(server, Question.SOA));
            });
  }

  /// Whether the answer is what EDNS itself may bring about.
  private static boolean isRejected(Replied reply) {
    return Set.of("FORMERR", "NOTIMP", "BADVERS").contains(reply.rcode());
  }

  private static Verdict fault(ServerFacts server) {
    return new Verdict.Fail(
        "",
        Servers.said(server, Question.SOA)
            + "; "
            + Servers.said(server, Question.SOA_WITHOUT_EDNS));
  }
}
