package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DkimKey.Rsa;

/// Finds RSA keys so short that they can be broken.
public record DkimKeyWeak() implements Check.OfMail {

  /// Receivers must not take shorter ones for valid.
  static final int LEAST_BITS = 1024;

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-key-weak",
          URGENT,
          "A DKIM key is so short that it can be broken",
          """
          The private key of a 512-bit key is found in hours for little money, and of one below 1024 bits \
          with some more. Whoever has it can sign forged mail that passes DKIM and DMARC.\
          """,
          """
          Make a new key of 2048 bits with a new selector, sign with it, and take the old record out of the \
          DNS.\
          """,
          Dkim.COMMAND,
          rfc(8301, "3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.keys(
        mail,
        key ->
            key.key() instanceof Rsa(_, var bits, _) && bits < LEAST_BITS
                ? Optional.of("RSA of " + bits + " bits")
                : Optional.empty());
  }
}
