package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.ServerFacts;

/// Finds name servers that answer by UDP only.
///
/// To be seen twice before it is shown.
public record NameServerWithoutTcp() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.name-server-without-tcp",
              ADVISORY,
              "A name server does not answer over TCP",
              """
              Answers that are too large for UDP, such as signed or long ones, are asked for again \
              over TCP. Without it parts of the domain cannot be found, mail records among them.\
              """,
              """
              Open port 53 for TCP as well as for UDP on the server and on every firewall in front \
              of it.\
              """,
              "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse +tcp",
              rfc(7766, "5"),
              rfc(9210, "3"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    boolean tcpWorks =
        dns.servers().stream().anyMatch(server -> server.reply(Question.SOA_BY_TCP).isPresent());
    return Servers.judgeEach(dns, server -> judgeServer(server, tcpWorks));
  }

  /// @param tcpWorks whether any server answered us over TCP: if none did, our own network may hide
  ///     them all
  private static Verdict judgeServer(ServerFacts server, boolean tcpWorks) {
    return switch (server.outcome(Question.SOA_BY_TCP)) {
      case Replied _ -> new Verdict.Pass();
      case NotAsked _ -> Servers.hidden(server, Question.SOA_BY_TCP);
      case Unreplied(var obstacle, _) -> {
        boolean closed =
            switch (obstacle.kind()) {
              case CONNECTION_REFUSED, CONNECTION_RESET -> true;
              case TIMED_OUT, NAME_SERVERS_SILENT, UNREACHABLE -> tcpWorks;
              case NAME_SERVERS_FAILED,
                  NO_ADDRESS,
                  FORBIDDEN_ADDRESS,
                  HANDSHAKE_REFUSED,
                  CERTIFICATE_REFUSED,
                  PROTOCOL_ERROR,
                  SERVER_FAILED,
                  TOO_LARGE,
                  OTHER_ZONE,
                  BLOCKED,
                  SCAN_LEVEL,
                  NOT_ASKED,
                  SCANNER_FAULT ->
                  false;
            };
        yield closed && server.answered() > 0
            ? new Verdict.Fail(
                "",
                Servers.said(server, Question.SOA_BY_TCP)
                    + "; "
                    + Servers.said(server, Question.SOA))
            : Servers.hidden(server, Question.SOA_BY_TCP);
      }
    };
  }
}
