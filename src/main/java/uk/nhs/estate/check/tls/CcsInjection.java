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

/// Finds servers that can be made to use keys that everybody knows.
public record CcsInjection() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.ccs-injection",
          URGENT,
          "The server is open to CCS injection",
          """
          Whoever is on the way can make it use keys that are known to him, and read and \
          change all (CVE-2014-0224).\
          """,
          "Bring OpenSSL up to date today; every version since June 2014 is safe.",
          "testssl.sh --ccs-injection {name}:443",
          new Standard("CVE-2014-0224", "https://www.cve.org/CVERecord?id=CVE-2014-0224"),
          rfc(5246, "7.1"));

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
                posture.behaviour(Behaviour.CCS_INJECTION),
                "it lets an early ChangeCipherSpec through"));
  }
}
