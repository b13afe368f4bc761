package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that change upper and lower case in the question that they send back.
public record CaseNotKept() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.case-not-kept",
          INFORMATIONAL,
          "A name server does not keep upper and lower case in the question",
          """
          Resolvers mix the case at random to tell true answers from forged ones. Answers of \
          this server look forged to them, so they ask again or over TCP.\
          """,
          """
          Bring the software of the name server up to date, or the load balancer or firewall in \
          front of it.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
          rfc(4343, "4.1"),
          new Standard(
              "draft-vixie-dnsext-dns0x20-00",
              "https://datatracker.ietf.org/doc/html/draft-vixie-dnsext-dns0x20-00"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeEach(
        dns,
        server -> {
          var changed =
              server.asked().stream()
                  .filter(asked -> asked.reply().filter(reply -> !reply.caseKept()).isPresent())
                  .map(Asked::question)
                  .findFirst();
          if (changed.isPresent()) {
            return new Verdict.Fail("", "changed in the answer to " + changed.get());
          }
          return server.isAlive() ? new Verdict.Pass() : Servers.hidden(server, Question.SOA);
        });
  }
}
