package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds servers with a prime that a state may break.
public record DhPrimeShort() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.dh-prime-short",
          ADVISORY,
          "A prime of Diffie-Hellman has less than 2048 bits",
          """
          Primes of 1024 bits are thought to be within reach of states. All that uses the same \
          prime is read once it is broken.\
          """,
          "Offer ECDHE only, or use a group of RFC 7919 of 2048 bits or more.",
          """
          openssl s_client -connect {name}:443 -servername {name} -tls1_2 -cipher \
          'kDHE@SECLEVEL=0' </dev/null 2>/dev/null | grep 'Temp Key'\
          """,
          rfc(9325, "4.5"),
          rfc(7919, "1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, posture -> DhKeys.judge(posture, DhPrimeShort::fault));
  }

  private static Optional<String> fault(DhKeys.Sent sent) {
    return sent.bits() >= 1024 && sent.bits() < 2048 ? Optional.of(sent.words()) : Optional.empty();
  }
}
