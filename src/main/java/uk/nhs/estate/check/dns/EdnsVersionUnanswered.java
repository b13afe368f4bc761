package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.ServerFacts;

/// Finds name servers that do not say which version of EDNS they speak when asked in a version to
/// come.
public record EdnsVersionUnanswered() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.edns-version-unanswered",
          INFORMATIONAL,
          "A name server does not answer a newer version of EDNS properly",
          """
          It does no harm today. It will when EDNS gets a new version: resolvers will have to \
          work around this server.\
          """,
          """
          Bring the software of the name server up to date, and let the firewall in front of it \
          pass such questions.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse +edns=1 +noednsneg",
          rfc(6891, "6.1.3"),
          rfc(8906, ""));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeEach(
        dns,
        server ->
            server
                    .reply(Question.SOA)
                    .filter(reply -> reply.isUsable() && reply.edns() == null)
                    .isPresent()
                ? new Verdict.NotApplicable("it does not speak EDNS at all")
                : judgeAnswer(server));
  }

  private static Verdict judgeAnswer(ServerFacts server) {
    return switch (server.outcome(Question.EDNS_VERSION_1)) {
      case Replied reply ->
          Verdict.passIf(
              reply.rcode().equals("BADVERS"), Servers.said(server, Question.EDNS_VERSION_1));
      case Unreplied(var obstacle, var tries) ->
          obstacle.kind() == Obstacle.Kind.TIMED_OUT && tries > 1 && server.answered() > 0
              ? new Verdict.Fail("", Servers.said(server, Question.EDNS_VERSION_1))
              : Servers.hidden(server, Question.EDNS_VERSION_1);
      case NotAsked _ -> Servers.hidden(server, Question.EDNS_VERSION_1);
    };
  }
}
