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

/// Finds servers that give away what is in their memory.
public record Heartbleed() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.heartbleed",
          URGENT,
          "The server is open to Heartbleed",
          """
          Anybody on the internet can read parts of its memory, such as keys, passwords and \
          pages of others (CVE-2014-0160).\
          """,
          """
          Bring OpenSSL up to date today, replace the certificate with a new key, and have the \
          old one revoked; treat passwords as known.\
          """,
          "testssl.sh --heartbleed {name}:443",
          new Standard("CVE-2014-0160", "https://www.cve.org/CVERecord?id=CVE-2014-0160"),
          rfc(6520, "4"));

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
                posture.behaviour(Behaviour.HEARTBLEED),
                "it answers a heartbeat with more than it was sent"));
  }
}
