package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Servers.State;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.ServerFacts;

/// Finds name servers that leave out the signatures which the others send.
public record DnssecUnawareServer() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.dnssec-unaware-server",
          ADVISORY,
          "A name server of the signed domain sends no signatures",
          """
          Resolvers that check DNSSEC reject what this server answers. Once they go by it, the \
          domain is gone for their visitors.\
          """,
          """
          Bring the software of that server up to date, switch DNSSEC on there, and see that the \
          signed zone is the one that it holds.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse +dnssec",
          rfc(4035, "3.1"),
          rfc(4035, "3.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    boolean signed = dns.servers().stream().anyMatch(server -> isSigned(dns, server));
    return Servers.judgeEach(
        dns,
        server -> {
          if (isSigned(dns, server)) {
            return new Verdict.Pass();
          }
          var state = Servers.state(dns, server);
          if (state.isLame()) {
            return new Verdict.NotApplicable("no name server that serves it sends signatures");
          }
          if (state != State.AUTHORITATIVE || server.wholeSoa().isEmpty()) {
            return Servers.hidden(server, Question.SOA);
          }
          return signed
              ? new Verdict.Fail("", "no RRSIG; " + Servers.saidBesideTheOthers(dns, server))
              : new Verdict.NotApplicable("no name server that serves it sends signatures");
        });
  }

  private static boolean isSigned(DnsFacts dns, ServerFacts server) {
    return server.wholeSoa().stream()
        .flatMap(reply -> reply.answer(dns.name(), "RRSIG").stream())
        .anyMatch(signature -> signature.data().startsWith("SOA "));
  }
}
