package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.ServerFacts;

/// Finds name servers that cut off answers by UDP that would fit.
///
/// To be seen twice before it is shown: a rate limit may cut off an answer now and then.
public record UdpAlwaysTruncated() implements Check.OfDns {

  /// What every UDP answer may hold (RFC 1035 §4.2.1).
  private static final int ALWAYS_FITS = 512;

  private static final Rule RULE =
      Rule.of(
              "dns.udp-always-truncated",
              ADVISORY,
              "A name server cuts off answers that would fit",
              """
              Everybody has to ask it again over TCP, which takes longer and costs the server more. \
              Where TCP is blocked the domain cannot be found.\
              """,
              """
              Stop forcing TCP on the server or on the firewall in front of it, and let UDP answers \
              be as large as RFC 9715 recommends.\
              """,
              "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse +dnssec +ignore",
              rfc(7766, "5"),
              rfc(9715, "3.1"),
              rfc(2181, "9"))
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
            server
                .reply(Question.SOA)
                .map(reply -> reply.has("tc") ? judgeCut(server) : new Verdict.Pass())
                .orElseGet(() -> Servers.hidden(server, Question.SOA)));
  }

  private static Verdict judgeCut(ServerFacts server) {
    return server
        .reply(Question.SOA_BY_TCP)
        .map(
            whole ->
                Verdict.passIf(
                    whole.octets() > ALWAYS_FITS,
                    "the answer to SOA was cut off by UDP, and has %d octets by TCP"
                        .formatted(whole.octets())))
        .orElseGet(() -> Servers.hidden(server, Question.SOA_BY_TCP));
  }
}
