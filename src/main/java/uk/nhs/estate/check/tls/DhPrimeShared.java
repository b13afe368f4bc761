package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.CommonPrime;

/// Finds servers whose short prime many others use.
public record DhPrimeShared() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.dh-prime-shared",
          ADVISORY,
          "A short prime of Diffie-Hellman is one that many servers share",
          """
          Logjam follows from the prime that is sent: who breaks it once reads the connections \
          of all servers that use it, which makes the effort worth while.\
          """,
          "Offer ECDHE only, or use a group of RFC 7919 of 2048 bits or more.",
          "testssl.sh --logjam {name}:443",
          rfc(7919, "1"),
          rfc(9325, "4.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, posture -> DhKeys.judge(posture, DhPrimeShared::fault));
  }

  private static Optional<String> fault(DhKeys.Sent sent) {
    return sent.bits() < 2048 && CommonPrime.of(sent.prime()).isPresent()
        ? Optional.of(sent.words())
        : Optional.empty();
  }
}
