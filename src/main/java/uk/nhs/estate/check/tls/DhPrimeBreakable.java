package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds servers with a prime that can be broken.
public record DhPrimeBreakable() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.dh-prime-breakable",
          URGENT,
          "A prime of Diffie-Hellman has less than 1024 bits",
          """
          Such a prime has been broken with a few computers within weeks, and then every \
          connection that uses it is read within minutes.\
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
    return Offers.judge(tls, posture -> DhKeys.judge(posture, DhPrimeBreakable::fault));
  }

  private static Optional<String> fault(DhKeys.Sent sent) {
    return sent.bits() < 1024 ? Optional.of(sent.words()) : Optional.empty();
  }
}
