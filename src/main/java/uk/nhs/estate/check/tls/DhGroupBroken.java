package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.math.BigInteger;
import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.CommonPrime;

/// Finds servers whose Diffie-Hellman protects nothing.
public record DhGroupBroken() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.dh-group-broken",
          URGENT,
          "The numbers of Diffie-Hellman are no group to agree on keys in",
          """
          The modulus is no prime, or the generator leads nowhere, so that the key of a \
          connection can be worked out from what is sent.\
          """,
          "Replace the file of parameters: use a group of RFC 7919, or offer ECDHE only.",
          "testssl.sh --logjam {name}:443",
          rfc(2631, "2.2"),
          rfc(7919, "1"));

  /// Longer numbers take too long to try.
  private static final int LONGEST_TRIED = 4096;

  private static final int CERTAINTY = 20;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.judge(tls, posture -> DhKeys.judge(posture, DhGroupBroken::fault));
  }

  private static Optional<String> fault(DhKeys.Sent sent) {
    var prime = sent.prime();
    if (!isPrime(prime)) {
      return Optional.of(sent.words() + " is no prime");
    }
    boolean leadsNowhere =
        sent.generator().compareTo(BigInteger.ONE) <= 0
            || sent.generator().compareTo(prime.subtract(BigInteger.ONE)) >= 0;
    return leadsNowhere
        ? Optional.of(sent.words() + " and a generator that leads nowhere")
        : Optional.empty();
  }

  private static boolean isPrime(BigInteger number) {
    if (CommonPrime.of(number).isPresent()) {
      return true;
    }
    return number.testBit(0)
        && (number.bitLength() > LONGEST_TRIED || number.isProbablePrime(CERTAINTY));
  }
}
