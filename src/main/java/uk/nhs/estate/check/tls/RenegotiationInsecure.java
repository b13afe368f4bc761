package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;

/// Finds servers that cannot tell one connection from the next.
public record RenegotiationInsecure() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.renegotiation-insecure",
          ADVISORY,
          "Secure renegotiation is not supported",
          """
          Whoever is on the way may put words of his own before those of a visitor \
          (CVE-2009-3555), where a renegotiation can be had. Newer clients refuse to connect.\
          """,
          "Bring the TLS library up to date: it is from before 2010.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 </dev/null | grep \
          'Secure Renegotiation'\
          """,
          rfc(5746, "3.6"),
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
                    posture.behaviour(Behaviour.SECURE_RENEGOTIATION),
                    "it does not answer to secure renegotiation")
                : new Verdict.NotApplicable("it speaks nothing but TLS 1.3"));
  }
}
