package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds servers whose sessions can be mixed up.
public record ExtendedMasterSecretMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.extended-master-secret-missing",
          INFORMATIONAL,
          "The extended master secret is not supported",
          """
          Without it, two connections can be made to share their keys, which has broken client \
          certificates before (triple handshake).\
          """,
          "Bring the TLS library up to date: all of them have had it for years.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 </dev/null | grep \
          'Extended master secret'\
          """,
          rfc(7627, "5.2"),
          rfc(9325, "3.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(
        tls,
        posture ->
            Trials.speaksBeforeTls13(posture)
                ? Trials.wanted(
                    posture.behaviour(Behaviour.EXTENDED_MASTER_SECRET),
                    "it does not answer to the extended master secret")
                : new Verdict.NotApplicable("it speaks nothing but TLS 1.3"));
  }
}
