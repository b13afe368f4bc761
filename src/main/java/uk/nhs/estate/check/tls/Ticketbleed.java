package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds load balancers that give away what is in their memory.
public record Ticketbleed() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.ticketbleed",
          URGENT,
          "The server is open to Ticketbleed",
          """
          Anybody on the internet can read parts of its memory, 31 octets at a time \
          (CVE-2016-9244).\
          """,
          """
          Bring the F5 load balancer up to date today, or turn session tickets off in its \
          profile.\
          """,
          "testssl.sh --ticketbleed {name}:443",
          new Standard("CVE-2016-9244", "https://www.cve.org/CVERecord?id=CVE-2016-9244"),
          rfc(5077, "3.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture ->
            Trials.unwanted(
                posture.behaviour(Behaviour.TICKETBLEED),
                "it sends back more of a session id than it was sent"));
  }
}
