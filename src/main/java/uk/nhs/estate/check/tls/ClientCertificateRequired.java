package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Tells where visitors need a certificate of their own.
public record ClientCertificateRequired() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.client-certificate-required",
          INFORMATIONAL,
          "The server wants a certificate of the visitor",
          """
          Who has none cannot connect, and nothing behind it can be checked. That is right for \
          services between machines, and not for a public website.\
          """,
          "If the public is meant to come here, turn the demand off.",
          """
          openssl s_client -connect {name}:443 -servername {name} -state </dev/null | grep -i \
          'client certificate'\
          """,
          rfc(8446, "4.3.2"),
          rfc(5246, "7.4.4"));

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
                posture.behaviour(Behaviour.CLIENT_CERTIFICATE_REQUIRED),
                "a handshake without a certificate of the client is refused"));
  }
}
